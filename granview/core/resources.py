"""Where the program's own files lie: in a checkout, in an installed wheel, in a frozen bundle."""

import sys
from pathlib import Path

from granview.core.errors import GranViewError

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
