"""The command lines that documentation shows: in Markdown's blocks and running text, and in the examples of a help."""

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SHELLS = frozenset({"", "sh", "bash", "shell", "console", "text", "powershell"})
"""Languages of fenced blocks in which a line may be a command."""

_FENCE = re.compile(r"^\s*(```+|~~~+)\s*(\S*)")
_SPAN = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_SETTING = re.compile(r"^[A-Z_]+=")


@dataclass(frozen=True)
class Command:
    """A command line and where it stands."""

    words: tuple[str, ...]
    place: str

    def __str__(self) -> str:
        return shlex.join(self.words)


def commands_of(page: Path, root: Path) -> list[Command]:
    """The commands of a page's blocks, each as often as it is shown."""
    name, text = page.relative_to(root).as_posix(), page.read_text(encoding="utf-8")
    return [found for number, line in block_lines(text) for found in parsed_line(line, f"{name}:{number}")]


def mentions_of(page: Path, root: Path) -> list[Command]:
    """The commands that stand in a page's running text, between backquotes."""
    name, text = page.relative_to(root).as_posix(), page.read_text(encoding="utf-8")
    shown = {number for number, _ in block_lines(text, languages=None)}
    return [
        found
        for number, line in enumerate(text.splitlines(), 1)
        if number not in shown
        for span in _SPAN.findall(line)
        for found in parsed_line(span, f"{name}:{number}")
    ]


def examples_of(help_text: str, name: str) -> list[Command]:
    """The commands among the examples of a program's help; what is said of one stands after two spaces or more."""
    lines = help_text.partition("examples:\n")[2].partition("\n\n")[0].splitlines()
    joined = _joined([(number, re.split(r"(?<=\S)  +(?!\\)", line.strip())[0]) for number, line in enumerate(lines, 1)])
    return [found for _, line in joined for found in parsed_line(line, name)]


def block_lines(text: str, languages: frozenset[str] | None = SHELLS) -> Iterator[tuple[int, str]]:
    """Lines of fenced blocks in one of the languages (None: in any), and of indented blocks, each with its number.

    Lines that end in a backslash are joined to the next.
    """
    lines = [
        (number, line)
        for number, line, language in _lines_in_blocks(text)
        if languages is None or language in languages
    ]
    return _joined(lines)


def _lines_in_blocks(text: str) -> Iterator[tuple[int, str, str]]:
    """Number, line and language of what stands in blocks; indented ones have none."""
    fence, language, paragraph = "", "", ""
    for number, line in enumerate(text.splitlines(), 1):
        mark = _FENCE.match(line)
        if mark and (not fence or line.strip() == fence):
            fence, language = ("", "") if fence else (mark[1], mark[2].lower())
        elif fence:
            yield number, line, language
        elif line.startswith("    ") and not _is_list(paragraph):
            yield number, line, ""
        elif line.strip():
            paragraph = line


def _joined(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Lines without their indentation, joined where one ends in a backslash; with the number of the last."""
    held = ""
    for number, line in lines:
        held += line.strip()
        if held.endswith("\\"):
            held = held[:-1]
        else:
            yield number, held
            held = ""


def _is_list(line: str) -> bool:
    """Whether what is indented below a line is the rest of an item, and no block."""
    return bool(re.match(r"\s*([-*+]|\d+[.)])\s", line))


def parsed_line(line: str, place: str) -> Iterator[Command]:
    """The project's commands in a line of a shell: without the prompt, comments and settings of the environment."""
    try:
        words = shlex.split(line.removeprefix("$ ").removeprefix("> "), comments=True)
    except ValueError:
        return
    for part in _parts(words):
        while part and _SETTING.match(part[0]):
            part.pop(0)
        if part and _is_ours(part):
            yield Command(tuple(part), place)


def _parts(words: list[str]) -> Iterator[list[str]]:
    """What stands between ``&&`` and ``;``."""
    part: list[str] = []
    for word in words:
        if word in ("&&", ";"):
            yield part
            part = []
        else:
            part.append(word)
    yield part


def program_of(words: tuple[str, ...] | list[str]) -> str:
    """``granview``, ``make`` or ``python``, wherever it lies; empty for any other program."""
    name = re.split(r"[/\\]", words[0])[-1].removesuffix(".exe")
    if re.fullmatch(r"python[0-9.]*", name):
        return "python"
    return name if name in ("granview", "make") and not words[0].endswith("/") else ""


def _is_ours(words: list[str]) -> bool:
    program = program_of(words)
    if program == "python":
        return len(words) > 1 and (words[1] == "-m" or words[1].endswith(".py"))
    return bool(program)
