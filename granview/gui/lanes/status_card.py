"""The card in the middle of a cell that has nothing to show: why, how far, and what to do."""

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from granview.gui.lanes.cell_status import Status, Tone
from granview.gui.lanes.overlay_style_sheets import card_style_sheet
from granview.gui.lanes.plain_tip import plain_tip
from granview.gui.language.below import localized, localized_lines
from granview.gui.style.theme import SPACING, Theme

_MAX_WIDTH: Final = 40 * SPACING
_STEPS: Final = 1000


class StatusCard(QFrame):
    """Shows a status: headline, detail, progress, and a button that starts the lane again."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: Tone | None = None
        self._status: Status | None = None
        self.setObjectName("statusCard")
        self._headline = _label("statusHeadline", Qt.TextInteractionFlag.NoTextInteraction)
        self._detail = _label("statusDetail", Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._button = QPushButton()
        self._button.clicked.connect(self.acted)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACING, SPACING + 4, 2 * SPACING, SPACING + 4)
        column.setSpacing(SPACING)
        for widget in (self._headline, self._detail, self._bar):
            column.addWidget(widget)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    @property
    def status(self) -> Status | None:
        """What is shown."""
        return self._status

    def show_status(self, status: Status | None, theme: Theme) -> None:
        """Show this in these colours; None hides the card."""
        if (status, theme) == (self._status, self._theme):
            return
        self._status = status
        self.setVisible(status is not None)
        if status is None:
            return
        self._dress(theme, status.tone)
        self._headline.setText(localized(status.headline))
        self._detail.setText(localized_lines(status.detail))
        self._detail.setVisible(bool(status.detail))
        self._bar.setValue(round((status.progress or 0) * _STEPS))
        self._bar.setVisible(status.progress is not None)
        self._bar.setAccessibleName(status.headline)
        self._button.setText(status.action)
        self._button.setVisible(bool(status.action))
        words = f"{localized(status.headline)} {localized_lines(status.detail)}".strip()
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))

    def _dress(self, theme: Theme, tone: Tone) -> None:
        """Take on a look; a new style sheet costs more than a progress bar may."""
        if (theme, tone) != (self._theme, self._tone):
            self._theme, self._tone = theme, tone
            self.setStyleSheet(card_style_sheet(theme, tone.value))

    def place(self, area: QRect, *, in_the_way: bool) -> None:
        """Stand in the middle of an area, as wide as it allows; at its foot where a picture is to be seen."""
        width = min(_MAX_WIDTH, area.width() - 2 * SPACING)
        self._fit(width, area.height())
        height = min(max(self.heightForWidth(width), 0), area.height())
        room = area.height() - height
        top = area.top() + (room - min(SPACING, room // 2) if in_the_way else room // 2)
        self.setGeometry(area.center().x() - width // 2, top, max(width, 0), height)

    def _fit(self, width: int, most: int) -> None:
        """Leave to the tool tip what there is no room for: first the sentences, then all but the headline."""
        status = self._status
        if status is None:
            return
        parts = (
            (self._detail, bool(status.detail)),
            (self._button, bool(status.action)),
            (self._bar, status.progress is not None),
        )
        for part, is_wanted in parts:
            part.setVisible(is_wanted)
        for part, _ in parts:
            self._column.activate()
            if self.heightForWidth(width) <= most:
                return
            part.hide()


def _label(name: str, interaction: Qt.TextInteractionFlag) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setTextInteractionFlags(interaction)
    return label
