"""Instances over the picture: prepared off the window's thread, then only painted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPainter

from granview.core.labels import LabelSet
from granview.core.predictions.instances import Instances
from granview.core.readable_errors import readable_error
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.pictures.instances_choices import BY_OUTCOME, COLOR_BY, is_left, is_listed
from granview.gui.presenters.pictures.instances_drawing import Drawing
from granview.gui.presenters.pictures.instances_links import InstancesLinks
from granview.gui.presenters.pictures.instances_plan import Plan, plan_of
from granview.gui.presenters.pictures.instances_shapes import Shapes, shapes_of

translate = QCoreApplication.translate

_PAINTED_AT_ONCE: Final = 2


@dataclass
class _Layer:
    """All but what stands out: painted at once while it is new, kept as an image once it is painted again and again.

    A change of the threshold also changes the legend's card, under which Qt has a part painted on its own.
    """

    frame: Frame
    drawing: Drawing
    image: QImage | None = None
    times: int = 0

    def paint(self, painter: QPainter) -> None:
        """Draw it, or show the image that is kept of it."""
        self.times += 1
        if self.times <= _PAINTED_AT_ONCE:
            self.drawing.paint(painter, self.frame)
            return
        if self.image is None:
            ratio, rect = self.frame.device_pixel_ratio, self.frame.rect
            size = (rect.size() * ratio).toSize()
            self.image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            self.image.setDevicePixelRatio(ratio)
            self.image.fill(Qt.GlobalColor.transparent)
            with QPainter(self.image) as onto:
                onto.setFont(painter.font())
                onto.translate(-rect.topLeft())
                self.drawing.paint(onto, self.frame)
        painter.drawImage(self.frame.rect.topLeft(), self.image)


class InstancesPainter:
    """Draws outlines, areas, boxes and labels; calls ``on_ready`` when they are there to be painted.

    Choices make a new plan, which is arrays alone. A cursor that moves from object to object repaints an image that is
    kept, and the two objects.
    """

    def __init__(
        self, instances: Instances, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> None:
        self._instances = instances
        self._labels = labels
        self._on_ready = on_ready
        self._style = OverlayStyle()
        self._shapes: Shapes | None = None
        self._drawing: Drawing | None = None
        self._layer: _Layer | None = None
        self._links: InstancesLinks | None = None
        self._key = ""
        self._state: tuple[object, ...] = ()
        self._notice = ""
        self._preparing: Latest[Shapes] = Latest(background, self._on_prepared, self._on_failed)
        self._preparing.submit(lambda: shapes_of(instances))

    @property
    def notice(self) -> str:
        """What the user must know about what is drawn; empty when there is nothing to know."""
        if self._notice or self._links is None:
            return self._notice
        if self._is_by_outcome and self._links.reference is None:
            return translate("InstancesPainter", "Without a reference nothing is right or missed: coloured by class.")
        return self._links.notice

    @property
    def shapes(self) -> Shapes | None:
        """What is drawn; None while it is being prepared."""
        return self._shapes

    def follow(self, links: InstancesLinks, key: str) -> None:
        """Draw what the links know of the cell of this key."""
        self._links, self._key = links, key

    def close(self) -> None:
        """Forget what is still being prepared."""
        self._preparing.cancel()

    def set_labels(self, labels: LabelSet) -> None:
        """Take over other names and colours."""
        self._labels = labels

    def set_style(self, style: OverlayStyle) -> None:
        """Draw with these choices from now on."""
        self._style = style

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is ready of what is in the frame."""
        drawing = self._current_drawing()
        if drawing is None:
            return
        painter.save()
        painter.setClipRect(frame.rect, Qt.ClipOperation.IntersectClip)
        if self._layer is None or self._layer.drawing is not drawing or self._layer.frame != frame:
            self._layer = _Layer(frame, drawing)
        self._layer.paint(painter)
        if self._links is not None:
            drawing.paint_lit(painter, frame, self._links.highlighted(self._key), self._links.missed_lit(self._key))
        painter.restore()

    @property
    def _is_by_outcome(self) -> bool:
        return COLOR_BY.value_in(self._style.options) == BY_OUTCOME

    def _current_drawing(self) -> Drawing | None:
        """What is drawn by the choices as they are; kept while they and what is known of other cells stay the same."""
        if self._shapes is None:
            return None
        links = self._links
        missed = links.reference_shapes if links is not None and self._is_by_outcome else None
        state = (self._style, self._labels, None if links is None else links.revision, missed, self._key)
        if self._drawing is None or not all(a is b or a == b for a, b in zip(state, self._state, strict=True)):
            self._state = state
            is_truth = links is not None and links.is_reference(self._key)
            self._drawing = Drawing(
                self._shapes, self._plan(self._shapes), self._labels, self._style, missed, is_truth, self._drawing
            )
        return self._drawing

    def _plan(self, shapes: Shapes) -> Plan:
        shown = is_left(self._instances, shapes.areas_px, self._style.filters)
        shown &= is_listed(self._instances, self._labels, self._style.hidden)
        outcome = self._links.outcome(self._key) if self._links is not None and self._is_by_outcome else None
        return plan_of(self._instances, self._labels, self._style, shown, outcome)

    def _on_prepared(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._on_ready()

    def _on_failed(self, error: BaseException) -> None:
        self._notice = str(readable_error(error, translate("InstancesPainter", "These objects cannot be drawn")))
        self._on_ready()
