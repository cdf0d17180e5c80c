"""The results in a line, while their panels are folded away: the verdict, the best lane and its number."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolBar, QToolButton

from granview.gui.background.connections import connect_while
from granview.gui.services import Services
from granview.gui.session.live_query import LiveQuery
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.lane_mark import lane_mark_pixmap
from granview.gui.style.theme import SPACING, Theme
from granview.gui.verdict.best_lane import best_lane
from granview.gui.verdict.spoken_language import spoken_language
from granview.gui.verdict.verdict_report import VerdictReport, read_report
from granview.gui.widgets.text_preview import as_tip
from granview.report.verdict.passage import short_form

_DELAY_MS: Final = 900
_MARK_PX: Final = 11


class Headline(QFrame):
    """A row of the best lane and the sentences of the verdict, which wrap; a click asks for the whole."""

    clicked = Signal()

    def __init__(self, unfold: QToolButton) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dot, self.best, self.words = QLabel(), QLabel(), QLabel(wordWrap=True)
        self.best.setProperty("role", "heading")
        self.dot.setFixedSize(_MARK_PX, _MARK_PX)
        for label in (self.best, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACING, 2, SPACING, 2)
        row.setSpacing(SPACING)
        for widget in (unfold, self.dot, self.best):
            row.addWidget(widget)
        row.addWidget(self.words, 1)

    def sizeHint(self) -> QSize:
        """As high as the sentences need in this width."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Narrow, since the sentences wrap."""
        return QSize(SPACING * 30, self._wanted_height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for the whole."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def fit(self) -> None:
        """Take the height that the words need."""
        if self.height() != self._wanted_height() or self.minimumHeight() != self._wanted_height():
            self.setFixedHeight(self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.fit()

    def _wanted_height(self) -> int:
        layout = self.layout()
        least = self.fontMetrics().height() + 2 * SPACING
        return least if layout is None else max(layout.totalHeightForWidth(max(self.width(), 1)), least)


class HeadlineBar(QToolBar):
    """Stands at the foot of the window while the results are folded; ``unfold_asked`` asks for them."""

    unfold_asked = Signal()

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._report = VerdictReport()
        self._was_running = False
        self.setObjectName("headline")
        self.setWindowTitle(self.tr("Results"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.unfold = QToolButton()
        self.unfold.setText(self.tr("Results"))
        self.unfold.setProperty("labelled", "true")
        self.unfold.setIcon(services.icons.icon("unfold"))
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unfold.setToolTip(self.tr("Show the verdict, tables and plots (Ctrl+J)"))
        self.unfold.clicked.connect(self.unfold_asked)
        self.line = Headline(self.unfold)
        self.line.clicked.connect(self.unfold_asked)
        self.addWidget(self.line)
        self._feed: LiveQuery[VerdictReport] = LiveQuery(services.document, self, _DELAY_MS)
        self._feed.ready.connect(self._on_report)
        self._feed.failed.connect(services.event_log.write_error)
        self._connect()
        self._ask()
        self._show()

    @property
    def report(self) -> VerdictReport:
        """What the line is made of."""
        return self._report

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self._show()

    def event(self, event: QEvent) -> bool:
        """Compute only while somebody looks."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._feed.set_active(event.type() == QEvent.Type.Show)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return asks for the whole."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.unfold_asked.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        services = self._services
        services.model.rows_changed.connect(self._on_changed)
        services.model.loaded.connect(self._feed.restart)
        services.model.lanes.changed.connect(self._on_changed)
        services.tasks.changed.connect(self._ask)
        services.view.changed.connect(self._on_view_changed)
        connect_while(self, services.model.lanes.lane_changed, self._on_lane_changed)
        services.preferences.changed.connect(self._on_preferences_changed)

    def _on_changed(self, *_: object) -> None:
        self._feed.invalidate()

    def _on_lane_changed(self, _: object) -> None:
        """The best lane is named once all have been over the same samples: in the middle of a run it comes and goes."""
        if self._services.model.lanes.is_running != self._was_running:
            self._was_running = not self._was_running
            self._show()

    def _not_yet(self) -> str:
        running = self._services.model.lanes.is_running
        return self.tr("The first scores are on their way.") if running else self.tr("Nothing is scored yet.")

    def _on_view_changed(self, name: str) -> None:
        if name == "pinned":
            self._ask()

    def _on_preferences_changed(self, _: object) -> None:
        self._show()

    def _ask(self) -> None:
        task = self._services.tasks.current
        name = None if task is None else task.name
        self._feed.ask(partial(read_report, task=name, pinned=self._services.view.pinned))

    def _on_report(self, report: VerdictReport) -> None:
        self._report = report
        self._show()

    def _show(self) -> None:
        line, facts = self.line, self._report.facts
        is_said = facts is not None and self._report.has_results and len(self._services.model.lanes) > 1
        running = self._services.model.lanes.is_running
        best = best_lane(facts) if is_said and not running and facts is not None else None
        language = spoken_language(self._services.preferences.settings)
        said = short_form(facts, language) if is_said and facts is not None else (self._not_yet(),)
        line.words.setText(said[0])
        line.words.setToolTip(as_tip("\n".join(said)))
        line.best.setVisible(best is not None)
        line.dot.setVisible(best is not None)
        if best is not None:
            words = self.tr("{lane}: {metric} {value}")
            line.best.setText(words.format(lane=best.lane, metric=best.metric, value=best.value))
            line.best.setToolTip(self.tr("The best {metric}, n = {n}").format(metric=best.metric, n=best.n_samples))
            lane = self._services.model.lanes.get(best.lane)
            color = self._theme.muted if lane is None else lane_color(self._theme, lane.place)
            line.dot.setPixmap(lane_mark_pixmap(color, _MARK_PX, _MARK_PX / 2 - 1))
        line.setAccessibleName(" ".join(part for part in (line.best.text() if best else "", line.words.text()) if part))
        line.fit()
