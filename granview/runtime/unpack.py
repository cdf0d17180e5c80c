"""Wheels into a folder of packages, by the uv that the application brings along; nothing is asked of a network."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import BuildCancelled, RuntimeProblem
from granview.runtime.bundle import Bundle
from granview.runtime.lock_file import Wheel
from granview.runtime.progress import IsCancelled

_OPTIONS: Final = ("--offline", "--no-index", "--require-hashes", "--no-config", "--no-progress")
_OTHERS: Final = ("UV_", "PIP_", "VIRTUAL_ENV", "CONDA_")
"""Settings of other programs, which shall not change what is built here."""

_SLICE_S: Final = 0.1
_NO_CONSOLE: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def unpack(bundle: Bundle, wheels: Sequence[Wheel], source: Path, work: Path, is_cancelled: IsCancelled) -> Path:
    """Install wheels into the folder ``packages`` of a folder; returns that.

    Args:
        bundle: Its uv does it, for its Python.
        wheels: What is installed, and nothing else.
        source: The folder where the wheels lie.
        work: Where the packages go, and what uv keeps meanwhile.
        is_cancelled: Asked again and again.

    Raises:
        RuntimeProblem: uv cannot be started, or does not install them.
        BuildCancelled: it was cancelled.
    """
    packages, listed = work / "packages", work / "wheels.txt"
    listed.write_text("".join(map(_requirement, wheels)), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_OTHERS)}
    folders = ("--target", packages, "--find-links", source, "--cache-dir", work / "cache", "--python", bundle.python)
    with tempfile.TemporaryFile() as printed:
        try:
            process = subprocess.Popen(
                [*map(str, (bundle.uv, "pip", "sync", listed, *folders)), *_OPTIONS],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
                env=environment,
                creationflags=_NO_CONSOLE,
            )
        except OSError as error:
            raise RuntimeProblem(
                f"{bundle.uv}, which unpacks packages, does not start: {error.strerror}.",
                "A virus scanner may hold it back; allow it, or install GranView again.",
            ) from error
        code = _wait(process, is_cancelled)
        printed.seek(0)
        words = printed.read().decode(errors="replace").strip()
    if code:
        raise RuntimeProblem(f"The packages cannot be unpacked: {_last_words(words, code)}.", "Try again.")
    return packages


def _requirement(wheel: Wheel) -> str:
    return f"{wheel.package}=={wheel.version} --hash=sha256:{wheel.sha256}\n"


def _wait(process: "subprocess.Popen[bytes]", is_cancelled: IsCancelled) -> int:
    while True:
        try:
            return process.wait(_SLICE_S)
        except subprocess.TimeoutExpired:
            if is_cancelled():
                process.kill()
                process.wait()
                raise BuildCancelled(
                    "Unpacking was cancelled.", "What is downloaded is kept; start it again."
                ) from None


def _last_words(words: str, code: int) -> str:
    lines = [line.strip(" ×│╰─▶") for line in words.splitlines()]
    told = "; ".join(line.removeprefix("error: ").rstrip(".") for line in lines if line)
    return told[-400:] or f"uv ended with exit code {code}"
