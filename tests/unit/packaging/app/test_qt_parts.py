"""What of Qt is brought: the window's modules and plugins, with every library that they link to."""

from pathlib import Path

import PySide6
import pytest
from app.elf import is_elf, needed_libraries
from app.qt_parts import MODULES, left_out_of_qt

HOME = Path(PySide6.__file__).parent

pytestmark = pytest.mark.skipif(not (HOME / "Qt" / "lib").is_dir(), reason="Qt lies otherwise on this system")


def test_nothing_that_is_kept_links_to_what_is_not() -> None:
    left_out = left_out_of_qt(HOME.parent)
    files = [
        file for file in HOME.rglob("*") if file.is_file() and file.relative_to(HOME.parent).as_posix() not in left_out
    ]
    names, ours = {file.name for file in files}, {file.name for file in HOME.rglob("*") if file.is_file()}

    for file in filter(is_elf, files):
        assert {name for name in needed_libraries(file) if name in ours} <= names, file
    assert {f"{name}.abi3.so" for name in MODULES} <= names
    assert {"libqxcb.so", "libqwayland.so", "libqsvg.so", "libqopensslbackend.so", "qtbase_zh_CN.qm"} <= names
    assert {"libQt6Quick.so.6", "designer", "QtQml.abi3.so", "libqpdf.so"}.isdisjoint(names)


def test_where_qt_is_not_there_nothing_is_left_out(tmp_path: Path) -> None:
    assert left_out_of_qt(tmp_path) == frozenset()
