"""Plug-ins: installed packages that bring their own tasks, families, prediction types and whatever else is registered.

A plug-in is named by an entry point of the group ``granview.plugins`` whose value is a package. That package mirrors
GranView's own: what would be one more file of ``granview.tasks`` stands in its ``tasks``, what would be one of
``granview.gui.presenters`` in its ``gui.presenters``. A package that brings models and nothing else need not mirror
anything: an entry point of the group ``granview.families`` names the module that registers their family. Only packages
that the user has installed are ever imported.
"""

import importlib
import importlib.util
import os
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Final

GROUP: Final = "granview.plugins"
"""The group of entry points that name plug-ins."""

FAMILIES: Final = "granview.families"
"""The group of entry points that name modules of families of models."""

_MENTION: Final = b"[granview."
"""How the header of a group of entry points begins that are for GranView."""

_HOUSE: Final = "granview."


_problems: dict[str, str] = {}


def plugin_problems() -> tuple[str, ...]:
    """A sentence for each plug-in that could not be imported so far."""
    return tuple(_problems.values())


def _tell(plugin: str, why: str) -> None:
    if plugin not in _problems:
        words = f"The plug-in {plugin} cannot be imported: {why}. Mend it, or uninstall the package that brings it."
        _problems[plugin] = words
        print(f"granview: {words}", file=sys.stderr, flush=True)


@cache
def plugins() -> tuple[str, ...]:
    """The packages of the installed plug-ins, in the order of their names."""
    if not _is_mentioned():
        return ()
    return _named_by(GROUP)


def _named_by(group: str) -> tuple[str, ...]:
    """What the entry points of a group name, in the order of their own names."""
    import importlib.metadata

    entries = importlib.metadata.entry_points(group=group)
    return tuple(dict.fromkeys(point.value for point in sorted(entries, key=lambda point: point.name)))


def _is_mentioned() -> bool:
    """Whether any installed package says that it brings something.

    Nearly always none does, and then the window need not wait for the import of ``importlib.metadata``.
    """
    return any(_mentions(entry.path) for folder in sys.path for entry in _metadata_folders(folder))


def _metadata_folders(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder or ".") as entries:
            yield from (entry for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
    except OSError:
        return


def _mentions(metadata: str) -> bool:
    try:
        with open(f"{metadata}/entry_points.txt", "rb") as file:  # noqa: PTH123  plain paths are quicker
            return _MENTION in file.read()
    except OSError:
        return False


def import_all(package: str, module: str = "") -> None:
    """Import every module of a package of GranView, and every module of its mirror in each plug-in.

    Args:
        package: A dotted name such as ``granview.tasks``.
        module: Where only one module of each folder is wanted, its name, such as ``panel``; empty: every module.

    A plug-in that cannot be imported costs what it would have brought here, and no more: that is said on stderr, once,
    and kept for ``plugin_problems``.
    """
    for name in modules_of(importlib.import_module(package), module):
        importlib.import_module(name)
    for plugin in plugins():
        try:
            _import_mirror(plugin, package.removeprefix(_HOUSE), module)
        except Exception as error:  # noqa: BLE001  whatever a plug-in raises is told, and the rest goes on
            _tell(plugin, f"{type(error).__name__}: {error}")
    _import_single(package)


def _import_single(package: str) -> None:
    """Import the modules that bring one thing each, where the scanned package is one that has such."""
    group = _GROUPS.get(package)
    for name in _named_by(group) if group is not None and _is_mentioned() else ():
        try:
            importlib.import_module(name)
        except Exception as error:  # noqa: BLE001  whatever a package raises is told, and the rest goes on
            _tell(name, f"{type(error).__name__}: {error}")


_GROUPS: Final = {"granview.models.families": FAMILIES}


def modules_of(package: ModuleType, module: str = "") -> Iterator[str]:
    """The dotted names of a package's modules, without those of its subpackages; none for a plain module.

    Args:
        package: The package.
        module: If given, the modules of this name in the package's folders are meant, and no others.
    """
    for found in pkgutil.iter_modules(getattr(package, "__path__", ())):
        name = f"{package.__name__}.{found.name}"
        if not module:
            yield name
        elif found.ispkg and importlib.util.find_spec(f"{name}.{module}") is not None:
            yield f"{name}.{module}"


def _import_mirror(plugin: str, place: str, module: str) -> None:
    """Import what a plug-in has at a place of the house; most have nothing there."""
    parts = place.split(".")
    for depth in range(1, len(parts) + 1):
        if importlib.util.find_spec(f"{plugin}.{'.'.join(parts[:depth])}") is None:
            return
    for name in modules_of(importlib.import_module(f"{plugin}.{place}"), module):
        importlib.import_module(name)
