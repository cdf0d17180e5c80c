"""Copies installed packages, file by file as their records list them, and the program as its wheel has it."""

import shutil
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

from app.layout import ROOT, version
from app.pruning import PACKAGES, is_left_out
from app.qt_parts import left_out_of_qt


def copy_packages(names: Iterable[str], into: Path) -> dict[str, int]:
    """Copy distributions into a folder of packages; returns how many bytes each has there, by name."""
    return {name: sum(_copied(source, into / path) for path, source in kept_files(name)) for name in names}


def kept_files(name: str) -> Iterator[tuple[PurePosixPath, Path]]:
    """What of a distribution is brought along: its path among the packages, and where it lies now.

    Raises:
        ValueError: the distribution has no record of its files.
    """
    files = distribution(name).files
    if files is None:
        raise ValueError(f"{name} has no record of its files. Install it again, then build again.")
    of_qt = left_out_of_qt(Path(str(files[0].locate())).parents[len(files[0].parts) - 1])
    for file in files:
        path = PurePosixPath(file.as_posix())
        # What leads out of the folder of packages are scripts, with the building machine's interpreter in them.
        if ".." in path.parts or path.is_absolute() or is_left_out(str(path), PACKAGES) or str(path) in of_qt:
            continue
        yield path, Path(str(file.locate()))


def copy_program(into: Path) -> None:
    """The program and its resources, as its wheel has them, with what tells its version to those who ask."""
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "granview", into / "granview", ignore=ignored)
    shutil.copytree(ROOT / "resources", into / "granview" / "_resources", ignore=ignored)
    metadata = into / f"granview-{version()}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: granview\nVersion: {version()}\nLicense-Expression: Apache-2.0\n",
        encoding="utf-8",
    )


def _copied(source: Path, target: Path) -> int:
    """Copy a file that may be gone (byte code, scripts of an installer); returns its bytes."""
    if not source.is_file():
        return 0
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)
    return target.stat().st_size
