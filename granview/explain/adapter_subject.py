"""From a lane's adapter and a sample to what is explained: a table by the adapter's class.

A sort of adapters is one file of ``granview.explain.subjects`` that registers a function; what is registered for a
class holds for the classes below it too. A plug-in's ``explain.subjects`` is looked through as well.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from granview.core.errors import UnsupportedModel
from granview.core.registry import Registry
from granview.explain.subject import Subject
from granview.models.adapter import AnyAdapter

MakeSubject = Callable[[Any, Any, str | None], Subject]
"""From an adapter, a sample as it takes it, and the text that it wrote about it."""

SUBJECTS: Final[Registry[MakeSubject]] = Registry("granview.explain.subjects", "adapter that can be explained")
"""By an adapter's class (``class_key``), what makes the subject of a sample."""

MakeT = TypeVar("MakeT", bound=Callable[..., Subject])


def explains(adapter_class: type[Any]) -> Callable[[MakeT], MakeT]:
    """Decorator: registers a function for a class of adapters and those below it.

    The function takes the adapter, the sample as the adapter takes it, and the text that the model wrote about it (None
    for models that write none).
    """

    def register(make: MakeT) -> MakeT:
        SUBJECTS.register(class_key(adapter_class))(make)
        return make

    return register


def class_key(adapter_class: type[Any]) -> str:
    """A class's name in the table."""
    return f"{adapter_class.__module__}.{adapter_class.__qualname__}"


def subject_of(adapter: AnyAdapter, sample_input: Any, written: str | None = None) -> Subject:
    """The network and the sample as it takes it.

    Args:
        adapter: The lane's model.
        sample_input: The sample as the adapter takes it.
        written: The text that the model wrote about it, for models that write: it is explained along with the sample.

    Raises:
        UnsupportedModel: models of this kind cannot be explained.
        InputError: the task cannot use the sample.
    """
    key = next((key for key in map(class_key, type(adapter).__mro__) if key in SUBJECTS), None)
    if key is None:
        raise UnsupportedModel(f"A {type(adapter).__name__} cannot be explained.", "Choose a lane of another task.")
    return SUBJECTS.get(key)(adapter, sample_input, written)
