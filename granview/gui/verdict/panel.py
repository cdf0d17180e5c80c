"""What the comparison comes to: which model is enough, where, how surely, and at what cost."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout

from granview.gui.background.connections import connect_while
from granview.gui.model.panel_lines import panel_line
from granview.gui.panel import PANELS, DockSide
from granview.gui.report_panel import ReportPanel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.verdict.margin_button import MarginButton
from granview.gui.verdict.passage_view import PassageView
from granview.gui.verdict.spoken_language import spoken_language
from granview.gui.verdict.verdict_report import VerdictReport, read_report
from granview.gui.widgets.flow_layout import FlowRow
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.segmented import Segmented
from granview.report.margins import Margins
from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.passage import Line, Passage, passage_of
from granview.report.verdict.plain_text import plain_text
from granview.report.verdict.session_verdicts import write_margins
from granview.store.session import Session

_DELAY_MS: Final = 900


@PANELS.register("verdict")
class VerdictPanel(ReportPanel[VerdictReport]):
    """The passage below its language, the margins that it rests on, and a button that copies it."""

    place = DockSide.BOTTOM
    rank = -1
    key = "Ctrl+0"
    guide = "guide/verdict.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme, _DELAY_MS)
        self._report = VerdictReport()
        self.passage: Passage | None = None
        self.view = PassageView(theme)
        self.margins = MarginButton()
        self.language = Segmented([(each.code, each.title, None, "") for each in LANGUAGES.values()])
        self.copy_button = QPushButton(self.tr("Copy passage"))
        self._hint = Hint()
        self._lay_out()
        self.language.chosen.connect(self.set_language)
        self.margins.changed.connect(self._on_margins)
        self.margins.reset_asked.connect(self._on_margins_reset)
        self.copy_button.clicked.connect(self.copy_passage)
        self.view.place_clicked.connect(self._on_place)
        connect_while(self, services.view.changed, lambda name: self._ask() if name == "pinned" else None)
        services.model.lanes.changed.connect(self._on_lanes_changed)
        connect_while(self, services.preferences.changed, lambda _: self._show())
        self._ask()
        self._show()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Verdict")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self.view.set_theme(theme)

    def set_language(self, code: str) -> None:
        """Say it in this language from now on, and at the next start."""
        preferences = self.services.preferences
        preferences.change(preferences.settings.with_verdict_language(code))

    def copy_passage(self) -> None:
        """Put the whole passage on the clipboard, as plain text."""
        if self.passage is not None:
            QGuiApplication.clipboard().setText(plain_text(self.passage))

    def _lay_out(self) -> None:
        self._head = FlowRow(8)
        for widget in (self.task, self.language, self.margins, self.copy_button):
            self._head.flow.addWidget(widget)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 4, 6)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)

    def _ask(self) -> None:
        self._feed.ask(partial(read_report, task=self._task_name(), pinned=self.services.view.pinned))

    def _on_focus_changed(self) -> None:
        """The verdict stays about everything, also while a part of it is looked at."""

    def _on_lanes_changed(self) -> None:
        self._feed.invalidate()
        self._show()

    def _on_report(self, report: VerdictReport) -> None:
        self._report = report
        self._show()

    def _show(self) -> None:
        facts = self._report.facts
        is_said = facts is not None and self._report.has_results and len(self.services.model.lanes) > 1
        self.passage = passage_of(facts, LANGUAGES[self._language()]) if facts is not None and is_said else None
        self.language.set_current(self._language())
        may_change = not self.services.document.is_read_only
        self.margins.show_facts(facts if is_said else None, self._report.margins, may_change=may_change)
        self._head.setVisible(is_said)
        self._hint.setText(self._explanation())
        if self.passage is not None:
            self.view.show_passage(self.passage)
        self._stack.setCurrentIndex(int(is_said))

    def _language(self) -> str:
        return spoken_language(self.services.preferences.settings).code

    def _on_margins(self, margins: dict[str, float]) -> None:
        self._keep({**self._report.margins.of_metric, **margins})

    def _on_margins_reset(self) -> None:
        kept = self._report.margins.of_metric
        self._keep({name: margin for name, margin in kept.items() if name not in self.margins.fields})

    def _keep(self, of_metric: dict[str, float]) -> None:
        if self.services.document.is_read_only:
            self.services.event_log.write(self.tr("This session is open elsewhere, so that its margins stay."))
            return
        kept = Margins(of_metric=of_metric)
        self._report = replace(self._report, margins=kept)
        self.services.document.write(partial(_keep_margins, margins=kept), lambda _: self._feed.invalidate())

    def _on_place(self, line: Line) -> None:
        if line.asked is not None:
            self.services.focus.set_slice(line.asked)

    def _explanation(self) -> str:
        return panel_line("verdict", self.services.model) or self.tr(
            "Here stands what the comparison comes to: which model is enough, where the larger one is needed, how "
            "surely, and at what cost. It needs two models with one task, and references."
        )


def _keep_margins(session: Session, margins: Margins) -> None:
    write_margins(session, margins)
