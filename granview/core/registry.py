"""Registries that are filled by scanning a package and its mirror in every plug-in: one new file is enough."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Generic, TypeVar

from granview.core.errors import GranViewError
from granview.core.plugins import import_all

T = TypeVar("T")


class Registry(Generic[T]):
    """Things by name, each registered by a decorator in one module of the scanned package.

    Args:
        package: The package whose modules register, such as ``granview.tasks``.
        noun: What is registered, for error messages.
        module: Where only one module of each folder of the package registers, its name, such as ``panel``; empty: every
            module of the package does.
    """

    def __init__(self, package: str, noun: str, module: str = "") -> None:
        self._package = package
        self._noun = noun
        self._module = module
        self._things: dict[str, T] = {}
        self._in_order: dict[str, T] = {}
        self._scanned = False

    def register(self, name: str) -> Callable[[T], T]:
        """Decorator that registers a thing under a name; a second one of the same name is an error."""

        def add(thing: T) -> T:
            if name in self._things:
                raise ValueError(f"{self._noun} '{name}' is registered twice")
            self._things[name] = thing
            self._in_order = {}
            return thing

        return add

    def get(self, name: str) -> T:
        """The thing of that name.

        Raises:
            GranViewError: there is none; the hint lists those that there are.
        """
        self._scan()
        if name not in self._things:
            raise GranViewError(f"There is no {self._noun} '{name}'.", f"Known: {', '.join(sorted(self._things))}.")
        return self._things[name]

    def all(self) -> Mapping[str, T]:
        """Everything registered, by name, in name order."""
        self._scan()
        if len(self._in_order) != len(self._things):
            self._in_order = dict(sorted(self._things.items()))
        return self._in_order

    @contextmanager
    def temporarily(self, name: str, thing: T) -> Iterator[T]:
        """For as long as the block runs, a thing is registered, in place of another of that name if there is one.

        Args:
            name: Its name.
            thing: What is registered.
        """
        self._scan()
        before = dict(self._things)
        self._things[name] = thing
        self._in_order = {}
        try:
            yield thing
        finally:
            self._things, self._in_order = before, {}

    def __contains__(self, name: object) -> bool:
        """Whether a thing of that name is registered."""
        self._scan()
        return name in self._things

    def _scan(self) -> None:
        if self._scanned:
            return
        import_all(self._package, self._module)
        self._scanned = True
