"""The line above the lanes that says what everything is narrowed to, and narrows it no more."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from granview.core.slices import Condition
from granview.gui.services import Services
from granview.gui.slices.focus_watch import FocusCounts, FocusWatch
from granview.gui.slices.slice_words import column_title, condition_words
from granview.gui.style.stylesheet import mixed
from granview.gui.style.theme import Theme
from granview.gui.widgets.flow_layout import FlowRow

_MOST_WORDS_PX: Final = 240


class FocusLine(QWidget):
    """Chips for the conditions, how much is left, and acts; hidden while everything is in focus.

    Args:
        services: The focus, and what is counted.
        theme: The colours.
        edit: Opens the editor of slices at a place of the screen.
    """

    def __init__(self, services: Services, theme: Theme, edit: Callable[[QPoint], object]) -> None:
        super().__init__()
        self._services = services
        self._watch = FocusWatch(services, self)
        self.setObjectName("focusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row = FlowRow()
        self.words = QLabel(wordWrap=True)
        self.words.setToolTip(self.tr("Metrics of whole samples are of the samples that have such units"))
        self.edit = QPushButton(self.tr("Slices…"))
        self.edit.setToolTip(self.tr("Narrow further, save this slice, or choose another one (G)"))
        self.edit.clicked.connect(lambda _=False: edit(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 4))))
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setToolTip(self.tr("Show everything again (Esc)"))
        self.clear.clicked.connect(lambda _=False: services.focus.clear())
        self._lay_out()
        services.focus.slice_changed.connect(self._show)
        self._watch.changed.connect(self._show)
        self.set_theme(theme)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        ground, edge = mixed(theme.panel, theme.accent, 0.14), mixed(theme.panel, theme.accent, 0.4)
        self.setStyleSheet(
            f"#focusLine {{ background: {ground}; border-radius: 6px; }}"
            f" #focusChip {{ background: {theme.panel}; border: 1px solid {edge}; border-radius: 9px;"
            " padding: 1px 8px; }"
        )

    @property
    def counts(self) -> FocusCounts:
        """What is left, as it was counted last."""
        return self._watch.counts

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.row.setSizePolicy(policy)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 3, 4, 3)
        layout.setSpacing(10)
        layout.addWidget(self.row, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.edit)
        layout.addWidget(self.clear)

    def _show(self) -> None:
        conditions = self._services.focus.slice.conditions
        self.setVisible(bool(conditions))
        self.row.show_widgets([self._chip(each) for each in conditions])
        self.words.setText(self._counted())
        self.words.setMinimumWidth(min(self._width_of_two_lines(), _MOST_WORDS_PX))

    def _width_of_two_lines(self) -> int:
        """Of what is said beside the chips, which would leave it the width of its longest word."""
        metrics = self.words.fontMetrics()
        return metrics.horizontalAdvance(self.words.text()) // 2 + metrics.averageCharWidth() * 6

    def _chip(self, condition: Condition) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("focusChip")
        chip.setText(condition_words(condition))
        chip.setIcon(self._services.icons.icon("close"))
        chip.setIconSize(QSize(10, 10))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolTip(self.tr("Ask for it no more"))
        focus = self._services.focus
        chip.clicked.connect(lambda _=False: focus.set_slice(focus.slice.without(condition.column)))
        return chip

    def _counted(self) -> str:
        counts = self._watch.counts
        if counts.wanted != self._services.focus.slice:
            return self.tr("Counting…")
        left = self.tr("{units} of {all_units} units, in {samples} of {all_samples} samples").format(
            units=f"{counts.n_units:,}",
            all_units=f"{counts.of_units:,}",
            samples=f"{len(counts.samples):,}",
            all_samples=f"{counts.of_samples:,}",
        )
        return " ".join(words for words in (left if counts.narrows else "", self._unasked(counts)) if words)

    def _unasked(self, counts: FocusCounts) -> str:
        if not counts.of_units:
            return self.tr("No units here: nothing is narrowed.")
        titles = ", ".join(column_title(name) for name in counts.unknown)
        return self.tr("Not asked here, where it is not known: {columns}.").format(columns=titles) if titles else ""
