"""Difference: where two lanes disagree, and with a reference which of them is right."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from granview.core.readable_errors import readable_error
from granview.gui.background.latest import BackgroundPool, Latest
from granview.gui.lanes.pictures.cell_artist import CellArtist, same_pixels
from granview.gui.lanes.pictures.difference_legend import Legend, LegendRow
from granview.gui.lanes.pictures.scene import Scene
from granview.gui.model.view_state import ViewState
from granview.gui.paint.frame import Frame
from granview.gui.paint.indexed import IndexedPainter
from granview.gui.paint.overlay_style import argb
from granview.gui.presenters.label_map_difference import LabelMapDifference, label_map_difference, sides
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.style.theme import SPACING, Theme
from granview.scoring.mask_difference import BOTH_RIGHT, BOTH_WRONG, DIFFERENT, ONLY_LEFT_RIGHT, ONLY_RIGHT_RIGHT, SAME

_VEIL: Final = 0.35
_ROLES: Final = {
    ONLY_LEFT_RIGHT: "only_left",
    ONLY_RIGHT_RIGHT: "only_right",
    BOTH_WRONG: "both_wrong",
    DIFFERENT: "different",
}


class DifferenceScene(Scene):
    """Paints a difference map over the dimmed picture, with a legend that names its colours."""

    def __init__(self, view: ViewState, theme: Theme, background: BackgroundPool) -> None:
        super().__init__(view, theme, background)
        self._legend: Legend | None = None
        self._area = QRect()
        self._inputs: list[PictureContent] = []
        self._notice = ""
        self._found: LabelMapDifference | None = None
        self._layer: IndexedPainter | None = None
        self._comparing: Latest[LabelMapDifference] = Latest(background, self._on_compared, self._on_failed)
        view.changed.connect(self._on_view_changed)

    @property
    def notice(self) -> str:
        """Why there is no difference map, where there is none."""
        return self._notice

    def attach(self, canvas: QWidget) -> None:
        """Lay the legend over the canvas."""
        self._legend = Legend(self.theme, canvas)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        super().set_theme(theme)
        if self._legend:
            self._legend.set_theme(theme)
        self._recolor()

    def place(self, area: QRect) -> None:
        """Put the legend into the lower left corner."""
        self._area = area
        if self._legend:
            size = self._legend.sizeHint().boundedTo(area.size())
            bottom = area.bottom() - SPACING - size.height()
            self._legend.setGeometry(area.left() + SPACING, bottom, size.width(), size.height())

    def show(self, artists: Sequence[CellArtist], reference: PictureContent | None) -> None:
        """Compare these from now on; what has been compared already is kept."""
        super().show(artists, reference)
        contents = [artist.content for artist in artists]
        inputs = [content for content in (*contents, reference) if content is not None]
        if not _same_inputs(inputs, self._inputs):
            self._inputs = inputs
            self._compare(contents, reference)
        self._show_legend()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the picture, dimmed, and the difference map."""
        if not self.artists:
            return
        self.artists[0].paint_picture(painter, frame)
        if self._layer:
            painter.fillRect(frame.image_rect.intersected(frame.rect), self.theme.color("canvas", _VEIL))
            self._layer.paint(painter, frame)

    def _compare(self, contents: Sequence[PictureContent], reference: PictureContent | None) -> None:
        self._found, self._layer, self._notice = None, None, ""
        self._comparing.cancel()
        compared = sides(contents[0], contents[1], reference) if len(contents) == 2 else None
        if compared is None:
            return
        left, right, truth = compared
        if len({side.labels.shape for side in compared if side}) > 1:
            self._notice = self.tr("These masks differ in size and cannot be compared.")
            return
        self._comparing.submit(lambda: label_map_difference(left, right, truth))

    def _on_compared(self, found: LabelMapDifference) -> None:
        self._found = found
        self._layer = IndexedPainter(found.levels)
        self._recolor()
        self._show_legend()
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._notice = str(readable_error(error, self.tr("These masks cannot be compared")))
        self.side_changed.emit()

    def _on_view_changed(self, name: str) -> None:
        if name == "opacity":
            self._recolor()
            self.changed.emit()

    def _recolor(self) -> None:
        if self._layer is None or self._found is None:
            return
        strength = 1 - (1 - self.view.opacity) ** 2
        table = [0] * 256
        for index, value in enumerate(self._found.compaction.classes, start=1):
            color = self.theme.color(_ROLES[value])
            table[index] = argb((color.red(), color.green(), color.blue()), strength)
        self._layer.set_table(table)

    def _show_legend(self) -> None:
        if self._legend:
            found = self._found
            words = self._words() if found else {}
            self._legend.show_rows(
                [LegendRow(_ROLES.get(value, ""), text, found.share(value)) for value, text in words.items()]
                if found
                else []
            )
            self.place(self._area)

    def _words(self) -> dict[int, str]:
        left, right = (artist.content.title for artist in self.artists)
        if self._found and self._found.has_reference:
            return {
                ONLY_LEFT_RIGHT: self.tr("Only {lane} right").format(lane=left),
                ONLY_RIGHT_RIGHT: self.tr("Only {lane} right").format(lane=right),
                BOTH_WRONG: self.tr("Both wrong"),
                BOTH_RIGHT: self.tr("Both right"),
            }
        return {DIFFERENT: self.tr("Different"), SAME: self.tr("Same")}


def _same_inputs(some: Sequence[PictureContent], others: Sequence[PictureContent]) -> bool:
    """Whether comparing these comes to the same: the same arrays in memory, in the same label spaces."""
    return len(some) == len(others) and all(
        same_pixels(a.label_map, b.label_map) and _space(a) == _space(b) for a, b in zip(some, others, strict=True)
    )


def _space(content: PictureContent) -> tuple[object, ...]:
    labels = content.labels
    return (content.is_reference, content.class_map, labels and labels.names, labels and labels.void)
