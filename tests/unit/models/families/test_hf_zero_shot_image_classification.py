import numpy as np
import pytest
from PIL import Image
from transformers import AutoImageProcessor, AutoModelForZeroShotImageClassification, AutoTokenizer, pipeline

from granview.core.errors import ArgumentError, InputError
from granview.core.run_params import RunParams
from tests.helpers.tiny_classifiers import save_zero_shot

TASK = "image-classification"
PHRASES = ("cat", "a red bus", "dog")
KINDS = ("CLIP", "Siglip", "Siglip2", "Align", "MetaClip2")


def params(**chosen):
    return RunParams(of_task={TASK: {"phrases": PHRASES, **chosen}})


def said(adapter, picture, run):
    output = adapter.forward(adapter.preprocess([picture], run))
    return adapter.postprocess(output, [picture.shape[:2]], run)[0]


def by_pipeline(folder, picture, template):
    classify = pipeline(
        "zero-shot-image-classification",
        model=AutoModelForZeroShotImageClassification.from_pretrained(folder),
        image_processor=AutoImageProcessor.from_pretrained(folder),
        tokenizer=AutoTokenizer.from_pretrained(folder),
    )
    rows = classify(Image.fromarray(picture), candidate_labels=list(PHRASES), hypothesis_template=template)
    found = {row["label"]: row["score"] for row in rows}
    return np.array([found[phrase] for phrase in PHRASES])


@pytest.mark.parametrize("kind", KINDS)
def test_every_architecture_agrees_with_transformers_pipeline(kind, tmp_path, picture, load):
    folder = save_zero_shot(kind, tmp_path)
    is_siglip = kind.startswith("Siglip")
    found = said(load(str(folder), task=TASK), picture, params(several_classes=is_siglip))
    np.testing.assert_allclose(found.prediction.scores, by_pipeline(folder, picture, "a photo of a {}."), atol=1e-5)
    assert found.prediction.multi_label == is_siglip
    assert found.labels.names == PHRASES


def test_siglips_classes_exclude_each_other_unless_it_is_asked_otherwise(tmp_path, picture, load):
    found = said(load(str(save_zero_shot("Siglip", tmp_path)), task=TASK), picture, params())
    assert found.prediction.scores.sum() == pytest.approx(1)
    assert not found.prediction.multi_label


def test_words_are_embedded_once_for_each_set_of_classes(tmp_path, picture, load, monkeypatch):
    adapter = load(str(save_zero_shot("CLIP", tmp_path)), task=TASK)
    embed, calls = adapter.network.get_text_features, []
    monkeypatch.setattr(adapter.network, "get_text_features", lambda **tokens: calls.append(1) or embed(**tokens))
    first = said(adapter, picture, params())
    said(adapter, picture, params())
    other = said(adapter, picture, params(hypothesis_template="{}, drawn"))
    assert len(calls) == 2
    assert not np.allclose(first.prediction.scores, other.prediction.scores)


def test_without_classes_or_a_place_for_them_it_says_what_to_do(tmp_path, picture, load):
    adapter = load(str(save_zero_shot("CLIP", tmp_path)), task=TASK)
    with pytest.raises(InputError, match="there are none"):
        adapter.preprocess([picture])
    with pytest.raises(ArgumentError, match="without a place for it"):
        adapter.preprocess([picture], params(hypothesis_template="a photo"))
