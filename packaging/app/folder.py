"""Builds the application's folder, step by step; each system's installer is made from it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from uv import find_uv_bin

from app import launchers
from app.byte_code import traces_of, write_byte_code
from app.contents import LOCKS, locked_packages, not_locked, window_imports
from app.elf import is_elf, newest_glibc
from app.interpreter import (
    copy_interpreter,
    describe_interpreter,
    forget_prefix,
    is_standalone,
    relocate,
    source_prefix,
)
from app.layout import ROOT, Layout, version
from app.licence_texts import write_licences
from app.packages import copy_packages, copy_program
from app.self_check import check_folder
from app.symbols import strip_symbols
from app.window_libraries import bring_window_libraries

MIB: Final = 1 << 20

Say = Callable[[str], None]


def build_folder(layout: Layout, say: Say) -> None:
    """Build everything that is double-clicked, beginning with an empty folder.

    Args:
        layout: What goes where.
        say: Told of each step in a line.

    Raises:
        SystemExit: something would not run on another machine; the sentence says what.
    """
    shutil.rmtree(layout.folder, ignore_errors=True)
    say(f"Interpreter: {describe_interpreter()}.")
    copy_interpreter(layout)
    names = locked_packages()
    if lacking := not_locked(window_imports(ROOT / "granview"), names):
        raise SystemExit(f"packaging/runtime/app.lock lacks what the window imports: {', '.join(sorted(lacking))}.")
    say(f"Packages: {len(names)} of packaging/runtime/app.lock …")
    sizes = copy_packages(names, layout.site_packages)
    copy_program(layout.site_packages)
    brought = bring_libraries(layout)
    copy_uv_and_locks(layout)
    say(f"Symbols for debuggers: {strip_symbols(layout.folder) / MIB:.0f} MiB left out.")
    write_licences(layout, names, brought.values())
    launchers.write_launcher(layout)
    write_manifest(layout)
    say("Byte code …")
    if not write_byte_code(layout):
        say("Some modules of packages are for other versions of Python and were not compiled.")
    let_all_read(layout.folder)
    refuse_traces(layout)
    check_folder(layout)
    say_sizes(layout, sizes, say)
    if layout.system == "linux":
        major, minor = newest_glibc([file for file in layout.folder.rglob("*") if is_elf(file)])
        say(f"Runs from glibc {major}.{minor} on.")


def bring_libraries(layout: Layout) -> dict[str, Path]:
    """On Linux, libraries of this machine that the interpreter and the window need; returns where they lay."""
    if layout.system != "linux":
        return {}
    brought = {} if is_standalone() else relocate(layout)
    forget_prefix(layout, source_prefix())
    return {**brought, **bring_window_libraries(layout)}


def copy_uv_and_locks(layout: Layout) -> None:
    """What runtimes are built with, and from."""
    layout.uv.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(find_uv_bin(), layout.uv)
    shutil.copytree(LOCKS, layout.locks)


def write_manifest(layout: Layout) -> None:
    """What the program reads of its own folder, in paths from ``sys.prefix`` on."""
    content = {
        "version": version(),
        "uv": layout.from_prefix(layout.uv),
        "locks": layout.from_prefix(layout.locks),
        "python": layout.from_prefix(layout.python),
    }
    layout.manifest.write_text(json.dumps(content, indent=1), encoding="utf-8")


def let_all_read(folder: Path) -> None:
    """Let every user of a machine read a folder: a part of it may have been made for one user alone."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if path.is_dir() or mode & 0o100 else 0o444))


def refuse_traces(layout: Layout) -> None:
    """Refuse a folder that holds paths of this machine.

    Raises:
        SystemExit: it does.
    """
    places = [ROOT, layout.folder, source_prefix(), Path.home()]
    # /usr and /root say nothing of a machine: published packages were built there, too.
    found = traces_of(layout.folder, *(str(place) for place in places if len(place.parts) > 2))
    if found:
        named = "\n".join(f"  {file.relative_to(layout.folder)}" for file in found[:20])
        raise SystemExit(f"{len(found)} files hold paths of this machine:\n{named}")


def say_sizes(layout: Layout, sizes: dict[str, int], say: Say) -> None:
    """How large the folder is, and what takes most of it."""
    whole = sum(file.stat().st_size for file in layout.folder.rglob("*") if file.is_file() and not file.is_symlink())
    largest = sorted(sizes, key=sizes.__getitem__, reverse=True)[:8]
    parts = ", ".join(f"{name} {sizes[name] / MIB:.0f}" for name in largest)
    say(f"Size: {whole / MIB:.0f} MiB; of packages {sum(sizes.values()) / MIB:.0f} MiB (largest: {parts}).")
