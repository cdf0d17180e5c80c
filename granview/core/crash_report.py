"""A report of a defect that its reader can show to others: where in the code it happened, and nothing of their data.

Files of the program and its packages are shown as ``granview/gui/app.py``; other paths, words in quotation marks and
names that the program was given for samples and lanes are replaced by ``…``. Nothing is ever sent by the program.
"""

import re
import sys
import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final

HIDDEN: Final = "…"
MAX_FRAMES: Final = 60
"""Of a longer traceback, as of an endless recursion, only its ends are shown."""

_SHORTEST_NAME: Final = 3
_QUOTED: Final = re.compile(r"""'[^'\n]*'|"[^"\n]*"|`[^`\n]*`|“[^”\n]*”""")
_PATH: Final = re.compile(r"(?:~|[A-Za-z]:)?(?:[/\\][^\s/\\:;,'\"()]+)+[/\\]?")
_FILE_NAME: Final = re.compile(r"\b[^\s/\\'\"()]+\.(?!\d)[A-Za-z][A-Za-z0-9]{1,9}\b(?!\()")
_FILE_LINE: Final = re.compile(r'File "([^"]+)"')
_LIBRARY: Final = re.compile(r"/(?:lib/python\d[\d.]*|Lib)/(.+)$")
_CODE_HOMES: Final = ("site-packages", "dist-packages")


def report_text(what: str, facts: Mapping[str, str], trace: str) -> str:
    """The whole report.

    Args:
        what: What happened, in a sentence.
        facts: Versions, system and devices, by name.
        trace: Where in the code, as ``exception_trace`` or ``native_trace`` has it.
    """
    width = max((len(name) for name in facts), default=0) + 2
    lines = trace.strip("\n")
    rows = "\n".join(f"{name:<{width}}{value}" for name, value in facts.items())
    return f"{what}\n\n{rows}\n\n{lines}\n"


def exception_trace(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None, private: Iterable[str] = ()
) -> str:
    """Where an exception was raised, with what caused it: files, lines and functions, and the message without data.

    Args:
        kind: Its type.
        error: Itself.
        trace: Its traceback.
        private: Names that the user gave, which the message may hold.
    """
    names = tuple(private)
    parts = []
    for each in _chain(traceback.TracebackException(kind, error, trace, capture_locals=False)):
        frames = [_frame(frame) for frame in each.stack]
        if len(frames) > MAX_FRAMES:
            half = MAX_FRAMES // 2
            frames = [*frames[:half], f"  ({len(frames) - 2 * half} more)", *frames[-half:]]
        message = "".join(each.format_exception_only()).strip()
        name, _, words = message.partition(": ")
        parts.append("\n".join([*frames, f"{name}: {without_data(words, names)}" if words else name]))
    return "\n\nwhich led to\n\n".join(parts)


def native_trace(text: str) -> str:
    """What Python wrote when compiled code ended the program, with the paths of the code alone."""
    lines = _FILE_LINE.sub(lambda match: f'File "{code_path(match[1])}"', text).splitlines()
    return "\n".join(line if "File " in line else without_home(line) for line in lines)


def without_data(text: str, private: Iterable[str] = ()) -> str:
    """A message without what is quoted, paths, names of files and names that the user gave."""
    for name in sorted({name for name in private if len(name) >= _SHORTEST_NAME}, key=len, reverse=True):
        text = text.replace(name, HIDDEN)
    for pattern in (_QUOTED, _PATH, _FILE_NAME):
        text = pattern.sub(HIDDEN, text)
    return text


def code_path(path: str) -> str:
    """A file of code, from its package on; one of the user's own is not named."""
    parts = Path(path.replace("\\", "/")).parts
    for home in _CODE_HOMES:
        if home in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(home) :])
    package = Path(__file__).resolve().parents[1]
    if Path(path).is_relative_to(package):
        return Path(path).relative_to(package.parent).as_posix()
    if library := _LIBRARY.search(path.replace("\\", "/")):
        return f"python/{library[1]}"
    return path if path.startswith("<") else HIDDEN


def without_home(text: str) -> str:
    """A line with ``~`` in place of the user's folder."""
    home = str(Path.home())
    return text.replace(home, "~") if len(Path(home).parts) > 1 else text


def _frame(frame: traceback.FrameSummary) -> str:
    path = code_path(frame.filename)
    line = f'  File "{path}", line {frame.lineno}, in {frame.name}'
    # A line of the user's own code may hold anything of theirs.
    return f"{line}\n    {frame.line}" if frame.line and path != HIDDEN else line


def _chain(last: traceback.TracebackException) -> list[traceback.TracebackException]:
    """An exception and those that led to it, the first of them first."""
    chain = [last]
    while (
        before := chain[0].__cause__ or (None if chain[0].__suppress_context__ else chain[0].__context__)
    ) is not None:
        chain.insert(0, before)
        if len(chain) > sys.getrecursionlimit():
            break
    return chain
