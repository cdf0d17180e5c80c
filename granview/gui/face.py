"""What is seen and pressed: the window, its grid, its acts and its status line, made of the services and joined."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from granview.gui.commands.column_commands import ColumnCommands
from granview.gui.commands.data_set_gate import DataSetGate
from granview.gui.commands.dialog_commands import DialogCommands
from granview.gui.commands.edit_commands import EditCommands
from granview.gui.commands.explain_commands import ExplainCommands
from granview.gui.commands.file_commands import FileCommands
from granview.gui.commands.focus_commands import FocusCommands
from granview.gui.commands.image_commands import ImageCommands
from granview.gui.commands.model_gate import ModelGate
from granview.gui.commands.reference_gate import ReferenceGate
from granview.gui.commands.run_commands import RunCommands
from granview.gui.commands.runtime_commands import RuntimeCommands
from granview.gui.commands.saved_gate import SavedGate
from granview.gui.commands.session_commands import SessionCommands
from granview.gui.commands.view_commands import ViewCommands
from granview.gui.lanes.grid_controller import GridController
from granview.gui.lanes.panel import LaneGrid
from granview.gui.services import Services
from granview.gui.session.data_set_memory import FILE_NAME as KEPT_DATA_SETS
from granview.gui.session.data_set_memory import DataSetMemory
from granview.gui.session.exporter import Exporter
from granview.gui.session.gallery_opener import GalleryOpener
from granview.gui.session.image_surveyor import ImageSurveyor
from granview.gui.session.pictures import Pictures
from granview.gui.start.centre import Centre
from granview.gui.start.reason_line import ReasonLine
from granview.gui.start.tour import Tour
from granview.gui.style.theme import Theme
from granview.gui.window import MainWindow
from granview.gui.window_status import Status


class Face(QObject):
    """All that has words on it. It holds nothing of a comparison: another face takes its place in another language.

    Args:
        services: The parts that have no face, which stay.
        pictures: Decodes what the grid shows.
        surveyor: Looks at what masks hold.
        exporter: Writes files.
        theme: Tells the colours.

    Attributes:
        window: The window.
        grid: The cells.
        centre: The cells, or the start page while there is no sample.
        status: The status line and the banners.
        offers_tour: Whether the tour is to begin with the first results.
    """

    def __init__(
        self,
        services: Services,
        pictures: Pictures,
        surveyor: ImageSurveyor,
        exporter: Exporter,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__()
        self._services = services
        self._pictures = pictures
        self._theme = theme
        memory = services.memory
        self.window = MainWindow(services, memory, theme())
        self.grid = LaneGrid(services.view, services.viewports, theme())
        self.controller = GridController(
            services.model, services.loader, pictures, services.view, services.explainer, self.grid, self
        )
        exporter.show(self.grid)
        self._add_commands(surveyor, exporter)
        self.centre = Centre(self.grid, services, self.window.actions_by_name, theme())
        self.offers_tour = False
        self.tour = Tour(self._part, services.memory, theme(), self.window)
        self.window.actions_by_name.add("tour", self.tr("&Tour"), self.tour.begin)
        self.window.set_content(self.centre, self.files)
        self.reason_line = ReasonLine(
            services.model, services.document, self.window.actions_by_name, services.runtimes.is_there
        )
        self.window.toolbar.say_why(self.reason_line)
        self.status = Status(services, self.window, self)
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self.window.set_theme(theme)
        self.centre.set_theme(theme)
        self.tour.set_theme(theme)
        self.grid.set_theme(theme)

    def go_on_with_tour(self, other: "Face") -> None:
        """Offer the tour where another face has offered it, and show the hint that it shows."""
        if other.tour.is_on:
            self.tour.begin(other.tour.place)
        elif other.offers_tour:
            self.offer_tour()

    def offer_tour(self) -> None:
        """Begin the tour with the first result, once no banner lies under it, unless it was dismissed once."""
        self.offers_tour = self.tour.is_wanted
        if self.offers_tour:
            self._services.model.rows_changed.connect(self._begin_tour)
            self.window.banners.emptied.connect(self._begin_tour)

    def _begin_tour(self, *_: object) -> None:
        model, banners = self._services.model, self.window.banners
        if model.has_results and not model.lanes.is_running and not banners.texts():
            model.rows_changed.disconnect(self._begin_tour)
            banners.emptied.disconnect(self._begin_tour)
            self.offers_tour = False
            self.tour.begin()

    def _part(self, name: str) -> tuple[QWidget, QRect] | None:
        """What a hint of the tour stands at, and which piece of it."""
        window, bar = self.window, self.window.menuBar()
        if name == "menus":
            return bar, bar.actionGeometry(bar.actions()[0])
        part = {"lanes": window.strip, **window.docks.panels}.get(name)
        if name in window.docks.panels and part is not None and not part.isVisible():
            window.docks.show_panel(name)
        return None if part is None else (part, part.rect())

    def close(self) -> None:
        """End what its acts began; what it shows is let go of."""
        self.data_sets.close()
        self.sessions.close()
        self.window.docks.dispose()
        self.grid.show_cells(())

    def delete(self) -> None:
        """Take it off the screen at once, with everything in it: nothing of it hears another signal."""
        self.window.hide()
        Shiboken.delete(self)
        Shiboken.delete(self.window)

    def _add_commands(self, surveyor: ImageSurveyor, exporter: Exporter) -> None:
        services, window, actions = self._services, self.window, self.window.actions_by_name
        memory, preferences = services.memory, services.preferences
        self.edits = EditCommands(services, actions, window)
        self.images = ImageCommands(services, surveyor, window.banners, actions, window)
        kept = DataSetMemory(memory.folder_of_file / KEPT_DATA_SETS)
        self.data_sets = DataSetGate(services, self.images, kept, window.banners, window)
        self.models = ModelGate(services, self)
        self.files = FileCommands(
            services.model,
            services.document,
            services.importer,
            services.event_log,
            memory,
            preferences,
            actions,
            self.models,
            SavedGate(services, window),
            self.data_sets,
            ReferenceGate(services, window.banners, window),
            window,
        )
        self.galleries = GalleryOpener(
            services.model, services.runner, services.importer, services.event_log, self.files.add_inputs, self
        )
        self.columns = ColumnCommands(services, window.banners, window)
        self.sessions = SessionCommands(services, memory, preferences, window.banners, actions, window)
        self.views = ViewCommands(services.model, services.view, services.viewports, actions, window)
        self.explains = ExplainCommands(services.explain, actions, lambda: window.docks.show_panel("explain"), window)
        self.focusing = FocusCommands(services, actions, window)
        self.dialogs = DialogCommands(services, preferences, exporter, memory, actions, window, self.grid)
        self.runtimes = RuntimeCommands(services, actions, window)
        self.runs = RunCommands(services, preferences, self._theme, actions, window)

    def _connect(self) -> None:
        services, window = self._services, self.window
        self.files.session_chosen.connect(self.sessions.open)
        self.sessions.opened.connect(self.files.go_on)
        self.models.models_known.connect(self.runs.add)
        self.models.model_unclear.connect(self.runs.ask_for_lanes)
        window.ask_before_closing(self.sessions.may_close)
        self.files.gallery_chosen.connect(self.galleries.open)
        self.galleries.awaiting.connect(self.centre.await_samples)
        self.galleries.awaiting.connect(self.reason_line.await_samples)
        self.centre.page.gallery_requested.connect(self.galleries.open)
        self.centre.page.session_requested.connect(self.sessions.open)
        window.arrangement.stand_alone(self.centre.is_alone)
        self.centre.alone_changed.connect(window.arrangement.stand_alone)
        window.arrangement.keys_lost.connect(self.centre.take_keys)
        self.sessions.opened.connect(self.centre.take_keys)  # else Qt gives the keys to the filter
        for part in (self.grid, window.strip):
            part.pin_requested.connect(self.views.toggle_pin)
            part.restart_requested.connect(services.runner.restart_lane)
            part.close_requested.connect(lambda name: services.deeds.remove_lanes([name]))
        self.grid.solo_requested.connect(self.views.show_alone)
        window.strip.alone_requested.connect(self.views.show_alone)
        window.strip.run_requested.connect(lambda name: services.runner.run(only_lane=name))
        window.strip.unload_requested.connect(services.runner.unload_lane)
        window.strip.variant_requested.connect(self.runs.add_variant)
        window.strip.variants_requested.connect(self.runs.ask_for_variants)
        window.strip.move_requested.connect(self.runs.move)
        services.runtimes.changed.connect(self.reason_line.refresh)
