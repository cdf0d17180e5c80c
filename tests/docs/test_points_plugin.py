"""The plug-in of the guide: a new type of prediction works on the command line, in Python and in the window.

Nothing outside its own files knows of it, so each test runs in a process in which it is installed.
"""

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.helpers.points_plugin import PLUGIN, PROJECT, installed, write_spots

pytestmark = pytest.mark.slow

SPOT = (230, 159, 0)
SPOTS = {"a": [(20.5, 20.5), (26.5, 20.5), (70.5, 40.5)], "b": [(10.5, 50.5), (40.5, 30.5)]}

SHOWN = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from granview.core.lane import LaneSpec
from granview.gui.lanes.pictures.scene_legend import SceneLegend
from granview.gui.model.view_state import Mode
from tests.helpers.shell import open_bench

home, pictures, out, *models = map(Path, sys.argv[1:])
app = QApplication([])
app.setStyle("Fusion")
bench = open_bench(app, home)
services = bench.work.services
bench.drop(pictures)
bench.until(lambda: len(bench.work.model.samples) == 2)
services.runner.add_lanes([LaneSpec(model.name, str(model), device="cpu", task="point-detection") for model in models])
services.runner.run()
model = bench.work.model
bench.until(lambda: all(model.row(name, lane.name) for name in ("a", "b") for lane in models), 150)
model.samples.select("a")
loader = services.loader
bench.until(lambda: loader.sample.name == "a" and len(loader.predictions) == 2 and loader.reference is not None)
services.viewport.set_cursor(QPointF(20.5, 20.5))
bench.live(0.5)
grid = bench.work.grid
said = [cell.foot.text for cell in grid.cells]
titles = [content.title for cell in grid.cells for content in cell.contents]
panel = bench.work.window.docks.panels["inspect"]
legend = panel.parts("image").legend.items
names = [[legend.data(legend.index(row, column)) for column in range(legend.columnCount())]
         for row in range(legend.rowCount())]
grid.grab().save(str(out / "side_by_side.png"))
sliders = panel.parts("image").tools.filters.sliders
readout = lambda: [cell.foot.text for cell in grid.cells]
legend_counts = lambda: [legend.data(legend.index(0, column)) for column in range(legend.columnCount())]
sliders["score"].setValue(100)
bench.until(lambda: legend_counts()[2:] == ["0", "0"])
filtered = {"said": readout(), "legend": legend_counts(), "sliders": list(sliders), "kept": dict(services.view.filters)}
grid.grab().save(str(out / "filtered.png"))
sliders["score"].setValue(0)
services.view.mode = Mode.DIFFERENCE
legend_of = lambda: grid.cells[0].findChild(SceneLegend)
bench.until(lambda: legend_of() is not None and legend_of().rows)
bench.live(0.2)
grid.grab().save(str(out / "difference.png"))
print(json.dumps({
    "titles": titles,
    "said": said,
    "legend": names,
    "filtered": filtered,
    "difference": [[row.text, row.share] for row in legend_of().rows],
    "log": [str(entry) for entry in services.event_log.entries if entry.level.name == "ERROR"],
}))
bench.close()
"""


EXPLAINED = """
import json, sys
import granview
from granview.core.explain_query import ExplainQuery, PointPlace
from granview.core.labels import LabelSet
from granview.scoring.region_at import region_at

model, pictures = sys.argv[1:]
query = ExplainQuery("grad-cam", PointPlace(20.5, 20.5))
with granview.compare(f"{model},task=point-detection", pictures, explain=[query]) as comparison:
    lane = comparison.lanes[0]
    found = comparison.explanation("a", lane, query)
    said = comparison.prediction("a", lane), LabelSet(("spot",), ((230, 159, 0),))
    print(json.dumps({
        "unexplained": [*map(str, comparison.unexplained)],
        "heat": None if found is None else found.weights.values.tolist(),
        "share_inside": None if found is None else found.numbers["share_inside"],
        "region": region_at(*said, 22, 20, (64, 96)).tolist(),
        "nothing": region_at(*said, 50, 50, (64, 96)),
    }))
"""


class Laboratory:
    """Pictures of spots, two detectors, and a place in which the plug-in is installed."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = installed(home / "site")
        self.pictures = home / "pictures"
        self.pictures.mkdir()
        for name, spots in SPOTS.items():
            write_spots(self.pictures / f"{name}.png", spots)
        for name, sigma_px in (("sharp", "1.5"), ("blunt", "4")):
            self.python("-m", "granview_points.models.make_detector", str(home / name), sigma_px)
        self.models = [home / "sharp", home / "blunt"]

    def python(self, *arguments: str) -> str:
        """What a Python in which the plug-in is installed says, ended well."""
        ended = subprocess.run(
            [sys.executable, *arguments], env=self.environment, cwd=PROJECT, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def run(self, out: Path) -> Path:
        """Compare the detectors on the pictures; returns the folder of results."""
        models = [part for model in self.models for part in ("--model", str(model))]
        where = ("--input", str(self.pictures), "--out", str(out))
        self.python("-m", "granview", "run", "--task", "point-detection", *models, *where)
        return out


@pytest.fixture(scope="module")
def laboratory(tmp_path_factory: pytest.TempPathFactory) -> Laboratory:
    return Laboratory(tmp_path_factory.mktemp("laboratory"))


@pytest.fixture(scope="module")
def results(laboratory: Laboratory) -> Path:
    return laboratory.run(laboratory.home / "out")


def has_color(picture: Image.Image, color: tuple[int, int, int]) -> bool:
    """Whether some pixels are about of a colour: it may lie half over another."""
    pixels = np.asarray(picture.convert("RGB"), dtype=np.int64)
    return int((abs(pixels - color).max(axis=2) < 70).sum()) > 20


def amount_of_color(path: Path) -> int:
    """How many pixels of a picture are about of the colour of spots."""
    with Image.open(path) as picture:
        pixels = np.asarray(picture.convert("RGB"), dtype=np.int64)
    return int((abs(pixels - SPOT).max(axis=2) < 70).sum())


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_points_are_scored_against_the_files_beside_the_pictures(results: Path) -> None:
    f1 = {(row["sample"], row["lane"]): float(row["f1"]) for row in rows(results / "results.csv")}

    assert f1["a", "sharp"] == f1["b", "sharp"] == 1.0
    assert f1["a", "blunt"] == pytest.approx(0.8)


def test_units_say_how_crowded_the_points_are_that_a_lane_misses(results: Path) -> None:
    missed = [row for row in rows(results / "units.csv") if float(row["score"]) == 0]

    assert {(row["lane"], row["sample"], row["class"], float(row["grain"])) for row in missed} == {
        ("blunt", "a", "spot", 6.0)
    }


def test_what_is_written_can_be_read_as_a_reference(laboratory: Laboratory, results: Path) -> None:
    said = results / "predictions" / "sharp" / "b.points.json"
    points = json.loads(said.read_text())["points"]
    near = {(round(point["x"]), round(point["y"])) for point in points}

    assert {point["label"] for point in points} == {"spot"}
    assert near == {(round(x), round(y)) for x, y in SPOTS["b"]}


def test_pages_show_points_in_the_colour_of_their_class(results: Path) -> None:
    page = Image.open(results / "comparison" / "a.png")

    assert has_color(page, SPOT)


def test_a_session_with_points_opens_where_the_plug_in_is_not_installed(results: Path) -> None:
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "granview",
            "export",
            str(results / "session.granview"),
            "--out",
            str(results / "again"),
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Traceback" not in ended.stderr
    assert "The lane 'sharp' is left out: no task 'point-detection' is known here." in ended.stderr
    assert rows(results / "again" / "results.csv") == []
    assert (results / "again" / "session.granview").exists()


def test_the_window_draws_reads_lists_and_compares_points(laboratory: Laboratory, tmp_path: Path) -> None:
    said = laboratory.python(
        "-c", SHOWN, str(tmp_path), str(laboratory.pictures), str(tmp_path), *map(str, laboratory.models)
    )
    shown = json.loads(said.splitlines()[-1])

    assert shown["titles"] == ["Reference", "sharp", "blunt"]
    assert shown["said"][0].startswith("spot  100 %")
    assert shown["said"][1].startswith("spot  5")
    assert shown["legend"] == [["spot", "3", "3", "2"]]
    assert shown["filtered"]["sliders"] == ["score"]
    assert shown["filtered"]["kept"] == {"score": 1.0}
    assert shown["filtered"]["legend"] == ["spot", "3", "0", "0"]
    assert shown["filtered"]["said"][0] == shown["said"][0]
    assert not any(text.startswith("spot") for text in shown["filtered"]["said"][1:])
    assert amount_of_color(tmp_path / "filtered.png") < amount_of_color(tmp_path / "side_by_side.png")
    assert shown["difference"] == [
        ["Only sharp found", pytest.approx(1 / 3)],
        ["Only blunt found", 0.0],
        ["Both missed", 0.0],
        ["Both found", pytest.approx(2 / 3)],
    ]
    assert shown["log"] == []
    assert has_color(Image.open(tmp_path / "side_by_side.png"), SPOT)


def test_nothing_outside_of_the_plug_in_knows_points() -> None:
    known = [
        path
        for path in (PROJECT / "granview").rglob("*.py")
        if "labelled_points" in (text := path.read_text(encoding="utf-8")) or "granview_points" in text
    ]

    assert known == []
    assert len(list(PLUGIN.rglob("*.py"))) > 10


def test_a_point_is_explained_and_is_a_region_as_a_disc(laboratory: Laboratory) -> None:
    said = laboratory.python("-c", EXPLAINED, str(laboratory.models[0]), str(laboratory.pictures))
    found = json.loads(said.splitlines()[-1])

    assert found["unexplained"] == []
    heat = np.array(found["heat"])
    row, column = np.unravel_index(heat.argmax(), heat.shape)
    assert (column + 0.5, row + 0.5) in SPOTS["a"]
    assert 0 < found["share_inside"] < 1
    assert found["nothing"] is None
    region = np.array(found["region"])
    rows, columns = np.nonzero(region)
    assert (rows.mean(), columns.mean()) == (20, 20)
    assert region.sum() == pytest.approx(np.pi * 5**2, rel=0.05)
