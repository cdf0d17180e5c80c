"""The foot of a narrow cell."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from granview.gui.lanes.cell_foot import CellFoot
from granview.gui.model.readout import Readout
from granview.gui.style.theme import LIGHT

LONG = Readout("branching crack of the upper left wing", 0.93, (10, 20, 30))


@pytest.fixture
def foot(qapp: QApplication) -> CellFoot:
    made = CellFoot(LIGHT)
    yield made
    made.deleteLater()


def drawn(foot: CellFoot, width_px: int, readout: Readout, position: str) -> QImage:
    foot.resize(width_px, foot.height())
    foot.show_readouts([readout], position)
    return foot.grab().toImage()


def test_the_whole_is_in_the_tip(foot: CellFoot) -> None:
    drawn(foot, 120, LONG, "")
    assert foot.toolTip() == LONG.text
    foot.show_readouts((), "")
    foot.show_notice("Runs on the CPU.")
    assert foot.toolTip() == "Runs on the CPU."


def test_a_long_readout_keeps_its_end(foot: CellFoot) -> None:
    other = replace(LONG, confidence=0.27)
    assert drawn(foot, 160, LONG, "") != drawn(foot, 160, other, "")


def test_the_position_gives_way_to_the_readouts(foot: CellFoot) -> None:
    assert drawn(foot, 110, LONG, "307, 217") == drawn(foot, 110, LONG, "")
    assert drawn(foot, 300, LONG, "307, 217") != drawn(foot, 300, LONG, "")
