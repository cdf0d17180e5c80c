"""Byte code for everything that is brought, so that the first start is as quick as the second and writes nothing."""

import compileall
import os
from pathlib import Path
from py_compile import PycInvalidationMode

from app.layout import Layout


def write_byte_code(layout: Layout) -> bool:
    """Compile all modules, with paths that begin at the application's folder; returns whether all could be.

    Byte code is used unchecked: the files that it is made of never change within an installed version.
    """
    return bool(
        compileall.compile_dir(
            layout.stdlib,
            maxlevels=30,
            quiet=2,
            force=True,
            workers=os.cpu_count() or 1,
            stripdir=str(layout.folder),
            prependdir="GranView",
            invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        )
    )


def traces_of(folder: Path, *texts: str) -> list[Path]:
    """Files that hold any of the texts: paths of the machine that built them, which another has not."""
    wanted = [text.encode() for text in texts]
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink())
    return [file for file in files if any(text in file.read_bytes() for text in wanted)]
