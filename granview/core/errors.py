"""Every error that GranView raises on purpose. Each says what happened and what to do next.

GranViewError
├── ArgumentError        an argument that cannot be used (exit code 2 on the command line)
├── ShapeError           an array whose shape or dtype is not the one promised
├── InputError           a file that cannot be read, or does not hold what it should
├── ModelError           a model that cannot be loaded or run
│   ├── WeightsMissing   the weights are not on this machine
│   ├── WeightsChanged   the weights' hash is not the recorded one
│   ├── NotFinite        values are NaN or infinite where numbers are needed
│   └── UnsupportedModel the model's format or task is not one that GranView runs
├── DeviceError          the device asked for is not there, or its memory is exhausted
│   └── MemoryExhausted  a pass needs more memory than there is; a smaller one may run
├── OutputError          a file or folder that cannot be written
├── RuntimeProblem       what lanes run on cannot be built, or does not work
│   ├── RuntimeMissing   nothing has been built yet that lanes could run on
│   └── BuildCancelled   the user ended it; what is downloaded stays
├── LaneError            a lane's process died, hung or was stopped
└── SessionError         a session file that cannot be opened or written
    └── SessionReadOnly  the session is open elsewhere
"""

from collections.abc import Sequence


class GranViewError(Exception):
    """An error in words: what happened, and in ``hint`` what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ArgumentError(GranViewError):
    """An argument that cannot be used."""


class ShapeError(GranViewError):
    """An array whose shape is not the one promised."""

    def __init__(self, what: str, expected: str, shape: Sequence[int]) -> None:
        super().__init__(f"{what} must have shape {expected}, but has {tuple(shape)}.")


class InputError(GranViewError):
    """A file that cannot be read, or does not hold what it should."""


class ModelError(GranViewError):
    """A model that cannot be loaded or run."""


class WeightsMissing(ModelError):
    """The weights are not on this machine."""


class WeightsChanged(ModelError):
    """The weights' hash is not the recorded one."""


class NotFinite(ModelError):
    """Values that are NaN or infinite where numbers are needed, of which nothing can be told.

    NaN is neither above nor below anything.
    """


class UnsupportedModel(ModelError):
    """The model's format or task is not one that GranView runs."""


class DeviceError(GranViewError):
    """The device asked for is not there, or its memory is exhausted."""


class MemoryExhausted(DeviceError):
    """A pass needs more memory than there is, or was found to need more before it ran; a smaller one may run."""

    def with_hint(self, hint: str) -> "MemoryExhausted":
        """The same with other advice."""
        return MemoryExhausted(self.message, hint)


class OutputError(GranViewError):
    """A file or folder that cannot be written."""


class RuntimeProblem(GranViewError):
    """What lanes run on cannot be downloaded or built, or does not work."""


class RuntimeMissing(RuntimeProblem):
    """Nothing has been built yet that lanes could run on."""


class BuildCancelled(RuntimeProblem):
    """The user ended it; what is downloaded stays, and the next one goes on from there."""


class LaneError(GranViewError):
    """A lane's process died, hung or was stopped."""


class SessionError(GranViewError):
    """A session file that cannot be opened or written."""


class SessionReadOnly(SessionError):
    """The session is open elsewhere, so that this opener may only read."""
