"""Models that are dropped become lanes, by the rules of the page that adds models; the rest goes on as it came."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from granview.core.lane import LaneSpec, lane_name
from granview.core.variant import Variant
from granview.engine.task_inference import infer_tasks
from granview.gui.services import Services
from granview.io.dropped_models import may_be_model, model_sources

Go = Callable[[Sequence[Path]], None]


class ModelGate(QObject):
    """Takes models out of what was dropped.

    Args:
        services: The open comparison, and threads that look at files.
    """

    models_known = Signal(object)
    """``list[LaneSpec]`` of models whose task their files say."""

    model_unclear = Signal(object)
    """A ``LaneSpec`` without a task: the person chooses what the model is to do."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def let(self, paths: Sequence[Path], go: Go) -> None:
        """Make lanes of the models among some paths, and go on with the others, if there are any."""
        if self._services.document.is_read_only or not any(map(may_be_model, paths)):
            go(paths)
            return
        self._services.jobs.start(
            lambda: _with_tasks(model_sources(paths)),
            lambda known: self._on_known(paths, known, go),
            lambda _: go(paths),
        )

    def _on_known(self, paths: Sequence[Path], known: dict[Path, tuple[str, str]], go: Go) -> None:
        specs: list[LaneSpec] = []
        for source, task in dict.fromkeys(known.values()):
            taken = (*self._services.model.lanes.names(), *(spec.name for spec in specs))
            specs.append(LaneSpec(lane_name(source, Variant(), taken), source, task=task))
        rest = [path for path in paths if path not in known]
        if specs:
            self._say(specs, rest)
        if clear := [spec for spec in specs if spec.task]:
            self.models_known.emit(clear)
        for spec in [spec for spec in specs if not spec.task][:1]:
            self.model_unclear.emit(spec)
        if rest:
            go(rest)

    def _say(self, specs: Sequence[LaneSpec], rest: Sequence[Path]) -> None:
        """What became of each part of the drop."""
        clear = ", ".join(spec.name for spec in specs if spec.task)
        unclear = [spec.model for spec in specs if not spec.task]
        words = [self.tr("{names} became a lane each.").format(names=clear)] if clear else []
        if unclear:
            text = self.tr("What {model} is for is not known from its files: choose its task.")
            words.append(text.format(model=Path(unclear[0]).name))
        if len(unclear) > 1:
            text = self.tr("Add these one by one, for the same reason: {names}.")
            words.append(text.format(names=", ".join(Path(model).name for model in unclear[1:])))
        if rest:
            words.append(self.tr("The rest is opened as samples."))
        self._services.event_log.write(" ".join(words))


def _with_tasks(sources: dict[Path, str]) -> dict[Path, tuple[str, str]]:
    """Each path's source with its likeliest task; an empty one where its files do not say.

    Raises:
        GranViewError: a config cannot be read.
    """
    return {path: (source, next(iter(infer_tasks(source)), "")) for path, source in sources.items()}
