"""Brings the unit that is looked at into view: its sample, its box in every cell, or its words."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QMarginsF, QObject, QPointF, QRectF, Signal

from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.focus import Focus, UnitPlace
from granview.gui.model.task_in_view import TaskInView
from granview.gui.model.text_viewport import INPUT, Pointed, TextViewport, Top
from granview.gui.model.viewport import Viewport
from granview.gui.model.viewports import Viewports
from granview.gui.session.document import Document
from granview.gui.session.sample_loader import SampleLoader
from granview.store.reader import SessionReader

_LEAST_SHOWN_PX: Final = 28.0
"""Image px about the middle of a small unit that are shown at least."""

_NO_CELL: Final = ""
"""Whose cell scrolled or pointed: none, so that all follow."""


@dataclass(frozen=True)
class UnitExtent:
    """Where a unit is in its sample.

    Attributes:
        unit: The unit.
        box: In px of the picture; None where units have none.
        span: Start and end in the text; None where units have none.
        kind: Of the unit.
        grain: Its grain; None where it has none.
    """

    unit: UnitPlace
    box: QRectF | None = None
    span: tuple[int, int] | None = None
    kind: str = ""
    grain: float | None = None


def read_extent(session: SessionReader, unit: UnitPlace) -> UnitExtent:
    """Where a unit is, by the first lane of its task that has it."""
    for lane in session.lanes():
        table = session.units(unit.sample, lane.name) if lane.spec.task == unit.task else None
        if table is not None and unit.place < len(table):
            row = {name: float(column[unit.place]) for name, column in table.extra.items()}
            grain = float(table.grain[unit.place])
            kind = table.kinds[int(table.kind[unit.place])]
            return UnitExtent(unit, _box(row), _span(row), kind, None if np.isnan(grain) else grain)
    return UnitExtent(unit)


def _room_about(box: QRectF) -> QMarginsF:
    """So much of the surroundings that one sees where a small unit is."""
    room = max(_LEAST_SHOWN_PX - max(box.width(), box.height()), 0.0) / 2
    return QMarginsF(room, room, room, room)


def _box(row: dict[str, float]) -> QRectF | None:
    sides = [row.get(name) for name in ("x", "y", "w", "h")]
    known = [side for side in sides if side is not None and np.isfinite(side)]
    return QRectF(*known) if len(known) == len(sides) else None


def _span(row: dict[str, float]) -> tuple[int, int] | None:
    return (int(row["start"]), int(row["end"])) if {"start", "end"} <= row.keys() else None


class UnitShower(QObject):
    """Follows the focus. The latest unit wins; one whose sample is not open yet is shown once it is."""

    located = Signal()
    """It is known where the unit is that is looked at."""

    def __init__(
        self,
        focus: Focus,
        model: ComparisonModel,
        tasks: TaskInView,
        loader: SampleLoader,
        viewports: Viewports,
        document: Document,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._focus = focus
        self._model = model
        self._tasks = tasks
        self._loader = loader
        self._viewport = viewports.get(Viewport)
        self._texts = viewports.get(TextViewport)
        self._document = document
        self._extent: UnitExtent | None = None
        self._shown: UnitExtent | None = None
        self._zoomed: tuple[QPointF, float] | None = None
        self._soon = once(self, 0, self._show)
        focus.unit_changed.connect(self._on_unit_changed)
        model.samples.current_changed.connect(self._on_current_changed)
        loader.changed.connect(self._soon.start)
        self._viewport.changed.connect(self._on_viewport_changed)

    @property
    def extent(self) -> UnitExtent | None:
        """Where the unit is that is looked at; None until it is known."""
        return self._extent

    def _on_unit_changed(self) -> None:
        unit = self._focus.unit
        self._extent = self._shown = None
        if unit is None:
            self._unmark()
            return
        self._model.samples.select(unit.sample)
        self._tasks.choose(unit.task)
        self._document.read(partial(read_extent, unit=unit), self._on_extent)

    def _on_current_changed(self) -> None:
        """Whoever goes on to another sample than the unit's sees it whole, unless the zoom was changed meanwhile."""
        current, unit = self._model.samples.current, self._focus.unit
        if self._zoomed is None or (current is not None and unit is not None and current.name == unit.sample):
            return
        if self._zoomed == (self._viewport.centre, self._viewport.scale):
            self._viewport.fit()
        self._zoomed = None

    def _on_viewport_changed(self) -> None:
        if self._extent is not self._shown:
            self._soon.start()

    def _on_extent(self, extent: UnitExtent) -> None:
        if extent.unit == self._focus.unit:
            self._extent = extent
            self._soon.start()
            self.located.emit()

    def _show(self) -> None:
        """Once for each unit, so that whoever moves on from there is left alone."""
        extent, loader = self._extent, self._loader
        is_open = extent is not None and loader.sample is not None and loader.sample.name == extent.unit.sample
        if extent is None or extent is self._shown or not is_open or loader.content is None:
            return
        if extent.box is not None and not self._has_size_of(loader.content):
            return
        self._shown = extent
        if extent.box is not None:
            self._zoom_to(extent.box)
            self._viewport.set_mark(extent.box)
        elif extent.span is not None:
            self._texts.scroll(Top(_NO_CELL, INPUT, extent.span[0], 0.0))
            self._texts.point(Pointed(_NO_CELL, {INPUT: extent.span}))
        else:
            self._unmark()

    def _zoom_to(self, box: QRectF) -> None:
        was_whole = self._viewport.is_fit or self._zoomed is not None
        self._viewport.show_region(box.marginsAdded(_room_about(box)))
        self._zoomed = (self._viewport.centre, self._viewport.scale) if was_whole else None

    def _has_size_of(self, content: object) -> bool:
        """Whether the cells show the sample's own picture by now, and not the one before."""
        size = self._viewport.image_size
        return (getattr(content, "width", 0), getattr(content, "height", 0)) == (size.width(), size.height())

    def _unmark(self) -> None:
        self._viewport.set_mark(None)
        self._texts.point(None)
