"""The interpreter that is brought along: a relocatable build of Python where there is one, else the one that builds."""

import shutil
import sys
import sysconfig
from pathlib import Path
from typing import Final

from app.elf import is_elf, linked_files, set_library_folders
from app.layout import Layout
from app.pruning import STDLIB, is_left_out

NOWHERE: Final = "/nowhere"
"""What stands in place of the folder that an interpreter was configured for; it finds its own place at each start."""

OF_EVERY_SYSTEM: Final = (
    "ld-linux*",
    "libBrokenLocale.so*",
    "libanl.so*",
    "libc.so*",
    "libcrypt.so*",
    "libdl.so*",
    "libgcc_s.so*",
    "libm.so*",
    "libmvec.so*",
    "libnsl.so*",
    "libpthread.so*",
    "libresolv.so*",
    "librt.so*",
    "libstdc++.so*",
    "libutil.so*",
)
"""Libraries that are the system's own: of glibc and the compiler, which must match its kernel and drivers."""


def source_prefix() -> Path:
    """The folder of the interpreter that is copied: that which the building environment was made from."""
    return Path(sys.base_prefix)


def describe_interpreter() -> str:
    """Which interpreter is copied, in words for who builds."""
    kind = "python-build-standalone" if is_standalone() else "the interpreter that runs this build"
    return f"Python {sys.version.split()[0]}, {kind}, of {source_prefix()}"


def is_standalone() -> bool:
    """Whether this is a build of python-build-standalone, which runs wherever it is put and brings its libraries."""
    return bool(sysconfig.get_config_var("PYTHON_BUILD_STANDALONE"))


def copy_interpreter(layout: Layout) -> None:
    """Copy interpreter, standard library and headers, without what is left out.

    Raises:
        SystemExit: it could not run elsewhere.
    """
    prefix = source_prefix()
    if layout.system == "macos" and not is_standalone():
        raise SystemExit(
            "On macOS build with a Python that can be moved: uv python install 3.12, then build with that."
        )
    _copy_pruned(Path(sysconfig.get_path("stdlib")), layout.stdlib)
    if layout.system == "windows":
        _copy_windows(prefix, layout)
        return
    layout.python.parent.mkdir(parents=True, exist_ok=True)
    executable = Path(sys._base_executable).resolve()  # type: ignore[attr-defined]
    shutil.copy2(executable, layout.python)
    for name in ("python3", "python"):
        (layout.python.parent / name).symlink_to(layout.python.name)
    headers = f"include/python{layout.python_version}"
    if (prefix / headers).is_dir():  # what compiles kernels for a GPU asks for them
        shutil.copytree(prefix / headers, layout.prefix / headers)
    for file in (prefix / "lib").glob("libpython*.so*" if layout.system == "linux" else "libpython*.dylib"):
        shutil.copy2(file, layout.libraries / file.name, follow_symlinks=False)


def relocate(layout: Layout) -> dict[str, Path]:
    """Let a copied interpreter of Linux find its libraries beside itself, and bring those that it needs.

    Returns:
        What was brought from this machine: the names of libraries, and where they lay.
    """
    modules = [file for file in (layout.stdlib / "lib-dynload").glob("*.so") if is_elf(file)]
    own = [layout.python, *(file for file in layout.libraries.glob("libpython*.so*") if is_elf(file))]
    brought: dict[str, Path] = {}
    for file in [*own, *modules]:
        for name, path in linked_files(file).items():
            if not name.startswith("libpython") and not any(Path(name).match(each) for each in OF_EVERY_SYSTEM):
                brought[name] = path
    for name, path in brought.items():
        shutil.copy2(path.resolve(), layout.libraries / name)
    for file in [*own, *modules, *(layout.libraries / name for name in brought)]:
        file.chmod(file.stat().st_mode | 0o200)
        set_library_folders(file, layout.libraries)
    return brought


def forget_prefix(layout: Layout, prefix: Path) -> list[Path]:
    """Take the folder that the interpreter was configured for out of its files; returns those that were changed.

    A text is changed as a whole; in a compiled file the name is replaced by one of the same length. ``/usr`` and the
    like say nothing of a machine, and stay.
    """
    if len(prefix.parts) < 3:
        return []
    changed = []
    old, padded = str(prefix).encode(), as_long_as(prefix).encode()
    for file in [p for p in layout.prefix.rglob("*") if p.is_file() and not p.is_symlink()]:
        if file.is_relative_to(layout.site_packages) or old not in (content := file.read_bytes()):
            continue
        file.write_bytes(content.replace(old, padded if is_elf(file) else NOWHERE.encode()))
        changed.append(file)
    return changed


def as_long_as(prefix: Path) -> str:
    """A folder that is nowhere, of the same length, with the same name at its end.

    Linkers keep two texts as one where one ends in the other: the version may lie within ``…/versions/3.11.7``.
    """
    length = len(str(prefix.parent))
    return f"{NOWHERE[:length].ljust(length, '/')}/{prefix.name}"


def _copy_pruned(source: Path, target: Path) -> None:
    for file in sorted(source.rglob("*")):
        path = file.relative_to(source)
        if file.is_file() and not is_left_out(path.as_posix(), STDLIB):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, target / path)
    (target / "site-packages").mkdir(parents=True, exist_ok=True)


def _copy_windows(prefix: Path, layout: Layout) -> None:
    """Windows finds an interpreter's libraries beside it."""
    for pattern in ("python*.exe", "*.dll"):
        for file in prefix.glob(pattern):
            shutil.copy2(file, layout.prefix / file.name)
    shutil.copytree(prefix / "DLLs", layout.prefix / "DLLs", ignore=shutil.ignore_patterns("_test*", "*tk*", "tcl*"))
    shutil.copytree(prefix / "include", layout.prefix / "include")
