"""What chosen models take before they run: downloads against the free disk, memory against what is free."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from granview.core.lane import LaneSpec
from granview.core.memory_estimate import LaneMemory, MemoryFit
from granview.engine.download_plan import DownloadPlan, plan_downloads
from granview.engine.memory_plan import plan_memory, usual_device
from granview.gui.background.jobs import Job, Jobs
from granview.gui.background.timers import once
from granview.io.catalogue_file import read_catalogue
from granview.io.free_memory import held_bytes

_CHOOSING_MS: Final = 250

IdlePids = Callable[[], Mapping[str, int]]


@dataclass(frozen=True)
class ChoicePlan:
    """What lanes take.

    Attributes:
        downloads: What must be downloaded.
        memory: Whether the models fit into memory; None where their sizes are not known.
    """

    downloads: DownloadPlan
    memory: MemoryFit | None


class ChoicePlanView(QWidget):
    """Two lines below the choice; found out off the window's thread, a moment after the choice has changed.

    Args:
        jobs: Threads that may wait for the network.
        idle: The process ids of lanes on the CPU that do nothing, by name.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, idle: IdlePids) -> None:
        super().__init__()
        self._jobs = jobs
        self._idle = idle
        self._job = Job()
        self._lanes: tuple[LaneSpec, ...] = ()
        self._params: Mapping[str, int] = {}
        self._soon = once(self, _CHOOSING_MS, self._start)
        self.refusal = ""
        """Why the lanes cannot be added as they are; empty where they can."""
        self.disk, self.memory = _line(), _line()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.disk)
        layout.addWidget(self.memory)
        self._clear()

    def plan(self, lanes: Sequence[LaneSpec], params: Mapping[str, int]) -> None:
        """Find out what these lanes take.

        Args:
            lanes: What is chosen.
            params: Numbers of parameters by the models' sources, where they are known.
        """
        if (tuple(lanes), dict(params)) == (self._lanes, self._params):
            return
        self.stop()
        self._lanes, self._params = tuple(lanes), dict(params)
        self._clear()
        if lanes:
            self._soon.start()

    def stop(self) -> None:
        """Want nothing any more."""
        self._soon.stop()
        self._job.cancel()

    def _start(self) -> None:
        lanes, params, pids = self._lanes, self._params, self._idle()
        if any(lane.model.startswith("hf:") for lane in lanes):
            _show(self.disk, self.tr("Asking the hub how large the models are…"))
        self._job = self._jobs.start(lambda: _plan(lanes, params, pids), self._on_planned, lambda _: None)

    def _on_planned(self, plan: ChoicePlan) -> None:
        downloads, memory = plan.downloads, plan.memory
        self.refusal = "" if downloads.fits else downloads.sentence
        _show(self.disk, _disk_words(downloads), "bad" if self.refusal else "muted")
        words = "" if memory is None else memory.sentence_about(self._subject())
        _show(self.memory, words, "warn" if memory is not None and memory.fits is False else "muted")
        self.changed.emit()

    def _subject(self) -> str:
        return self.tr("It needs") if len(self._lanes) == 1 else self.tr("Together they need")

    def _clear(self) -> None:
        self.refusal = ""
        _show(self.disk, "")
        _show(self.memory, "")


def _plan(lanes: Sequence[LaneSpec], params: Mapping[str, int], idle: Mapping[str, int]) -> ChoicePlan:
    downloads = plan_downloads([lane.model for lane in lanes], read_catalogue())
    is_on_cpu = usual_device(lanes[0].device) == "cpu"
    held = {name: held_bytes(pid) for name, pid in idle.items()} if is_on_cpu else {}
    lanes_held = [LaneMemory(name, size) for name, size in held.items() if size is not None]
    return ChoicePlan(downloads, plan_memory(lanes, params, lanes_held))


def _disk_words(plan: DownloadPlan) -> str:
    """The sizes, once why the hub could not be asked, and terms to accept; empty where nothing is downloaded."""
    troubles = dict.fromkeys(each.trouble for each in plan.needed if each.trouble)
    reasons = "; ".join(trouble.rstrip(".") for trouble in troubles)
    estimated = f"Estimated: {reasons}." if reasons else ""
    return " ".join(filter(None, (plan.sentence, estimated, *(each.terms_in_words for each in plan.needed))))


def _line() -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _show(label: QLabel, text: str, role: str = "muted") -> None:
    label.setText(text)
    label.setVisible(bool(text))
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
