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
from granview.gui.presenters.pictures.label_map_choices import BY_CONFIDENCE, BY_OUTCOME, COLOR_BY
from granview.gui.presenters.pictures.label_map_indices import Compaction, color_table, compact, outline
from granview.gui.presenters.pictures.label_map_outcome import Outcome, OutcomePainter
from granview.gui.presenters.pictures.label_map_shades import shaded_indices, shaded_table, steps_for

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
        self._outcome: Outcome | None = None
        self._outcome_painter: OutcomePainter | None = None
        self._shades: IndexedPainter | None = None
        self._steps = 1
        self._shading: Latest[list[NDArray[np.uint8]]] = Latest(background, self._on_shaded, self._on_failed)
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
        if self._style.outline_only:
            return self._lines
        return self._shades if self._wants_shades and self._shades is not None else self._fill

    def set_outcome(self, outcome: Outcome | None) -> None:
        """Draw what is right and what is wrong by this, where the style asks for it."""
        if outcome is not self._outcome:
            self._outcome = outcome
            self._outcome_painter = None if outcome is None else OutcomePainter(outcome, self._style)

    def close(self) -> None:
        """Forget what is still being prepared."""
        self._preparing.cancel()
        self._outlining.cancel()
        self._shading.cancel()

    def set_labels(self, labels: LabelSet) -> None:
        """Take over other names and colours; only another void value has the map prepared again."""
        before, self._labels = self._labels, labels
        if labels.void != before.void:
            self._areas = self._fill = self._lines = self._shades = None
            self._shading.cancel()
            self._outlining.cancel()
            self._prepare()
        self._recolor()

    def set_style(self, style: OverlayStyle) -> None:
        """Draw with these choices from now on."""
        self._style = style
        if style.outline_only and self._lines is None and self._areas and not self._outlining.is_busy:
            indices = self._areas.compaction.indices
            self._outlining.submit(lambda: pyramid(outline(indices)))
        if self._outcome_painter is not None:
            self._outcome_painter.set_style(style)
        self._shade()
        self._recolor()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is ready of what is in the frame."""
        if self._outcome_painter is not None and self._color_by == BY_OUTCOME and not self._style.outline_only:
            self._outcome_painter.paint(painter, frame)
        elif self.layer is not None:
            self.layer.paint(painter, frame)

    @property
    def _color_by(self) -> str:
        return COLOR_BY.value_in(self._style.options)

    @property
    def _wants_shades(self) -> bool:
        return self._color_by == BY_CONFIDENCE and self._label_map.confidence is not None

    def _shade(self) -> None:
        """Prepare the steps of confidence when they are first wanted."""
        confidence, areas = self._label_map.confidence, self._areas
        if not self._wants_shades or confidence is None or areas is None or self._shades or self._shading.is_busy:
            return
        compaction, steps = areas.compaction, steps_for(areas.compaction)
        self._steps = steps
        if steps == 1:
            self._notice = translate("LabelMapPainter", "Too many classes are in this mask to shade each of them.")
            return
        self._shading.submit(lambda: pyramid(shaded_indices(compaction, confidence, steps)))

    def _on_shaded(self, levels: list[NDArray[np.uint8]]) -> None:
        self._shades = IndexedPainter(levels)
        self._recolor()
        self._on_ready()

    def _prepare(self) -> None:
        label_map, void = self._label_map, self._labels.void
        self._preparing.submit(lambda: _areas(label_map, () if void is None else (void,)))

    def _recolor(self) -> None:
        if self._areas and self.layer and self.layer is self._shades:
            self.layer.set_table(shaded_table(self._areas.compaction, self._labels, self._style, self._steps))
        elif self._areas and self.layer:
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
