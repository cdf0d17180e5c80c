"""What the window says without being asked: title, status line, banners."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QProgressBar

from granview.gui.background.connections import connect_while
from granview.gui.language.below import localized
from granview.gui.model.event_log import Entry, Level
from granview.gui.sample_kind_view import kind_view
from granview.gui.services import Services
from granview.gui.session.import_summary import ImportSummary
from granview.gui.style.theme import SPACING
from granview.gui.widgets.announce import announce
from granview.gui.widgets.text_preview import as_tip
from granview.gui.window import MainWindow
from granview.io.data_set import Leftover
from granview.io.leftovers import in_words
from granview.io.search_events import Notice, Problem

_MESSAGE_MS: Final = 8_000
_MAX_PROBLEM_LINES: Final = 200


class Status(QObject):
    """Follows intake, runs, session and log."""

    def __init__(self, services: Services, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._window = window
        self._bar = window.statusBar()
        self._progress = QProgressBar(textVisible=False)
        self._progress.setFixedWidth(140)
        self._bar.setContentsMargins(8, 0, 12, 0)
        self._progress.hide()
        self._was_running = False
        self._count = QLabel()
        self._bar.addPermanentWidget(self._count)
        self._bar.addPermanentWidget(self._progress)
        services.importer.progress.connect(self._on_intake_progress)
        services.importer.problems_arrived.connect(self._on_problems)
        services.importer.finished.connect(self._on_intake_finished)
        services.runner.nothing_to_run.connect(self._on_nothing_to_run)
        services.event_log.added.connect(self._on_logged)
        lanes, samples = services.model.lanes, services.model.samples
        lanes.changed.connect(self._show_run)
        connect_while(self, lanes.lane_changed, lambda _: self._show_run())
        for signal in (samples.changed, samples.order_changed, samples.current_changed):
            signal.connect(self._show_place)
        services.document.replaced.connect(window.banners.clear)  # what was said of the other comparison
        services.document.replaced.connect(self._show_session)
        services.document.renamed.connect(self._show_session)
        services.document.modified_changed.connect(self._show_modified)
        self._show_session()
        self._show_place()

    def say(self, text: str) -> None:
        """Say something in the status line for a while."""
        words = " – ".join(map(localized, text.split(" – ")))
        self._bar.showMessage(self._fitted(words), _MESSAGE_MS)
        self._bar.setToolTip(as_tip(words))

    def _fitted(self, text: str) -> str:
        """Words that end before what stands on the right; the tool tip says them whole."""
        beside = sum(each.width() + 2 * SPACING for each in (self._count, self._progress) if each.isVisible())
        room = max(self._bar.width() - beside - 4 * SPACING, 20 * SPACING)
        return self._bar.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _on_intake_progress(self, n_samples: int, folder: str) -> None:
        self._bar.showMessage(
            self.tr("Searching {folder}: {found} samples so far").format(folder=folder, found=n_samples)
        )

    def _on_problems(self, problems: Sequence[Problem]) -> None:
        for problem in problems[:_MAX_PROBLEM_LINES]:
            level = Level.INFO if isinstance(problem, Notice) else Level.WARNING
            self._services.event_log.write(f"{problem.error} {problem.hint}".strip(), level)
        if len(problems) > _MAX_PROBLEM_LINES:
            rest = problems[_MAX_PROBLEM_LINES:]
            passed_over = sum(not isinstance(problem, Notice) for problem in rest)
            self._say_more(self.tr("{count} more files were passed over, for reasons like these."), passed_over)
            self._say_more(self.tr("The like is to be said of {count} more files."), len(rest) - passed_over)

    def _say_more(self, text: str, count: int) -> None:
        if count:
            self._services.event_log.write(text.format(count=count), Level.WARNING)

    def _on_intake_finished(self, summary: ImportSummary) -> None:
        words = self._in_words(summary)
        if summary.added or summary.paired:
            self._services.event_log.write(words)
        self.say(" – ".join([words, *self._first_of(summary.notices)]))
        if summary.problems:
            one = self.tr("Not used: {what}; a line in the log says why.")
            several = self.tr("Not used: {what}; {count} lines in the log say why.")
            text = one if summary.problems == 1 else several
            words = text.format(what=in_words(summary.leftovers), count=f"{summary.problems:,}")
            act = (self.tr("Show what is left over…"), lambda: self._show_leftovers(summary.leftovers))
            self._window.banners.show_text("intake", words, act)

    def _first_of(self, notices: Sequence[str]) -> list[str]:
        """The first notice, and how many more there are; nothing where there is none."""
        if len(notices) < 2:
            return list(notices)
        more = self.tr("1 more notice is in the log.")
        if len(notices) > 2:
            more = self.tr("{n} more notices are in the log.").format(n=len(notices) - 1)
        return [f"{notices[0]} {more}"]

    def _show_leftovers(self, leftovers: Sequence[Leftover]) -> None:
        from granview.gui.dialogs.leftovers import LeftoversDialog

        dialog = LeftoversDialog(leftovers, self._window)
        dialog.log_wanted.connect(lambda: self._window.docks.show_panel("log"))
        dialog.open()

    def _in_words(self, summary: ImportSummary) -> str:
        tr = self.tr
        by_kind = sorted((kind_view(kind) for kind in summary.by_kind), key=lambda view: view.rank)
        parts = [
            *(view.added(summary.by_kind[view.name]) for view in by_kind),
            tr("{n} with reference").format(n=summary.with_reference) if summary.with_reference else "",
            tr("{n} given a reference").format(n=summary.paired) if summary.paired else "",
            tr("{n} were here already").format(n=summary.known) if summary.known and not summary.paired else "",
            tr("columns to be chosen") if summary.prompts else "",
            tr("search stopped") if summary.cancelled else "",
        ]
        return ", ".join(part for part in parts if part) or tr("Nothing found that can be compared.")

    def _on_nothing_to_run(self) -> None:
        model = self._services.model
        if not len(model.lanes) or not len(model.samples):
            self.say(self.tr("Add images or texts, and at least one model first."))
        elif not any(model.samples_of(name) for name in model.lanes.names()):
            self.say(self.tr("No model here is for samples like these. Add one that is."))
        else:
            self.say(self.tr("Everything is up to date. Shift+R runs it all again."))

    def _on_logged(self, entries: Sequence[Entry]) -> None:
        newest = max((entry for entry in entries if not entry.aside), key=lambda entry: entry.level, default=None)
        if newest is None:
            return
        words = f"{newest.source}: {newest.text}" if newest.source else newest.text
        self.say(words)
        if newest.level >= Level.WARNING:
            announce(self._window, words, at_once=newest.level is Level.ERROR)

    def _announce_end(self) -> None:
        """Say to who does not see it that nothing runs any more, and what each lane has done."""
        words = self.tr("{lane}: {done} of {total}, {failed} failed")
        lanes = [lane for lane in self._services.model.lanes.all() if lane.total]
        each = (words.format(lane=one.name, done=one.done, total=one.total, failed=one.failed) for one in lanes)
        announce(self._window, ". ".join((self.tr("The run has ended"), *each)))

    def _show_run(self) -> None:
        busy = [lane for lane in self._services.model.lanes.all() if lane.total and lane.has_process]
        running = self._services.model.lanes.is_running
        self._progress.setVisible(running)
        if self._was_running and not running:
            self._announce_end()
        self._was_running = running
        if running:
            self._progress.setRange(0, sum(lane.total for lane in busy))
            self._progress.setValue(sum(lane.done for lane in busy))

    def _show_place(self) -> None:
        samples = self._services.model.samples
        current = samples.current
        if current is None:
            self._count.setText("")
            return
        place = samples.order.index(current.name) + 1 if current.name in samples.order else 0
        text = self.tr("Sample {place} of {count}").format(place=place or "–", count=len(samples.order))
        self._count.setText(text)

    def _show_modified(self) -> None:
        self._window.setWindowModified(self._services.document.is_modified)

    def _show_session(self) -> None:
        session = self._services.document.session
        name = self.tr("unsaved comparison") if session.unnamed else session.path.name
        self._window.setWindowTitle(f"{name}[*] — GranView")
        self._show_modified()
        self._window.banners.remove("session")
        for notice in session.notices:
            self._window.banners.show_text("session", notice)
