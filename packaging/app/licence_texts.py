"""The licences of all that is brought: a list, and their own texts, to be read without a network."""

import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath
from typing import Any, Final

import licences

from app.layout import ROOT, Layout, version

INDEX: Final = "index.json"
TEXTS: Final = Path(__file__).resolve().parent / "texts"
_OF_QT: Final = ("LGPL-3.0.txt", "GPL-3.0.txt")

WITHOUT_TEXT: Final = {
    "nvidia-ml-py": ("nvidia-ml-py.txt",),
    "pycocotools": ("pycocotools.txt",),
    "pyside6-essentials": _OF_QT,
    "rouge-score": ("Apache-2.0.txt",),
    "shiboken6": _OF_QT,
}
"""Packages that bring no text of their licence, and which of ``TEXTS`` it is."""

_NAMES: Final = re.compile(r"(?i)^(licen[cs]es?|copying|copyright|notice)([-_.].*)?$")


def write_licences(layout: Layout, names: Iterable[str], brought: Iterable[Path]) -> list[dict[str, Any]]:
    """Write the texts of packages, of Python and of libraries of this machine, and the list of them.

    Args:
        layout: Where.
        names: The packages that are brought.
        brought: Libraries of this machine that are brought.

    Returns:
        The rows of the list: ``name``, ``version``, ``licence`` and ``files``, paths within the folder of licences.
    """
    layout.licences.mkdir(parents=True, exist_ok=True)
    rows = [_own(layout.licences), _python(layout), *(package_row(name, layout.licences) for name in names)]
    rows += _libraries(layout.licences, brought)
    (layout.licences / INDEX).write_text(json.dumps(rows, indent=1, ensure_ascii=False), encoding="utf-8")
    return rows


def package_row(name: str, into: Path) -> dict[str, Any]:
    """Copy the texts of one package; returns its row."""
    found = distribution(name)
    texts = [PurePosixPath(file.as_posix()) for file in found.files or () if _is_text(PurePosixPath(file.as_posix()))]
    sources = {_plain_name(file): Path(str(found.locate_file(file))) for file in texts}
    sources |= {text: _text(text) for text in WITHOUT_TEXT.get(name, ())}
    files = [_copied(source, into, f"{name}/{text}") for text, source in sorted(sources.items())]
    return _row(found.name, found.version, licences.licence_of(name) or "", files)


def _row(name: str, number: str, licence: str, files: list[str]) -> dict[str, Any]:
    return {"name": name, "version": number, "licence": licence, "files": files}


def _own(into: Path) -> dict[str, Any]:
    return _row("GranView", version(), "Apache-2.0", [_copied(ROOT / "packaging" / "LICENSE", into, "GranView.txt")])


def _python(layout: Layout) -> dict[str, Any]:
    places = (layout.stdlib / "LICENSE.txt", layout.prefix / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    found = [_copied(place, layout.licences, "Python.txt") for place in places if place.is_file()]
    return _row("Python", sys.version.split()[0], "PSF-2.0", found[:1])


def _libraries(into: Path, brought: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """A row for each library of this machine, with the text that its package has here."""
    for library in sorted({path.resolve() for path in brought}):
        text = _debian_text(library)
        files = [] if text is None else [_copied(text, into, f"libraries/{library.name}.txt")]
        yield _row(library.name, "", "as its text states" if files else "not stated on the building machine", files)


def _debian_text(library: Path) -> Path | None:
    """The text that Debian keeps of the package that a library belongs to."""
    for listed in sorted(Path("/var/lib/dpkg/info").glob("*.list")):
        lines = listed.read_text(encoding="utf-8", errors="replace").splitlines()
        if not {str(library), str(library).removeprefix("/usr")}.isdisjoint(lines):
            kept = Path("/usr/share/doc") / listed.name.removesuffix(".list").partition(":")[0] / "copyright"
            return kept if kept.is_file() else None
    return None


def _is_text(file: PurePosixPath) -> bool:
    """Whether a package's file is named as licences are: beside its metadata, or at the top of its own folder."""
    named = _NAMES.match(file.name) and file.suffix in ("", ".txt", ".md", ".rst")
    return bool(named) and (".dist-info" in file.parts[0] or len(file.parts) <= 2)


def _plain_name(file: PurePosixPath) -> str:
    """The file's name with the folders of vendored parts before it."""
    inner = file.parts[2:] if len(file.parts) > 2 and file.parts[1] == "licenses" else file.parts[1:]
    return "-".join(inner)


def _text(name: str) -> Path:
    return ROOT / "packaging" / "LICENSE" if name == "Apache-2.0.txt" else TEXTS / name


def _copied(source: Path, into: Path, name: str) -> str:
    target = into / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return name
