"""Opens sample galleries with their models, and begins the comparison where there was nothing before.

The run begins at once, the sample that is shown first: galleries and their models come with the program, so that it
downloads nothing and is over within seconds, and whoever has asked for a gallery wants to see what models make of it.
Where the comparison held something already, nobody has asked to run that, and Run waits to be pressed.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.event_log import EventLog
from granview.gui.session.galleries import gallery_lanes, gallery_named
from granview.gui.session.runner import Runner
from granview.gui.session.sample_importer import SampleImporter

_EMBEDDED = ("zoo:", "method:")


class GalleryOpener(QObject):
    """Adds a gallery's samples, and lanes for them where none does such a task yet.

    Args:
        model: The comparison.
        runner: Adds and runs lanes.
        importer: Tells when all samples are here.
        event_log: Told of models that this copy of the program does not have.
        add: Adds folders of samples.
    """

    awaiting = Signal(bool)
    """Whether the first samples are on their way, so that nobody is to be asked for some."""

    def __init__(
        self,
        model: ComparisonModel,
        runner: Runner,
        importer: SampleImporter,
        event_log: EventLog,
        add: Callable[[Sequence[Path]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._runner = runner
        self._event_log = event_log
        self._add = add
        self._runs_next = False
        importer.finished.connect(self._on_samples)

    def open(self, *names: str) -> None:
        """Open galleries by name; the models of the first one are loaded at once.

        Raises:
            ArgumentError: there is none of that name.
        """
        self._runs_next = not len(self._model.samples) and all(
            lane.spec.model.startswith(_EMBEDDED) for lane in self._model.lanes.all()
        )
        self.awaiting.emit(not len(self._model.samples))
        self._add(list(dict.fromkeys(gallery_named(name).path for name in names)))
        for name in names:
            self._add_lanes(name, load=name == names[0])

    def _add_lanes(self, name: str, *, load: bool) -> None:
        found = gallery_lanes(name, self._model.lanes.names(), self._event_log.write_error)
        tasks = {lane.spec.task for lane in self._model.lanes.all()}
        self._runner.add_lanes([lane for lane in found if lane.task not in tasks], load=load)

    def _on_samples(self, _: object) -> None:
        self.awaiting.emit(False)
        if self._runs_next:
            self._runs_next = False
            self._runner.run()
