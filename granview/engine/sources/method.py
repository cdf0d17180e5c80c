"""Methods that need no weights."""

from pathlib import Path

from granview.core.classical_methods import CLASSICAL_METHODS
from granview.core.errors import ArgumentError
from granview.engine.source_scheme import SOURCE_SCHEMES, SourceScheme


class Method(SourceScheme):
    """``method:NAME``."""

    def check(self, name: str) -> None:
        """Refuse a name that no method has."""
        if name not in CLASSICAL_METHODS:
            raise ArgumentError(f"There is no method '{name}'.", f"There are: {', '.join(CLASSICAL_METHODS)}.")

    def tasks(self, name: str, hub_cache: Path | None) -> tuple[str, ...]:
        """The one that it is for."""
        return (CLASSICAL_METHODS[name].task,) if name in CLASSICAL_METHODS else ()


SOURCE_SCHEMES.register("method")(Method())
