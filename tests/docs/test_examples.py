"""Each example of the guide works: installed as a plug-in in a process of its own, as a user would run it."""

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.toolbox_plugin import run_script, write_discs, write_otsu

pytestmark = pytest.mark.slow

COMPARED = """
import json, sys
import granview
from granview.core.explain_query import ExplainQuery, PointPlace

task, model, pictures, method = sys.argv[1:]
queries = [ExplainQuery(method, PointPlace(20, 20))] if method else []
with granview.compare(f"{model},task={task}", pictures, explain=queries) as comparison:
    lane, sample = comparison.lanes[0], comparison.samples[0]
    said = comparison.prediction(sample, lane)
    answer = comparison.explanation(sample, lane, queries[0]) if queries else None
    print(json.dumps({
        "failures": [*comparison.failures, *comparison.unexplained, *map(str, comparison.problems)],
        "summary": comparison.summary().row(0, named=True),
        "units": comparison.units().to_dicts(),
        "foreground": said is not None and int(said.labels.sum()),
        "heat": None if answer is None else answer.weights.values.tolist(),
        "classes": comparison.class_names(lane),
    }))
"""

SHOWN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.helpers.shell import open_bench

home, *pictures = map(Path, sys.argv[1:])
app = QApplication([])
app.setStyle("Fusion")
bench = open_bench(app, home)
panel = bench.work.window.docks.panels["notes"]
assert not panel.field.isEnabled()
bench.drop(*pictures)
bench.until(lambda: len(bench.work.model.samples) == 2)
bench.work.window.docks.show_panel("notes")
bench.live(0.2)
names = [sample.name for sample in bench.work.model.samples.all()]
bench.work.model.samples.select(names[0])
panel.field.setPlainText("the left disc is cut")
bench.work.model.samples.select(names[1])
print(panel.title(), panel.isVisible(), repr(panel.field.toPlainText()))
bench.work.model.samples.select(names[0])
print(panel.field.toPlainText())
bench.close()
"""


def compared(home: Path, pictures: Path, task: str, method: str = "") -> dict[str, object]:
    """What a comparison of the example's family said."""
    model = write_otsu(home / "my-otsu")
    return json.loads(run_script(COMPARED, home, task, str(model), str(pictures), method).splitlines()[-1])


@pytest.fixture
def discs(tmp_path: Path) -> Path:
    return write_discs(tmp_path / "discs", "two", ((20, 20), (44, 40))).parent


def test_a_family_loads_and_runs(tmp_path: Path, discs: Path) -> None:
    found = compared(tmp_path, discs, "image-segmentation")

    assert found["failures"] == []
    assert found["classes"] == ["background", "foreground"]
    assert found["foreground"] == 226
    assert found["summary"]["miou"] == 1.0


def test_a_task_scores(tmp_path: Path, discs: Path) -> None:
    found = compared(tmp_path, discs, "object-counting")

    assert found["failures"] == []
    assert (found["summary"]["count_error"], found["summary"]["things"]) == (0.0, 2.0)
    assert [(unit["grain"], unit["predicted"], unit["score"]) for unit in found["units"]] == [(2.0, 2, 1.0)]


def test_a_data_format_reads(tmp_path: Path) -> None:
    picture = write_discs(tmp_path / "squares", "one", ())
    with Image.open(picture) as dark:
        bright = dark.copy()
    bright.paste((220, 220, 220), (10, 20, 31, 41))
    bright.save(picture)
    picture.with_name("one_mask.png").unlink()
    square = {"label": "foreground", "points": [[10, 20], [30, 20], [30, 40], [10, 40]]}
    picture.with_name("one.polygons.json").write_text(json.dumps({"shapes": [square]}))

    found = compared(tmp_path, picture.parent, "image-segmentation")

    assert found["failures"] == []
    assert (found["foreground"], found["summary"]["miou"]) == (21 * 21, 1.0)


DATA_SET = """
import json, sys
from pathlib import Path
from granview.io.sample_search import Problem, find_samples
from granview.core.sample import Sample

found = list(find_samples([Path(path) for path in sys.argv[1:]]))
print(json.dumps([[each.text.text, each.reference.text.labels] for each in found if isinstance(each, Sample)]))
print(json.dumps([each.error for each in found if type(each) is Problem]))
"""


def test_a_format_of_data_sets_reads(tmp_path: Path) -> None:
    (tmp_path / "films.fasttext").write_text("__label__good What a film!\n__label__bad\n")
    (tmp_path / "plain.txt").write_text("__label__bad __label__long Too long by half.\n")

    printed = run_script(DATA_SET, tmp_path, str(tmp_path / "films.fasttext"), str(tmp_path / "plain.txt"))

    samples, problems = map(json.loads, printed.splitlines())
    assert samples == [["What a film!", ["good"]], ["Too long by half.", ["bad", "long"]]]
    assert problems == ["films.fasttext: line 2 has no text."]


REFUSED = """
import sys
from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.sample import Reference
from granview.core.text import TextInput, TextReference
from granview.core.truths.text import ReferenceText
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS
from granview.tasks.base import TASKS
import numpy as np

def said(act):
    try:
        act()
    except InputError as error:
        print(error)

reference = Reference(sys.argv[1])
read = REFERENCE_FORMATS.get("polygons").read
said(lambda: read(reference, None, None, ImageParams()))
said(lambda: read(reference, Frame(8, 8), None, ImageParams()))
labels = LabelSet(("a",), ((0, 0, 0),))
prediction = LabelMap(np.zeros((8, 8), np.uint8))
of_a_text = ReferenceText(TextInput("a"), TextReference())
said(lambda: TASKS.get("object-counting").score(prediction, labels, of_a_text, RunParams()))
"""


def test_each_fault_of_a_reference_has_a_sentence_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "one.polygons.json"
    corners = [[1, 1], [5, 1], [5, 5]]
    path.write_text(json.dumps({"shapes": [{"label": "a", "points": corners[:n]} for n in (3, 2)]}))

    no_picture, few_corners, other_type = run_script(REFUSED, tmp_path, str(path)).splitlines()

    assert "belongs to no picture" in no_picture
    assert "Polygon 2 in one.polygons.json has fewer than three corners" in few_corners
    assert "this task compares with" in other_type


def test_a_method_explains(tmp_path: Path, discs: Path) -> None:
    found = compared(tmp_path, discs, "image-segmentation", "occlusion")

    assert found["failures"] == []
    heat = {(row, column): value for row, values in enumerate(found["heat"]) for column, value in enumerate(values)}
    assert len(heat) == 36
    assert max(heat, key=heat.get) == (1, 1)  # where the disc lies that was pointed at


def test_a_method_can_be_asked_for_on_the_command_line(tmp_path: Path, discs: Path) -> None:
    model, out = write_otsu(tmp_path / "my-otsu"), tmp_path / "out"
    words = ["run", "--model", str(model), "--input", str(discs), "--out", str(out), "--explain", "occlusion"]
    script = "import sys; from granview.cli import main; sys.exit(main(sys.argv[1:]))"

    run_script(script, tmp_path, *words, "--explain-at", "20,20", "--quiet")

    assert "occlusion" in (out / "explanations.csv").read_text()


def test_a_panel_shows_in_the_window(tmp_path: Path) -> None:
    pictures = [write_discs(tmp_path / "discs", name, ((20, 20),)) for name in ("one", "two")]

    printed = run_script(SHOWN, tmp_path, str(tmp_path), *map(str, pictures)).splitlines()

    assert printed == ["Notes True ''", "the left disc is cut"]


LAID_OUT = """
import json, sys
from pathlib import Path
from granview.core.sample import Sample
from granview.io.data_set import DataSetChoice, DataSetChoices
from granview.io.layout import recognise
from granview.io.sample_search import find_samples

root = Path(sys.argv[1])
known = recognise(root)
print(json.dumps([known.title, [[split.name, split.n_inputs, split.n_references] for split in known.splits]]))
events = find_samples([root], choices=DataSetChoices(DataSetChoice(splits=("swan",))))
samples = [each for each in events if isinstance(each, Sample)]
print(json.dumps([[each.name, Path(each.reference.path).parent.name] for each in samples]))
"""


def test_a_layout_is_known(tmp_path: Path) -> None:
    for clip, n in {"bear": 1, "swan": 2}.items():
        for place, suffix in (("JPEGImages", ".jpg"), ("Annotations", ".png")):
            folder = tmp_path / "DAVIS" / place / "480p" / clip
            folder.mkdir(parents=True)
            for frame in range(n):
                Image.new("L", (8, 6)).save(folder / f"{frame:05}{suffix}")

    known, samples = map(json.loads, run_script(LAID_OUT, tmp_path, str(tmp_path / "DAVIS")).splitlines())

    assert known == ["DAVIS", [["bear", 1, 1], ["swan", 2, 2]]]
    assert samples == [["00000", "swan"], ["00001", "swan"]]
