import pytest
from PySide6.QtGui import QColor

from granview.gui.inspect.panel import InspectPanel
from granview.gui.inspect.picture_tools import PictureTools
from granview.gui.style.theme import DARK, LIGHT
from tests.helpers.canvas import Sketch
from tests.helpers.shell import Bench


@pytest.fixture
def tools(bench: Bench) -> PictureTools:
    panel = bench.work.window.docks.panels["inspect"]
    assert isinstance(panel, InspectPanel)
    found = panel.parts("image").tools
    assert isinstance(found, PictureTools)
    return found


def _colors(tools: PictureTools) -> set[str]:
    shown = tools.opacity.grab().toImage()
    return {QColor(shown.pixel(x, shown.height() // 2)).name() for x in range(shown.width())}


def test_a_slider_that_acts_on_nothing_looks_so(bench: Bench, tools: PictureTools) -> None:
    bench.work.services.view.opacity = 0.5
    accents = {DARK.accent, LIGHT.accent}
    assert accents & _colors(tools)
    bench.work.services.loader.reference_prediction = Sketch()
    bench.work.services.loader.changed.emit()
    assert not tools.opacity.isEnabled()
    assert not accents & _colors(tools)
