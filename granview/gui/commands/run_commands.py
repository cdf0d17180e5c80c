"""The acts that run lanes and add or remove them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from granview.core.lane import LaneSpec
from granview.core.variant_parent import parent_of
from granview.gui.background.connections import connect_while
from granview.gui.commands.trust_gate import TrustGate
from granview.gui.model.lane_device import lane_device_kind
from granview.gui.services import Services
from granview.gui.session.preferences import Preferences
from granview.gui.style.theme import Theme
from granview.gui.widgets.action_set import ActionSet
from granview.settings.lane_argument import lane_text


class RunCommands(QObject):
    """Adds the acts for lanes and runs to the action set."""

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        theme: Callable[[], Theme],
        actions: ActionSet,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        model, document, runner = services.model, services.document, services.runner
        self._services = services
        self._preferences = preferences
        self._theme = theme
        self._model = model
        self._document = document
        self._runner = runner
        self._actions = actions
        self._window = parent
        self._gate = TrustGate(services.jobs, parent)
        tr = self.tr
        actions.add("add-lanes", tr("&Add models…"), self.ask_for_lanes, ("Ctrl+L", "N"), "add")
        actions.add(
            "add-variants", tr("Add &variants…"), self.ask_for_variants, ("Shift+N",), "",
            tr("Run a lane's model in other ways beside it: number formats, quantised, pruned, compiled"),
        )  # fmt: skip
        actions.add("close-lanes", tr("&Close all lanes"), self._close_all)
        actions.add("run", tr("&Run"), self.run, ("R", "F5"), "run", tr("Run what has no result yet"))
        actions.add(
            "rerun", tr("Run &everything again"), lambda: self.run(force=True), ("Shift+R",), "rerun",
            tr("Run every sample in every lane again"),
        )  # fmt: skip
        actions.add("stop", tr("&Stop"), runner.stop, ("Ctrl+.", "Shift+Esc"), "stop", tr("Stop all lanes"))
        model.lanes.changed.connect(self._on_changed)
        connect_while(self, model.lanes.lane_changed, lambda _: self._on_changed())
        model.samples.changed.connect(self._on_changed)
        document.replaced.connect(self._on_changed)
        document.renamed.connect(self._on_changed)
        services.runtimes.changed.connect(self._on_changed)
        self._on_changed()

    def ask_for_lanes(self, like: LaneSpec | None = None) -> None:
        """Let the user choose models, and add a lane for each."""
        from granview.gui.dialogs.add_lanes import AddLanesDialog

        services, device = self._services, self._preferences.settings.device
        dialog = AddLanesDialog(
            services.jobs,
            services.network_jobs,
            self._model.lanes.names(),
            services.icons,
            self._theme(),
            self._window,
            like,
            device,
            self._runner.idle_pids,
            services.memory,
        )
        dialog.lanes_chosen.connect(self.add)
        dialog.open()

    def ask_for_variants(self, name: str = "") -> None:
        """Let the user add a lane's model again in several ways at once; of the pinned lane where none is named."""
        from granview.gui.dialogs.add_variants import AddVariantsDialog

        known = [(lane.spec, kind) for lane in self._model.lanes.all() if (kind := lane_device_kind(lane))]
        if not known:
            return
        dialog = AddVariantsDialog(known, name or self._parent_to_offer(), self._window)
        dialog.lanes_chosen.connect(self.add)
        dialog.open()

    def _parent_to_offer(self) -> str:
        """The pinned lane, or else the leftmost one, or the parent of that."""
        specs = [lane.spec for lane in self._model.lanes.all()]
        chosen = next((spec for spec in specs if spec.name == self._services.view.pinned), specs[0])
        return (parent_of(chosen, specs) or chosen).name

    def add_variant(self, name: str) -> None:
        """Let the user add the same model again, run in another way."""
        lane = self._model.lanes.get(name)
        if lane is not None:
            self.ask_for_lanes(lane.spec)

    def move(self, name: str, by: int) -> None:
        """Move a lane, and keep the order in the session."""
        self._services.deeds.move_lane(name, by)

    def run(self, force: bool = False) -> None:
        """Run what has no result yet, or everything; programs that were not allowed yet are asked about before."""
        models = [lane.spec.model for lane in self._model.lanes.all()]
        self._gate.let(models, lambda: self._runner.run(force=force))

    def add(self, specs: Sequence[LaneSpec]) -> None:
        """Add lanes, once the programs that their models would run are allowed."""
        self._gate.let([spec.model for spec in specs], lambda: self._add(specs))

    def _add(self, specs: Sequence[LaneSpec]) -> None:
        self._runner.add_lanes(specs)
        self._services.deeds.note_added_lanes([spec.name for spec in specs])
        lanes = tuple(lane_text(lane.spec) for lane in self._model.lanes.all())
        self._preferences.change(replace(self._preferences.settings, last_lanes=lanes))

    def _close_all(self) -> None:
        self._services.deeds.remove_lanes(self._model.lanes.names())

    def _on_changed(self) -> None:
        writable = not self._document.is_read_only
        running = self._model.lanes.is_running
        can_run = writable and not running and len(self._model.lanes) > 0 and len(self._model.samples) > 0
        can_run = can_run and self._services.runtimes.is_there()
        self._actions["run"].setEnabled(can_run)
        self._actions["rerun"].setEnabled(can_run)
        self._actions["stop"].setEnabled(running)
        self._actions["add-lanes"].setEnabled(writable)
        self._actions["add-variants"].setEnabled(writable and len(self._model.lanes) > 0)
        self._actions["close-lanes"].setEnabled(writable and len(self._model.lanes) > 0)
