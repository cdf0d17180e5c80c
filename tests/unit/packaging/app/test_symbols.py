"""Compiled files lose what debuggers read, and are imported as before."""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from app.symbols import strip_symbols

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("strip") is None, reason="files of Linux, and binutils"
)


def test_what_is_stripped_is_smaller_and_is_imported_as_before(tmp_path: Path) -> None:
    modules = Path(sysconfig.get_path("stdlib")) / "lib-dynload"
    original = max(modules.glob("_decimal.*.so"), default=None)
    if original is None:
        pytest.skip("this interpreter has its modules within")
    module = tmp_path / original.name
    shutil.copy2(original, module)
    (tmp_path / "data.so").write_bytes(b"\x7fELF" + bytes(100_000))
    before = module.stat()

    saved = strip_symbols(tmp_path)

    assert saved == before.st_size - module.stat().st_size
    assert module.stat().st_mode == before.st_mode
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import _decimal; print(_decimal.__file__)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == str(module)
    assert (tmp_path / "data.so").stat().st_size == 100_004, "what strip does not understand stays"


def test_without_the_program_all_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert strip_symbols(tmp_path) == 0
