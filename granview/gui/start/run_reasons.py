"""Why Run is grey, in words, and the one act that mends it: a table, the first row that applies counts."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from granview.gui.model.comparison import ComparisonModel

translate = QCoreApplication.translate


@dataclass(frozen=True)
class RunState:
    """What a run needs.

    Attributes:
        n_samples: Samples here.
        n_lanes: Lanes here.
        has_match: Whether a lane here takes one of the samples.
        is_read_only: Whether another program has the session.
        has_runtime: Whether what models run on is installed.
    """

    n_samples: int
    n_lanes: int
    has_match: bool
    is_read_only: bool
    has_runtime: bool = True

    @classmethod
    def of(cls, model: ComparisonModel, *, is_read_only: bool, has_runtime: bool = True) -> "RunState":
        """The state of a comparison."""
        has_match = any(model.samples_of(name) for name in model.lanes.names()) if len(model.samples) else False
        return cls(len(model.samples), len(model.lanes), has_match, is_read_only, has_runtime)


@dataclass(frozen=True)
class RunReason:
    """Why there is nothing to run.

    Attributes:
        applies: Whether it does, in a state.
        words: A short sentence, without a full stop.
        act: The name of the act that mends it.
        label: Of the button for that act.
        is_on_page: Whether the start page, which is in view then, has a large button for it.
    """

    applies: Callable[[RunState], bool]
    words: str
    act: str
    label: str
    is_on_page: bool = False


def reasons() -> tuple[RunReason, ...]:
    """All reasons, in the user's language."""
    open_files = ("open-files", translate("RunReasons", "Open files…"))
    add_models = ("add-lanes", translate("RunReasons", "Add models…"))
    other = ("open-session", translate("RunReasons", "Open another…"))
    runtime = ("install-runtime", translate("RunReasons", "Install a runtime…"))
    return (
        RunReason(_is_read_only, translate("RunReasons", "Open elsewhere: for reading only"), *other),
        RunReason(_lacks_runtime, translate("RunReasons", "No runtime for models yet"), *runtime),
        RunReason(_is_empty, translate("RunReasons", "Nothing to compare yet"), *open_files, is_on_page=True),
        RunReason(_lacks_lanes, translate("RunReasons", "No models yet"), *add_models),
        RunReason(_lacks_samples, translate("RunReasons", "No pictures or texts yet"), *open_files, is_on_page=True),
        RunReason(_lacks_match, translate("RunReasons", "No model here takes these samples"), *add_models),
    )


def reason_for(state: RunState) -> RunReason | None:
    """The first reason that applies; None where a run can begin."""
    return next((reason for reason in reasons() if reason.applies(state)), None)


def _is_read_only(state: RunState) -> bool:
    return state.is_read_only


def _lacks_runtime(state: RunState) -> bool:
    return not state.has_runtime


def _is_empty(state: RunState) -> bool:
    return not state.n_samples and not state.n_lanes


def _lacks_lanes(state: RunState) -> bool:
    return not state.n_lanes


def _lacks_samples(state: RunState) -> bool:
    return not state.n_samples


def _lacks_match(state: RunState) -> bool:
    return not state.has_match
