"""The axes of plots keep their numbers through changes of the theme."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.style.theme import DARK, LIGHT
from granview.gui.widgets.plot_style import destroy, dress, new_plot
from tests.helpers.canvas import settle


@pytest.mark.parametrize("top", [0.7, 5e9])
def test_a_theme_change_scales_no_number_of_an_axis(qapp: QApplication, top: float) -> None:
    plot = new_plot(LIGHT)
    plot.resize(300, 200)
    plot.show()
    plot.setLabel("left", "IoU")
    plot.setLabel("bottom", "ms")
    plot.setXRange(0, top)
    plot.setYRange(0, top)
    settle(qapp)
    for theme in (DARK, LIGHT):
        dress(plot, theme)
        settle(qapp)
        for side in ("left", "bottom"):
            axis: Any = plot.getAxis(side)
            assert axis.autoSIPrefixScale == 1.0
            assert "x1" not in axis.labelString()
            assert "e-" not in axis.labelString()
    destroy(plot)
