"""The application's folder for macOS, as far as another system can make it."""

import plistlib
import shutil
import subprocess
from pathlib import Path

import pytest
from app.layout import Layout
from app.macos.recipe import HERE, IDENTITY, lay_out, steps
from PIL import Image


def test_the_folder_lies_in_the_application_with_its_icon_and_description(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "GranView", "macos", "3.11")
    layout.prefix.mkdir(parents=True)

    contents = lay_out(layout) / "Contents"

    info = plistlib.loads((contents / "Info.plist").read_bytes())
    assert (contents / "Resources" / "GranView" / "python").is_dir()
    with Image.open(contents / "Resources" / info["CFBundleIconFile"]) as icon:
        assert (icon.format, icon.size) == ("ICNS", (1024, 1024))
    wanted = f"Contents/MacOS/{info['CFBundleExecutable']}"
    assert any(step.command[-1:] and step.command[-1].endswith(wanted) for step in steps(layout, tmp_path))


def test_it_is_signed_by_a_name_where_one_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layout = Layout(tmp_path / "GranView", "macos", "3.11")
    monkeypatch.delenv(IDENTITY, raising=False)
    unnamed = [step.command for step in steps(layout, tmp_path) if step.command[:1] == ("codesign",)]
    monkeypatch.setenv(IDENTITY, "Developer ID Application: Name")
    named = [step.command for step in steps(layout, tmp_path) if step.command[:1] == ("codesign",)]

    assert "-" in unnamed[0]
    assert {"Developer ID Application: Name", "--timestamp"} <= set(named[0])


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no compiler here")
def test_its_executable_runs_the_interpreter_in_the_application(tmp_path: Path) -> None:
    """Compiled for this system, where a library that prints what it is called with stands for Python's."""
    home = tmp_path / "Gran View.app" / "Contents"
    (home / "MacOS").mkdir(parents=True)
    library = home / "Resources" / "GranView" / "python" / "lib" / "libpython3.11.so.1.0"
    library.parent.mkdir(parents=True)
    source = tmp_path / "python.c"
    source.write_text(
        "#include <stdio.h>\nint Py_BytesMain(int n, char **a) { for (int i = 0; i < n; i++) puts(a[i]); return 7; }\n"
    )
    subprocess.run(["cc", "-shared", "-fPIC", str(source), "-o", str(library)], check=True)
    program = home / "MacOS" / "GranView"
    flags = ["-Wall", "-Wextra", "-Werror", '-DPYTHON="3.11"']
    subprocess.run(["cc", "-O2", *flags, str(HERE / "launcher.c"), "-o", str(program), "-ldl"], check=True)

    ended = subprocess.run([str(program), "a b.granview"], capture_output=True, text=True, check=False)

    python, *arguments = ended.stdout.splitlines()
    assert ended.returncode == 7, ended.stderr
    assert Path(python).parent.resolve() == (library.parents[1] / "bin").resolve() or python.endswith("/bin/python3.11")
    assert arguments == ["-I", "-m", "granview", "a b.granview"]
