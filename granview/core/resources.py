"""Where the program's own files lie: in a checkout, in an installed wheel, in a frozen bundle."""

import sys
from pathlib import Path

from granview.core.errors import ArgumentError, GranViewError

_PACKAGE = Path(__file__).resolve().parents[1]


def resource_path(*parts: str) -> Path:
    """Path of a resource such as ``resource_path("zoo", "index.json")``.

    Raises:
        GranViewError: the installation is incomplete: there is no resources folder at all.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    homes = [_PACKAGE / "_resources", _PACKAGE.parent / "resources"]
    if bundle:
        homes.insert(0, Path(bundle) / "resources")
    for home in homes:
        if home.is_dir():
            return home.joinpath(*parts)
    raise GranViewError("GranView's resources folder is missing.", "Install GranView again.")


def embedded_models() -> tuple[str, ...]:
    """Names of the models that come with the program, in order."""
    return tuple(sorted(config.parent.name for config in resource_path("zoo").glob("*/config.json")))


def embedded_model(name: str) -> Path:
    """The folder of an embedded model.

    Raises:
        ArgumentError: there is none of that name.
    """
    known = embedded_models()
    if name not in known:
        raise ArgumentError(f"There is no embedded model '{name}'.", f"There are: {', '.join(known) or 'none'}.")
    return resource_path("zoo", name)
