"""The acts that open a page: preferences, classes, export, keys, about. Pages are loaded when first opened."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from granview.gui.commands.menus import acts_by_menu
from granview.gui.guide.guide_pages import FIRST_COMPARISON, FIRST_PAGE
from granview.gui.guide.open_guide import open_guide, page_in_focus
from granview.gui.services import Services
from granview.gui.session.exporter import Exporter
from granview.gui.session.preferences import Preferences
from granview.gui.session.window_memory import WindowMemory
from granview.gui.widgets.action_set import ActionSet


class DialogCommands(QObject):
    """Adds the acts that open pages to the action set."""

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        exporter: Exporter,
        memory: WindowMemory,
        actions: ActionSet,
        parent: QWidget,
        grid: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._exporter = exporter
        self._memory = memory
        self._actions = actions
        self._window = parent
        self._grid = grid
        tr = self.tr
        actions.add("export", tr("&Export…"), self.export, ("Ctrl+E",), "export")
        actions.add("report", tr("&Report…"), self.report, ("Ctrl+Shift+E",), "export")
        actions.add("copy-view", tr("&Copy what is on screen"), self.copy_view, ("Ctrl+C",), "copy")
        actions.add("classes", tr("Match &classes…"), self.match_classes, ("Ctrl+K",), "classes")
        actions.add("text-params", tr("How &texts are run…"), self.set_text_params, ("Ctrl+T",), "text")
        actions.add("task-params", tr("How tasks are &run…"), self.set_task_params, ("Ctrl+Shift+T",), "settings")
        actions.add("preferences", tr("&Preferences…"), self.set_preferences, ("Ctrl+,",), "settings")
        actions.add("keyboard", tr("&Keyboard"), self.show_keys, ("?",))
        tip = tr("The page of the guide about the panel that has the focus")
        actions.add("guide-here", tr("&Help on this panel"), self.open_guide_here, ("F1",), "help", tip)
        actions.add("guide", tr("&Guide"), self.open_guide)
        actions.add("first-comparison", tr("A &first comparison in five minutes"), self.open_first_comparison)
        actions.add("updates", tr("Check for &updates…"), self.check_updates)
        actions.add("crash-reports", tr("Reports of &defects…"), self.open_crash_reports)
        actions.add("about", tr("&About GranView"), self.show_about)

    def export(self) -> None:
        """Let the user choose what to write, and where."""
        from granview.gui.dialogs.export import ExportDialog
        from granview.report.hourly_prices import hourly_prices

        sample, prices = self._services.model.samples.current, hourly_prices(self._preferences.settings)
        _open(ExportDialog(self._exporter, self._memory, sample, prices, self._window))

    def report(self) -> None:
        """Let the user choose what a report is to be like, and where to."""
        from granview.gui.dialogs.report import ReportDialog
        from granview.report.hourly_prices import hourly_prices

        lanes = [lane.name for lane in self._services.model.lanes.all()]
        prices = hourly_prices(self._preferences.settings)
        _open(ReportDialog(self._exporter, self._memory, lanes, prices, self._window))

    def copy_view(self) -> None:
        """Put a picture of what is on screen on the clipboard."""
        QGuiApplication.clipboard().setPixmap(self._grid.grab())
        self._services.event_log.write(self.tr("What is on screen is on the clipboard."))

    def match_classes(self) -> None:
        """Let the user say which class of a model is which class of the references."""
        from granview.gui.dialogs.classes import ClassesDialog

        _open(ClassesDialog(self._services, self._window))

    def set_preferences(self) -> None:
        """Let the user change settings."""
        from granview.gui.dialogs.preferences import PreferencesDialog

        _open(PreferencesDialog(self._preferences, self._window))

    def set_text_params(self) -> None:
        """Let the user say how texts are given to models, and how text is generated."""
        from granview.gui.dialogs.text_params import TextParamsDialog

        _open(TextParamsDialog(self._services, self._preferences, self._window))

    def set_task_params(self) -> None:
        """Let the user choose the parameters that the lanes' tasks have of their own."""
        from granview.gui.dialogs.task_params import TaskParamsDialog

        _open(TaskParamsDialog(self._services, self._window))

    def show_keys(self) -> None:
        """List all keys."""
        from granview.gui.dialogs.keyboard import KeyboardDialog

        _open(KeyboardDialog(acts_by_menu(self._actions), self._window))

    def open_guide_here(self) -> None:
        """Show the page of the guide about what has the focus."""
        open_guide(page_in_focus(), self._window)

    def open_guide(self) -> None:
        """Show the guide's first page."""
        open_guide(FIRST_PAGE, self._window)

    def open_first_comparison(self) -> None:
        """Show the page that a newcomer begins with."""
        open_guide(FIRST_COMPARISON, self._window)

    def check_updates(self) -> None:
        """Let the user ask whether there is a newer version, and whether that is asked at each start."""
        from granview.gui.dialogs.updates import UpdatesDialog

        _open(UpdatesDialog(self._preferences, self._services.network_jobs, self._window))

    def open_crash_reports(self) -> None:
        """Open the folder where reports of defects are kept; say that there are none where there are none."""
        from granview.io.crash_files import crash_folder

        folder = crash_folder()
        if not any(folder.glob("crash-*.txt")):
            self._services.event_log.write(self.tr("There are no reports of defects."))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def show_about(self) -> None:
        """Say what this is, and under which terms."""
        from granview.gui.dialogs.about import AboutDialog

        _open(AboutDialog(self._services.jobs, self._window))


def _open(dialog: QDialog) -> None:
    dialog.open()
