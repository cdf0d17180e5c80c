"""From the model to the cells: texts are opened, what is being written is shown, lanes of other kinds are left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from granview.core.lane import LaneSpec
from granview.core.measurements import Timing
from granview.core.sample import Reference, Sample
from granview.core.text import TextInput, TextReference
from granview.gui.lanes.cell_status import subtitle
from granview.gui.lanes.texts.text_cell import TextCell
from granview.gui.model.lanes_and_rows import Lane, Row
from tests.helpers.shell import Bench, nano, open_bench

STORY = Sample(
    "story",
    "",
    kind="text",
    text=TextInput.of("A long story about a bridge."),
    reference=Reference("", text=TextReference(targets=("A bridge.",))),
)


@pytest.fixture
def bench(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    opened = open_bench(qapp, tmp_path)
    yield opened
    opened.close()


def shown(bench: Bench) -> dict[str, str]:
    cells = [cell for cell in bench.work.grid.cells if isinstance(cell, TextCell)]
    return {cell.content.key: cell.body.toPlainText() for cell in cells}


def test_lanes_that_write_stand_beside_the_text_and_its_target(bench: Bench) -> None:
    bench.work.model.samples.add([STORY])
    bench.work.model.add_lanes([LaneSpec("writer", "zoo:none", task="summarization"), nano()])
    bench.until(lambda: "writer" in shown(bench) and shown(bench)["text"])
    assert shown(bench) == {"text": "A long story about a bridge.", "reference": "A bridge.", "writer": ""}
    bench.work.model.partial_arrived.emit("writer", "story", "A bri")
    bench.until(lambda: shown(bench)["writer"] == "A bri")
    bench.work.model.partial_arrived.emit("writer", "another", "not this")
    bench.work.model.partial_arrived.emit("writer", "story", "A bridge!")
    bench.until(lambda: shown(bench)["writer"] == "A bridge!")


def test_a_lane_that_wrote_says_how_fast() -> None:
    timing = Timing(forward_ms=500.0, first_token_ms=20.0, new_tokens=25)
    lane = Lane(LaneSpec("writer", "zoo:none", task="summarization"), 0)
    assert subtitle(lane, Row(True, timing=timing)) == "500 ms · first token 20.0 ms · 50 tokens/s"
    assert subtitle(lane, Row(True, timing=Timing(forward_ms=2.125))) == "2.1 ms"


def test_lanes_that_read_show_the_text_themselves(bench: Bench) -> None:
    bench.work.model.samples.add([STORY])
    bench.work.model.add_lanes([LaneSpec("reader", "zoo:none", task="token-classification")])
    bench.until(lambda: shown(bench).get("reader") and shown(bench)["reference"])
    assert list(shown(bench)) == ["reference", "reader"]


def test_a_text_without_lanes_is_shown_with_a_hint(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Just a note.\n", encoding="utf-8")
    bench.drop(path)
    bench.until(lambda: shown(bench).get("text") == "Just a note.\n")
    assert "Add a model" in bench.work.grid.cells[0].foot.text


@pytest.mark.parametrize("known", [None, TextReference(answers=())], ids=["asked", "answered"])
def test_a_text_that_no_lane_is_for_says_what_lane_is_missing(bench: Bench, known: TextReference | None) -> None:
    reference = None if known is None else Reference("", text=known)
    given = TextInput.of("A bridge stands here.", question="What stands here?")
    bench.work.model.samples.add([Sample("asked", "", kind="text", text=given, reference=reference)])
    lanes = [LaneSpec(task, "zoo:none", task=task) for task in ("summarization", "token-classification")]
    bench.work.model.add_lanes(lanes)
    bench.until(lambda: bench.work.grid.cells and "No lane" in bench.work.grid.cells[0].foot.text)
    assert bench.work.grid.cells[0].foot.text == "No lane here does question answering; add one."
    assert len(bench.work.grid.cells) == 1
    bench.work.model.remove_lane("summarization")
    bench.until(lambda: "token-classification" in shown(bench))


def test_a_text_that_cannot_be_read_says_why(bench: Bench, tmp_path: Path) -> None:
    bench.work.model.samples.add([Sample("gone", str(tmp_path / "gone.txt"), kind="text")])
    bench.until(lambda: bench.work.services.loader.error)
    bench.until(lambda: bench.work.grid.cells and bench.work.grid.cells[0].card.status is not None)
    assert "gone.txt" in bench.work.grid.cells[0].card.accessibleName()
