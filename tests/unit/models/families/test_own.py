import importlib.util
import py_compile
from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import ModelError, NotFinite, UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.io.trusted_code import trust
from granview.models.load import load_adapter
from granview.models.own.returned import Declared, prediction_of

EXAMPLE = Path(__file__).parents[4] / "docs" / "examples" / "own_models" / "bright.py"
PARAMS = RunParams()
LABELS = Declared(LabelSet(("a", "b"), ((0, 0, 0), (1, 1, 1))))


@pytest.fixture(autouse=True)
def config(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def load(file, name, task, variant="fp32"):
    return load_adapter(LaneSpec("x", f"{file}:{name}", device="cpu", task=task), lambda what, share: None)


def says(adapter, samples, subjects):
    output = adapter.forward(adapter.preprocess(samples, PARAMS))
    return [
        told if isinstance(told, NotFinite) else told.prediction
        for told in adapter.postprocess(output, subjects, PARAMS)
    ]


def test_the_examples_of_the_guide_run_once_they_are_allowed():
    with pytest.raises(UnsupportedModel, match="is a program"):
        load(EXAMPLE, "Bright", "image-segmentation")
    trust(EXAMPLE)
    adapter = load(EXAMPLE, "Bright", "image-segmentation")
    picture = np.zeros((4, 6, 3), np.uint8)
    picture[:, 3:] = 200
    (told,) = says(adapter, [picture], [(4, 6)])
    assert told.labels.tolist() == [[0, 0, 0, 1, 1, 1]] * 4
    assert adapter.facts.labels.names == ("background", "foreground")
    assert "you have allowed it" in adapter.facts.notices[-1]
    mood = load(EXAMPLE, "Mood", "text-classification")
    good, bad = says(mood, [TextInput.of("I love it"), TextInput.of("bad poor film")], ["", ""])
    np.testing.assert_allclose(good.scores, [1 / 3, 2 / 3], atol=1e-6)
    assert bad.scores.argmax() == 0


def own(tmp_path, body):
    file = tmp_path / "mine.py"
    file.write_text(f"class Mine:\n    classes = ('a', 'b')\n{body}")
    trust(file)
    return file


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("    def __init__(self):\n        1 / 0\n", r"ZeroDivisionError: division by zero, in line 4"),
        ("    pass\n", "has no method predict"),
        ("    task = 'depth-estimation'\n    predict = print\n", "is for depth-estimation"),
    ],
)
def test_a_class_that_cannot_be_set_up_says_where(tmp_path, body, words):
    with pytest.raises(UnsupportedModel, match=words):
        load(own(tmp_path, body), "Mine", "image-segmentation")


@pytest.mark.parametrize(
    ("returns", "words"),
    [
        ("[]", "was given 1 samples and returned 0"),
        ("1 / 0", "raised ZeroDivisionError"),
        ("[[[3]]]", r"an array of \(1, 1\), and the picture has \(2, 2\)"),
        ("[[[0, 1], [2, 0]]]", "classes 0 to 2, and 2 are named"),
        ("[[[0, 0.5], [1, 0]]]", "values between classes"),
    ],
)
def test_what_predict_does_wrong_is_said(tmp_path, returns, words):
    adapter = load(
        own(tmp_path, f"    def predict(self, samples):\n        return {returns}\n"), "Mine", "image-segmentation"
    )
    with pytest.raises(ModelError, match=words):
        says(adapter, [np.zeros((2, 2, 3), np.uint8)], [(2, 2)])


def test_each_task_has_its_prediction():
    size, text = (2, 3), "Maria met Albert"
    assert prediction_of("image-segmentation", np.stack([np.zeros(size), np.ones(size)]), size, LABELS).labels.all()
    boxes = prediction_of("object-detection", ([[0, 0, 2, 2]], [1], [0.5]), size, LABELS)
    assert boxes.class_ids.tolist() == [1]
    assert prediction_of("depth-estimation", np.ones(size), size, LABELS).kind == "metric"
    assert prediction_of("image-to-image", np.zeros((4, 6, 3), np.uint8), size, LABELS).pixels.shape == (4, 6, 3)
    entities = prediction_of("token-classification", [(10, 16, "b", 0.5), (0, 5, "a", 1.0)], text, LABELS)
    assert entities.spans.tolist() == [[0, 5], [10, 16]]
    assert entities.types.tolist() == [0, 1]
    assert prediction_of("question-answering", [(0, 5, 0.9)], text, LABELS).best == (0, 5)
    assert prediction_of("translation", "Bonjour", text, LABELS).text == "Bonjour"
    with pytest.raises(ModelError, match=r"sum to 1\.5, and of classes that exclude each other they sum to 1"):
        prediction_of("text-classification", [0.9, 0.6], text, LABELS)
    several = Declared(LABELS.labels, multi_label=True, depth="inverse")
    assert prediction_of("text-classification", [0.9, 0.6], text, several).multi_label
    assert prediction_of("depth-estimation", np.ones(size), size, several).kind == "inverse"
    with pytest.raises(NotFinite):
        prediction_of("depth-estimation", np.full(size, np.nan), size, LABELS)
    with pytest.raises(ModelError, match="the classes are a, b"):
        prediction_of("token-classification", [(0, 5, "c", 1.0)], text, LABELS)


def test_what_python_has_compiled_before_beside_the_file_is_never_run(tmp_path):
    """A folder from elsewhere may bring a ``__pycache__`` of another program, which Python would run unseen."""
    other = tmp_path / "other.py"
    other.write_text("raise SystemError('the other program ran')\n")
    file = own(tmp_path, "    def predict(self, samples):\n        return [[[0, 1]]]\n")
    py_compile.compile(
        str(other),
        cfile=importlib.util.cache_from_source(str(file)),
        doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    adapter = load(file, "Mine", "image-segmentation")
    assert says(adapter, [np.zeros((1, 2, 3), np.uint8)], [(1, 2)])[0].labels.tolist() == [[0, 1]]
