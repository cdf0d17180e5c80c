"""The acts that bring inputs in: dialogs, drops, recent files, the clipboard, the gallery."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from granview.core.gallery import all_galleries
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.gui.commands.data_set_gate import DataSetGate
from granview.gui.commands.drops import paths_in, text_in
from granview.gui.commands.model_gate import ModelGate
from granview.gui.commands.reference_gate import ReferenceGate
from granview.gui.commands.saved_gate import SavedGate
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.event_log import EventLog, Level
from granview.gui.sample_kind_view import kind_views
from granview.gui.session.document import Document
from granview.gui.session.preferences import Preferences
from granview.gui.session.sample_importer import SampleImporter
from granview.gui.session.window_memory import WindowMemory
from granview.gui.widgets.action_set import ActionSet
from granview.io.data_set import DataSetChoices
from granview.store.session import Session

if TYPE_CHECKING:
    from granview.io.late_references import LateReferences

translate = QCoreApplication.translate

SESSION_SUFFIX: Final = ".granview"


class FileCommands(QObject):
    """Adds the acts for inputs to the action set."""

    session_chosen = Signal(object)
    """A session's ``Path`` that was dropped, or chosen among the recent ones."""
    gallery_chosen = Signal(str)
    """The name of a gallery that is to be opened."""

    def __init__(
        self,
        model: ComparisonModel,
        document: Document,
        importer: SampleImporter,
        event_log: EventLog,
        memory: WindowMemory,
        preferences: Preferences,
        actions: ActionSet,
        models: ModelGate,
        saved: SavedGate,
        data_sets: DataSetGate,
        references: ReferenceGate,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._saved = saved
        self._after_session: tuple[Path, Sequence[Path]] | None = None
        self._data_sets = data_sets
        self._references = references
        self._model = model
        self._document = document
        self._importer = importer
        self._event_log = event_log
        self._memory = memory
        self._preferences = preferences
        self._window = parent
        self.recent_menu = QMenu(self.tr("Open &recent"), parent)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        self._before: tuple[int, Sample | None] | None = None
        importer.finished.connect(self._on_added)
        self._add_actions(actions)

    def open_paths(self, paths: Sequence[Path], _checked: bool = False) -> None:
        """Open whatever was dropped or named: a session, or files and folders of inputs."""
        sessions = [path for path in paths if path.suffix.lower() == SESSION_SUFFIX]
        inputs = [path for path in paths if path not in sessions]
        if not sessions:
            self._models.let(inputs, self._open_inputs)
            return
        self._after_session = (sessions[0].resolve(), inputs)
        self._say_mixed(sessions, inputs)
        self.session_chosen.emit(sessions[0])
        if self._document.session.path == sessions[0].resolve():  # it was open already
            self.go_on()

    def go_on(self) -> None:
        """Another session is open: open what was dropped together with it."""
        waiting, self._after_session = self._after_session, None
        if waiting is not None and waiting[1] and waiting[0] == self._document.session.path:
            self._models.let(waiting[1], self._open_inputs)

    def _say_mixed(self, sessions: Sequence[Path], inputs: Sequence[Path]) -> None:
        first = sessions[0].name
        if inputs:
            words = self.tr("{session} is opened first, and what was dropped with it is added to it.")
            self._event_log.write(words.format(session=first))
        if len(sessions) > 1:
            words = self.tr("One comparison is open at a time: {session}. These were not opened: {others}.")
            others = ", ".join(path.name for path in sessions[1:])
            self._event_log.write(words.format(session=first, others=others), Level.WARNING)

    def _open_inputs(self, inputs: Sequence[Path]) -> None:
        for path in inputs:
            self._preferences.add_recent_file(path)
        as_inputs = partial(self._data_sets.let, inputs, self.add_inputs)
        self._references.let(inputs, as_inputs, partial(self._open_as, inputs))

    def _open_as(self, paths: Sequence[Path], fit: "LateReferences | None") -> None:
        """Open what may be predictions, references or inputs: one question, where it is not certain."""
        as_inputs = partial(self._data_sets.let, paths, self.add_inputs)
        otherwise = partial(self._references.ask, paths, fit, as_inputs)
        self._saved.let(paths, as_inputs, partial(self._references.use, paths, fit), otherwise)

    def add_inputs(self, inputs: Sequence[Path], choices: DataSetChoices | None = None) -> None:
        """Add inputs, and show the first that is new once they are there."""
        samples = self._model.samples
        self._before = (len(samples), samples.current)
        self._importer.add(inputs, choices=choices)

    def _on_added(self, _: object) -> None:
        """Show the first new sample, unless the user has gone to another one in the meantime."""
        if self._before is None:
            return
        (n, current), samples = self._before, self._model.samples
        self._before = None
        if len(samples) > n and samples.current == current:
            samples.select(samples.all()[n].name)

    def paste(self) -> None:
        """Add the clipboard's files, its text, or its image, which is kept beside the session to be run again."""
        data = QGuiApplication.clipboard().mimeData()
        files, text = paths_in(data), text_in(data)
        if files:
            self.open_paths(files)
        elif text:
            self.add_text(text)
        elif data.hasImage():
            self._keep_image(QGuiApplication.clipboard().image())
        else:
            self._event_log.write(self.tr("The clipboard holds no image, no text and no files."))

    def add_text(self, text: str) -> None:
        """Add a text that was pasted or dropped."""
        if not self._document.is_read_only:
            sample = self._importer.add_text(TextInput.of(text))
            self._event_log.write(self.tr("The text was added as {name}").format(name=sample.name))

    def _add_actions(self, actions: ActionSet) -> None:
        tr = self.tr
        actions.add("open-files", tr("&Open images and texts…"), self._ask_for_files, ("Ctrl+O",), "open")
        actions.add("open-folder", tr("Open &folder…"), self._ask_for_folder, ("Ctrl+Shift+O",))
        actions.add("open-data-set", tr("Open data &set…"), self._ask_for_data_set)
        for gallery in all_galleries():
            title, tip = (translate("Galleries", words) for words in (gallery.title, gallery.tip))
            act, keys = partial(self.gallery_chosen.emit, gallery.name), (gallery.key,) if gallery.key else ()
            actions.add(gallery.act, title, act, keys, gallery.icon, tip)
        actions.add("add-references", tr("Add re&ferences…"), self._ask_for_references, ("Ctrl+Shift+R",))
        actions.add("paste", tr("&Paste image or text"), self.paste, ("Ctrl+V",), "paste")

    def _ask_for_files(self) -> None:
        title, start = self.tr("Open images and texts"), str(self._memory.folder("inputs"))
        names, _ = QFileDialog.getOpenFileNames(self._window, title, start, self._kinds())
        if names:
            self._memory.keep_folder("inputs", Path(names[0]).parent)
            self.open_paths([Path(name) for name in names])

    def _kinds(self) -> str:
        """What the dialog offers to list: everything that can be opened, then each kind by itself."""
        of_kinds = [(view.files_title(), sorted(view.file_suffixes())) for view in kind_views()]
        every = [suffix for _, suffixes in of_kinds for suffix in suffixes]
        kinds = (
            (self.tr("Samples and sessions"), [*every, SESSION_SUFFIX]),
            *of_kinds,
            (self.tr("Sessions"), [SESSION_SUFFIX]),
        )
        listed = [f"{title} ({' '.join(f'*{suffix}' for suffix in suffixes)})" for title, suffixes in kinds if suffixes]
        return ";;".join([*listed, f"{self.tr('All files')} (*)"])

    def _ask_for_folder(self) -> None:
        start = str(self._memory.folder("folders"))
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open folder"), start)
        if name:
            self._memory.keep_folder("folders", Path(name))
            self.open_paths([Path(name)])

    def _ask_for_data_set(self) -> None:
        """Open a folder, and show what is understood of it even where there is nothing to ask."""
        start = str(self._memory.folder("data-sets"))
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open data set"), start)
        if name:
            self._memory.keep_folder("data-sets", Path(name))
            self._preferences.add_recent_file(Path(name))
            self._data_sets.let([Path(name)], self.add_inputs, always=True)

    def _ask_for_references(self) -> None:
        start = str(self._memory.folder("references"))
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Folder of references"), start)
        if name:
            self._memory.keep_folder("references", Path(name))
            self._references.use([Path(name)])

    def _keep_image(self, image: QImage) -> None:
        name = f"pasted-{datetime.now().astimezone():%Y%m%d-%H%M%S}.png"
        self._document.write(lambda session: _write_beside(session, image, name), self._on_pasted)

    def _on_pasted(self, path: Path) -> None:
        self._event_log.write(self.tr("The pasted image was kept as {path}").format(path=path))
        self._importer.add([path])

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        settings = self._preferences.settings
        for group in (settings.recent_sessions, settings.recent_files):
            for name in group:
                self.recent_menu.addAction(name).triggered.connect(partial(self.open_paths, [Path(name)]))
            self.recent_menu.addSeparator()
        self.recent_menu.addAction(self.tr("Clear this list")).triggered.connect(self._preferences.forget_recent)


def _write_beside(session: Session, image: QImage, name: str) -> Path:
    folder = session.path.with_name(f"{session.path.stem}-pasted")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written")
    return path
