"""The licences of everything that this program is made of, and their texts, as they lie on this machine."""

import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

import msgspec

from granview.io.json_files import read_json_file

_INDEX: Final = "index.json"
_CLASSIFIER: Final = "License :: OSI Approved :: "
_TEXT_NAMES: Final = ("licen", "copying", "notice")
_LONGEST: Final = 60
_HINT: Final = "Install GranView again."


class Licence(msgspec.Struct, frozen=True):
    """The licence of one part.

    Attributes:
        name: The part.
        version: Its version; empty where it has none.
        licence: As its own metadata states it.
        files: Paths of its texts.
    """

    name: str
    version: str
    licence: str
    files: tuple[str, ...] = ()


def licences(prefix: Path | None = None) -> list[Licence]:
    """All parts by name: of the application as it was built, or, in a checkout, of the packages of this Python.

    Args:
        prefix: The interpreter's folder, which lies in the application's; by default that of this Python.

    Raises:
        InputError: the application's list is damaged.
    """
    folder = (Path(sys.prefix) if prefix is None else prefix).parent / "licences"
    if (folder / _INDEX).is_file():
        listed = read_json_file(folder / _INDEX, _HINT, list[Licence])
        parts = [
            msgspec.structs.replace(part, files=tuple(str(folder / file) for file in part.files)) for part in listed
        ]
    else:
        parts = list({part.name.lower(): part for part in _installed()}.values())
    return sorted(parts, key=lambda part: (part.name != "GranView", part.name.lower()))


def licence_text(licence: Licence) -> str:
    """All texts of a part, one after the other; empty where it brought none."""
    texts = []
    for file in licence.files:
        try:
            texts.append(Path(file).read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
    return "\n\n".join(texts)


def _installed() -> Iterator[Licence]:
    """Parts by the folders of their metadata; what each consists of is not read, which takes seconds."""
    for folder in (folder for home in sys.path for folder in sorted(Path(home or ".").glob("*.dist-info"))):
        package = metadata.PathDistribution(folder)
        if name := package.metadata["Name"]:
            texts = (str(file) for file in sorted(folder.rglob("*")) if file.name.lower().startswith(_TEXT_NAMES))
            yield Licence(name, package.version, _stated(package), tuple(texts))


def _stated(package: metadata.Distribution) -> str:
    """A package's licence as its metadata states it."""
    kept = package.metadata.json
    if kept.get("license_expression"):
        return str(kept["license_expression"])
    named = [line.removeprefix(_CLASSIFIER) for line in kept.get("classifier", []) if line.startswith(_CLASSIFIER)]
    return "; ".join(named) or (str(kept.get("license") or "").splitlines() or [""])[0][:_LONGEST]
