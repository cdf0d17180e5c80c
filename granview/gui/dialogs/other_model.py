"""A model that is not in the list: a hub id or a folder, and what it is to do."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from granview.core.lane import LaneSpec
from granview.engine.task_inference import infer_tasks
from granview.gui.background.jobs import Job, Jobs
from granview.gui.background.timers import once
from granview.gui.dialogs.describe_network import DescribeNetworkDialog
from granview.gui.dialogs.typed_source import source_of, source_of_folder, trouble_with
from granview.gui.language.below import localized
from granview.gui.model.task_titles import all_tasks
from granview.gui.session.window_memory import WindowMemory
from granview.io.exported.formats import exported_format
from granview.io.model_file import MODEL_FILES

_TYPING_MS: Final = 200
_FOLDERS: Final = "model-folders"
_FILES: Final = "model-files"


class OtherModel(QWidget):
    """A field for the source, and a chooser of the tasks that the model can do.

    Args:
        jobs: Threads that read what a model's config says of its tasks.
        like: A lane whose model and task stand in it at first.
        memory: Knows the folders last used; None where none is remembered.

    Attributes:
        is_known: Whether the model's config is on this machine and says what it can do.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, like: LaneSpec | None, memory: WindowMemory | None = None) -> None:
        super().__init__()
        self._memory = memory
        self._jobs = jobs
        self._like = like
        self._wanted = ""
        self.is_known = True
        self._looking = Job()
        self._inspect_soon = once(self, _TYPING_MS, self._inspect_source)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Or a Hugging Face id, organisation/name@revision, or saved:FOLDER"))
        folder = QPushButton(self.tr("Folder…"))
        folder.setAutoDefault(False)
        folder.clicked.connect(self._ask_for_folder)
        file = QPushButton(self.tr("File…"))
        file.setAutoDefault(False)
        file.setToolTip(self.tr("A file that is a model by itself: ONNX, torch.export, TorchScript, weights"))
        file.clicked.connect(self._ask_for_file)
        self.describe = QPushButton(self.tr("How it is run…"))
        self.describe.setAutoDefault(False)
        self.describe.setToolTip(self.tr("What goes into this network and what comes out: look at it, and correct it"))
        self.describe.clicked.connect(self._describe)
        self.tasks = QComboBox()
        self.tasks.setToolTip(self.tr("What this model is to do"))
        self._offer(())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(folder)
        row.addWidget(file)
        row.addWidget(self.describe)
        row.addWidget(self.tasks)
        self.field.textChanged.connect(lambda _: self._on_typed())
        self.tasks.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._on_typed()
        if like is not None:
            self.field.setText(like.model)

    def choice(self) -> list[tuple[str, str]]:
        """Source and task of the model; empty where none is named."""
        typed = self.field.text().strip()
        return [(source_of(typed), self.tasks.currentData())] if typed else []

    def trouble(self) -> str:
        """Why what is named can be no model, in words; empty where it can be one, or nothing is named."""
        typed = self.field.text().strip()
        return trouble_with(source_of(typed)) if typed else ""

    def want(self, task: str) -> None:
        """Prefer this task among those of the model."""
        self._wanted = task
        self._inspect_soon.start()

    def stop(self) -> None:
        """Look at no model any more."""
        self._inspect_soon.stop()
        self._looking.cancel()

    def _on_typed(self) -> None:
        typed = self.field.text().strip()
        self.tasks.setVisible(bool(typed))
        self.describe.setVisible(_exported_file(typed) is not None)
        self.is_known = True
        self._inspect_soon.start()
        self.changed.emit()

    def _inspect_source(self) -> None:
        """Find out what the model can do, which its config says where it is on this machine."""
        self._looking.cancel()
        typed = self.field.text().strip()
        if typed:
            source = source_of(typed)
            self._looking = self._jobs.start(lambda: infer_tasks(source), self._offer, lambda _: self._offer(()))

    def _offer(self, known: Sequence[str]) -> None:
        """Offer the tasks that are known of, the likeliest chosen; all where none is."""
        self.is_known = bool(known)
        before = self.tasks.currentData()
        like = self._like.task if self._like is not None and self.field.text().strip() == self._like.model else ""
        offered = [task for task in all_tasks() if not known or task.name in known]
        preferred = [task for task in (like, self._wanted, *known, before) if task in {each.name for each in offered}]
        self.tasks.blockSignals(True)
        self.tasks.clear()
        for task in offered:
            self.tasks.addItem(localized(task.title), task.name)
        self.tasks.setCurrentIndex(self.tasks.findData(preferred[0]) if preferred else 0)
        self.tasks.blockSignals(False)
        self.changed.emit()

    def _ask_for_folder(self) -> None:
        title = self.tr("Folder of a model, or of saved predictions")
        name = QFileDialog.getExistingDirectory(self, title, self._start(_FOLDERS))
        if name:
            self._keep(_FOLDERS, Path(name))
            self.field.setText(source_of_folder(Path(name)))

    def _ask_for_file(self) -> None:
        endings = sorted(suffix for each in MODEL_FILES.all().values() for suffix in each.suffixes)
        pattern = " ".join(f"*{suffix}" for suffix in (*endings, ".py"))
        kinds = f"{self.tr('Models')} ({pattern})"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("File of a model"), self._start(_FILES), kinds)
        if name:
            self._keep(_FILES, Path(name).parent)
            self.field.setText(f"{name}:" if name.endswith(".py") else name)

    def _start(self, purpose: str) -> str:
        return "" if self._memory is None else str(self._memory.folder(purpose))

    def _keep(self, purpose: str, folder: Path) -> None:
        if self._memory is not None:
            self._memory.keep_folder(purpose, folder)

    def _describe(self) -> None:
        """Show how the network is run, and look at it anew once that was changed."""
        file = _exported_file(self.field.text().strip())
        if file is not None:
            dialog = DescribeNetworkDialog(file, self._wanted, self._jobs, self)
            dialog.written.connect(self._inspect_soon.start)
            dialog.open()


def _exported_file(typed: str) -> Path | None:
    path = Path(source_of(typed)).expanduser()
    return path if typed and exported_format(path) is not None and path.is_file() else None
