"""How plots look: the theme's colours, thin axes, no frame."""

from typing import Any

import pyqtgraph
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from granview.gui.style.stylesheet import tabular
from granview.gui.style.theme import Theme


def new_plot(theme: Theme) -> "pyqtgraph.PlotWidget":
    """A plot without menus, whose axes stay where they are put."""
    pyqtgraph.setConfigOptions(antialias=True)
    plot = pyqtgraph.PlotWidget()
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(False, False)
    plot.setFrameShape(plot.Shape.NoFrame)
    dress(plot, theme)
    return plot


def destroy(plot: "pyqtgraph.PlotWidget") -> None:
    """Take a plot apart and delete it, now: its scene does not survive being deleted along with a window."""
    plot.clear()
    plot.close()
    shiboken6.delete(plot)


def dress(plot: "pyqtgraph.PlotWidget", theme: Theme) -> None:
    """Give a plot the theme's colours.

    An axis computes its prefix once more while it is told to have none: without ranges in which it may, 0.7 stays 0.7.
    """
    plot.setBackground(theme.panel)
    for side in ("left", "bottom"):
        axis: Any = plot.getAxis(side)
        axis.setPen(QPen(QColor(theme.border), 1))
        axis.setTextPen(QColor(theme.muted))
        axis.setTickFont(tabular(plot.font()))
        axis.setStyle(tickLength=-4, tickTextOffset=5)
        axis.setSIPrefixEnableRanges(())
        axis.enableAutoSIPrefix(False)
    plot.showGrid(x=False, y=True, alpha=0.12 if theme.is_dark else 0.18)


def pen(color: str, width: float = 1.8, dashed: bool = False) -> QPen:
    """A pen whose width does not depend on the zoom."""
    result = QPen(QColor(color), width)
    result.setCosmetic(True)
    if dashed:
        result.setStyle(Qt.PenStyle.DashLine)
    return result
