"""Makes the installer that a person on Windows downloads, by Inno Setup."""

import os
from pathlib import Path
from typing import Final

from app.icons import write_packed
from app.layout import Layout, version
from app.steps import Say, Step

HERE: Final = Path(__file__).resolve().parent
SIGN: Final = "GRANVIEW_SIGN"
"""The setting that holds how a file is signed, ``$f`` in the file's place: ``signtool sign /fd sha256 … $f``."""


def steps(layout: Layout, out: Path) -> list[Step]:
    """What is done after the folder is built."""
    signed = (f"/Sgranview={os.environ[SIGN]}", "/DSigned") if SIGN in os.environ else ()
    defined = (f"/DVersion={version()}", f"/DFolder={layout.folder}", f"/DOut={out}")
    return [
        Step("write granview.ico into the folder"),
        Step(
            "make the installer, signed where GRANVIEW_SIGN says how",
            ("iscc", "/Qp", *signed, *defined, str(HERE / "granview.iss")),
            needs=(HERE / "granview.iss",),
        ),
    ]


def installer(out: Path) -> Path:
    """The file that is downloaded."""
    return out / f"GranView-{version()}-windows-x86_64.exe"


def build(layout: Layout, out: Path, say: Say) -> list[Path]:
    """Follow the steps; returns the installer."""
    write_packed(layout.folder / "granview.ico")
    (layout.folder / "VERSION").write_text(f"{version()}\n")
    say("Packing …")
    for step in steps(layout, out):
        if step.command:
            step.run(layout.folder.parent)
    return [installer(out)]
