"""Label maps over the picture: prepared off the window's thread, then only painted."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.core.readable_errors import readable_error
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.paint.frame import Frame
from granview.gui.paint.indexed import IndexedPainter, pyramid
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.pictures.label_map_indices import Compaction, color_table, compact, outline

translate = QCoreApplication.translate


@dataclass(frozen=True)
class _Areas:
    compaction: Compaction
    levels: list[NDArray[np.uint8]]


def _areas(label_map: LabelMap, nothing: tuple[int, ...]) -> _Areas:
    compaction = compact(label_map.labels, nothing)
    return _Areas(compaction, pyramid(compaction.indices))


class LabelMapPainter:
    """Draws a label map as areas or as outlines; calls ``on_ready`` when one of them is there to be painted.

    Outlines are computed when they are first wanted. Colours, opacity, hidden and highlighted classes are a colour
    table of 256 entries: changing them touches no pixels.
    """

    def __init__(
        self, label_map: LabelMap, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> None:
        self._on_ready = on_ready
        self._label_map = label_map
        self._labels = labels
        self._style = OverlayStyle()
        self._areas: _Areas | None = None
        self._fill: IndexedPainter | None = None
        self._lines: IndexedPainter | None = None
        self._notice = ""
        self._preparing: Latest[_Areas] = Latest(background, self._on_prepared, self._on_failed)
        self._outlining: Latest[list[NDArray[np.uint8]]] = Latest(background, self._on_outlined, self._on_failed)
        self._prepare()

    @property
    def notice(self) -> str:
        """What the user must know about what is drawn; empty when there is nothing to know."""
        return self._notice

    @property
    def layer(self) -> IndexedPainter | None:
        """What is drawn now; None while it is being prepared."""
        return self._lines if self._style.outline_only else self._fill

    def close(self) -> None:
        """Forget what is still being prepared."""
        self._preparing.cancel()
        self._outlining.cancel()

    def set_labels(self, labels: LabelSet) -> None:
        """Take over other names and colours; only another void value has the map prepared again."""
        before, self._labels = self._labels, labels
        if labels.void != before.void:
            self._areas = self._fill = self._lines = None
            self._outlining.cancel()
            self._prepare()
        self._recolor()

    def set_style(self, style: OverlayStyle) -> None:
        """Draw with these choices from now on."""
        self._style = style
        if style.outline_only and self._lines is None and self._areas and not self._outlining.is_busy:
            indices = self._areas.compaction.indices
            self._outlining.submit(lambda: pyramid(outline(indices)))
        self._recolor()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is ready of what is in the frame."""
        if self.layer is not None:
            self.layer.paint(painter, frame)

    def _prepare(self) -> None:
        label_map, void = self._label_map, self._labels.void
        self._preparing.submit(lambda: _areas(label_map, () if void is None else (void,)))

    def _recolor(self) -> None:
        if self._areas and self.layer:
            self.layer.set_table(color_table(self._areas.compaction, self._labels, self._style))

    def _on_prepared(self, areas: _Areas) -> None:
        self._areas = areas
        self._fill = IndexedPainter(areas.levels)
        if areas.compaction.left_over:
            self._notice = translate(
                "LabelMapPainter",
                "{present} classes are in this mask: the {own} largest have their colours, the others are grey.",
            ).format(present=areas.compaction.present, own=len(areas.compaction.classes))
        self.set_style(self._style)
        self._on_ready()

    def _on_outlined(self, levels: list[NDArray[np.uint8]]) -> None:
        self._lines = IndexedPainter(levels)
        self._recolor()
        self._on_ready()

    def _on_failed(self, error: BaseException) -> None:
        self._notice = str(readable_error(error, translate("LabelMapPainter", "This mask cannot be drawn")))
        self._on_ready()
