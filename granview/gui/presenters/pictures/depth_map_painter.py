"""Depth maps over their pictures: prepared off the window's thread, then only painted."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from granview.core.colormap import HEAT
from granview.core.labels import LabelSet
from granview.core.predictions.depth_map import DepthMap
from granview.core.readable_errors import readable_error
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.paint.frame import Frame
from granview.gui.paint.heat import heat_opacity
from granview.gui.paint.indexed import IndexedPainter, pyramid
from granview.gui.paint.overlay_style import OverlayStyle, argb
from granview.scoring.depth_colors import DepthShade, own_shade

translate = QCoreApplication.translate

NEAR, FAR = ((int(red), int(green), int(blue)) for red, green, blue in (HEAT[255], HEAT[1]))
"""The colours at both ends."""


class DepthMapPainter:
    """Draws distances through a colour table; from afar, what is nearer is seen, so that thin things stay.

    By itself it draws on a scale of its own, until it is given another.
    """

    def __init__(self, depth: DepthMap, background: BackgroundPool, on_ready: Callable[[], None]) -> None:
        self._depth = depth
        self._on_ready = on_ready
        self._layer: IndexedPainter | None = None
        self._notice = ""
        self._style = OverlayStyle()
        self._shade: DepthShade | None = None
        self._preparing: Latest[list[NDArray[np.uint8]]] = Latest(background, self._on_prepared, self._on_failed)
        self._prepare()

    @property
    def notice(self) -> str:
        """Why nothing is drawn; empty where it is."""
        return self._notice

    @property
    def shade(self) -> DepthShade | None:
        """The scale that was given; None for its own."""
        return self._shade

    def set_shade(self, shade: DepthShade | None) -> None:
        """Draw on this scale from now on."""
        if shade != self._shade:
            self._shade = shade
            self._prepare()

    def set_labels(self, labels: LabelSet) -> None:
        """It has no classes."""

    def set_style(self, style: OverlayStyle) -> None:
        """Draw with this opacity from now on."""
        self._style = style
        if self._layer is not None:
            self._layer.set_table(_table(heat_opacity(style.opacity)))

    def close(self) -> None:
        """Forget what is still being prepared."""
        self._preparing.cancel()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is ready of what is in the frame."""
        if self._layer is not None:
            self._layer.paint(painter, frame)

    def _prepare(self) -> None:
        values, kind, shade = self._depth.values, self._depth.kind, self._shade
        self._preparing.submit(lambda: pyramid((shade or own_shade(values, kind)).places(values)))

    def _on_prepared(self, levels: list[NDArray[np.uint8]]) -> None:
        self._layer = IndexedPainter(levels)
        self.set_style(self._style)
        self._on_ready()

    def _on_failed(self, error: BaseException) -> None:
        self._notice = str(readable_error(error, translate("DepthMapPresenter", "This depth map cannot be drawn")))
        self._on_ready()


@lru_cache(maxsize=8)
def _table(opacity: float) -> list[int]:
    colors = [(int(red), int(green), int(blue)) for red, green, blue in HEAT]
    return [0, *(argb(color, opacity) for color in colors[1:])]
