"""The panel of variants: rows under their parents, sorting, and flips that list their samples."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from granview.core.events import LaneReady
from granview.core.lane import LaneSpec
from granview.core.slice_language import parsed_slice
from granview.core.variant import Variant
from granview.gui.inputs.panel import InputsPanel
from granview.gui.style.theme import LIGHT
from granview.gui.variants.panel import VariantsPanel
from granview.gui.variants.variant_cells import grain_cell, grain_sentence, kept_cell, loses_for_sure
from granview.gui.variants.variants_report import read_variants
from granview.gui.variants.variants_table import columns, variants_table
from granview.gui.widgets.table import Tone
from granview.gui.widgets.table_view import as_text
from granview.report.focused import narrowed
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_result
from tests.helpers.shell import Bench
from tests.helpers.store import facts
from tests.helpers.variant_lanes import variant_session

SECTION = {column.key: place + 1 for place, column in enumerate(columns())}


@pytest.fixture
def bench(open_window: OpenBench, tmp_path: Path) -> Bench:
    session = variant_session(tmp_path / "study.granview")
    session.record([scored_result("net-bf16", session.samples()[1], 1, 4)])
    return open_window(session)


@pytest.fixture
def panel(bench: Bench) -> VariantsPanel:
    bench.work.window.docks.show_panel("variants")
    found = bench.work.window.docks.panels["variants"]
    assert isinstance(found, VariantsPanel)
    bench.until(lambda: found.table.table.rows)
    return found


def test_a_variant_stands_under_its_parent_with_what_it_keeps_and_costs(panel: VariantsPanel) -> None:
    parent, half, layout = panel.table.table.rows
    assert (parent.title, parent.detail) == ("net", "parent, fp32")
    assert (half.title, half.lane) == ("bf16", "net-bf16")
    assert layout.title == "channels-last"
    cells = dict(zip(SECTION, half.cells, strict=True))
    assert (cells["kept"].detail, cells["kept"].tone) == ("below 99 %", Tone.BAD)
    assert (cells["bytes"].text, cells["bytes"].detail) == ("0.50 ×", "less")
    assert cells["flips"].text.endswith(" lost")
    assert cells["grain"].text.startswith("4–8 px: −0.1")
    assert cells["grain"].tip.startswith("net-bf16 loses most at region size ")
    assert "which may be chance" in cells["grain"].tip
    assert panel._note.text() == ""
    assert layout.cells[0].detail == "the same on all 9"
    assert "net-bf16" not in as_text(panel.table.table)
    panel.set_theme(LIGHT)
    assert panel.title() == "Variants"


def test_a_click_on_a_head_sorts_up_then_down_then_not(panel: VariantsPanel) -> None:
    orders, heads = [], []
    for _ in range(3):
        panel.table.horizontalHeader().sectionClicked.emit(SECTION["bytes"])
        orders.append([row.lane for row in panel.table.table.rows])
        heads.append(panel.table.model().headerData(SECTION["bytes"], Qt.Orientation.Horizontal))
    assert orders[0] == ["net", "net-bf16", "net-channels-last"]
    assert orders[1] == ["net", "net-channels-last", "net-bf16"]
    assert orders[2] == orders[0]
    assert [head[-1] for head in heads[:2]] == ["▴", "▾"]
    assert heads[2] == panel.table.table.columns[SECTION["bytes"] - 1].title.replace(" ", "\n", 1)


def test_a_click_on_flips_lists_their_samples_alone_until_all_are_wanted(bench: Bench, panel: VariantsPanel) -> None:
    samples = bench.work.model.samples
    inputs = bench.work.window.docks.panels["inputs"]
    assert isinstance(inputs, InputsPanel)
    panel.table.clicked.emit(panel.table.model().index(1, SECTION["kept"]))
    assert samples.limit is None
    panel.table.clicked.emit(panel.table.model().index(1, SECTION["flips"]))
    assert samples.limit is not None
    assert samples.order == tuple(name for name in samples.names() if name in samples.limit.names)
    assert "s1" in samples.order
    assert "lost and 0 gained in net-bf16" in inputs.limit.words.text()
    inputs.limit.every.click()
    assert samples.order == samples.names()
    panel.list_flips("net-channels-last")
    assert samples.limit is None


def test_what_is_lost_more_than_chance_is_a_sentence_of_its_own(tmp_path: Path) -> None:
    with variant_session(tmp_path / "study.granview") as session:
        ((half, layout),) = read_variants(session, "image-segmentation").groups.values()
    assert (loses_for_sure(half), loses_for_sure(layout), grain_sentence(layout)) == (True, False, "")
    assert grain_sentence(half).startswith("net-bf16 loses most at region size 4–8 px: 0.")
    assert "less than net (the same in each sample, n = 9 in 9 samples)" in grain_sentence(half)


def test_of_samples_chosen_by_outcome_a_variant_keeps_a_share_without_interval_and_mark(tmp_path: Path) -> None:
    with variant_session(tmp_path / "study.granview") as session:
        left = narrowed(session, "image-segmentation", parsed_slice("net is right"))
        ((half, _),) = read_variants(left, "image-segmentation").groups.values()
    kept, grain = kept_cell(half), grain_cell(half)
    assert (kept.text.endswith(" %"), kept.detail) == (True, "no interval")
    assert "chosen by what lanes make of them" in kept.tip
    assert "chosen by what lanes make of them" in grain.tip
    assert not loses_for_sure(half)


def test_a_variant_that_has_not_run_has_no_flips_and_is_not_said_to_lack_references(
    open_window: OpenBench, tmp_path: Path
) -> None:
    session = variant_session(tmp_path / "study.granview")
    session.add_lane(LaneSpec("net-int8", "zoo:net", Variant.parse("fp32+int8")))
    session.record([LaneReady("net-int8", facts())])
    bench = open_window(session)
    bench.work.window.docks.show_panel("variants")
    panel = bench.work.window.docks.panels["variants"]
    assert isinstance(panel, VariantsPanel)
    bench.until(lambda: panel.table.table.rows)
    row = next(row for row in panel.table.table.rows if row.lane == "net-int8")
    cells = dict(zip(SECTION, row.cells, strict=True))
    assert [cells[key].text for key in ("kept", "flips", "grain")] == ["n/a"] * 3
    assert "were both scored on" in panel._note.text()


def test_few_samples_are_called_few(tmp_path: Path) -> None:
    with variant_session(tmp_path / "few.granview", samples=2) as session:
        table = variants_table(read_variants(session, "image-segmentation"))
    half = dict(zip(SECTION, table.rows[1].cells, strict=True))
    assert half["kept"].detail == "too few samples (n = 2)"
    assert half["grain"].text == "too few samples"


def test_without_variants_it_says_how_to_add_some(open_window: OpenBench) -> None:
    panel = open_window().work.window.docks.panels["variants"]
    assert isinstance(panel, VariantsPanel)
    assert panel._hint.text().startswith("What a model keeps when it is made smaller")
