"""What the layers below the window say, by their syntax: texts of errors, and all else that is a sentence."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2] / "granview"
PACKAGES: Final = (
    *("analysis", "core", "engine", "explain", "export", "io", "models", "report", "runtime", "scoring", "settings"),
    *("store", "tasks", "worker", "zoo"),
)
"""Every package whose words can come to the window, but for the window itself, the command line and the Python API."""

_SENTENCE: Final = re.compile(r"[A-Z{'].*\s.*[.?!…]|[A-Z].*[.?!…] \{\}", re.DOTALL)
_TAIL: Final = re.compile(r"(?:is|are|has|have|may|cannot|holds|needs|was|were|does|lacks|claims) .*\.", re.DOTALL)
"""What goes on from the name of a file, in tables of what can be wrong with one."""

_CLASS: Final = re.compile(r"^class (\w+)\((\w+)", re.MULTILINE)
_WORDS: Final = re.compile(r"[A-Za-z]{2,}[ ,]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of the source.

    Attributes:
        package: Package below ``granview``.
        file: Its file below ``granview``.
        line: Where it begins.
        text: The text, with ``{name}`` for each place.
        of_error: Whether it is what an error is made with.
    """

    package: str
    file: str
    line: int
    text: str
    of_error: bool


@cache
def sentences_below(package: str) -> tuple[Sentence, ...]:
    """All of a package, in the order of its files; each text once."""
    texts: dict[str, Sentence] = {}
    for file in sorted((_ROOT / package).rglob("*.py")):
        for each in _of_file(file, package):
            if each.text not in texts or each.of_error:
                texts[each.text] = each
    return tuple(texts.values())


@cache
def _errors() -> frozenset[str]:
    """Names of the classes of GranViewError, which stand at the top of their files."""
    files = (file for package in PACKAGES for file in (_ROOT / package).rglob("*.py"))
    bases = dict(pair for file in files for pair in _CLASS.findall(file.read_text("utf-8")))
    known = {"GranViewError"}
    while more := {name for name, base in bases.items() if base in known} - known:
        known |= more
    return frozenset(known)


def _of_file(file: Path, package: str) -> Iterator[Sentence]:
    name = file.relative_to(_ROOT).as_posix()
    for node, of_error in _texts(ast.parse(file.read_bytes()), of_error=False):
        text = _text(node)
        if _TAIL.fullmatch(text):
            yield Sentence(package, name, node.lineno, f"{{file}} {text}", of_error)
        elif _SENTENCE.fullmatch(text) or (of_error and len(_WORDS.findall(text)) > 1 and text[-1:] in ".?!…"):
            yield Sentence(package, name, node.lineno, text, of_error)


def _texts(node: ast.AST, *, of_error: bool) -> Iterator[tuple[ast.Constant | ast.JoinedStr, bool]]:
    """Texts that are no docstrings, and whether an error is made with them; one with places is one text."""
    of_error = of_error or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _errors()
    )
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant | ast.JoinedStr) and not isinstance(node, ast.Expr):
            yield child, of_error
        for inner in _values(child):
            yield from _texts(inner, of_error=of_error)


def _values(node: ast.AST) -> list[ast.AST]:
    """What may hold further texts: of one with places, what stands in the places."""
    if isinstance(node, ast.JoinedStr):
        return [ast.Tuple([part.value]) for part in node.values if isinstance(part, ast.FormattedValue)]
    return [node]


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    """The text with a named place for each value."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    names: dict[str, int] = {}
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else f"{{{_name(part, names)}}}" for part in node.values
    )


def _name(part: ast.expr, names: dict[str, int]) -> str:
    """What a place is called: the last name of its expression, and a number where it is used again."""
    assert isinstance(part, ast.FormattedValue)
    found = [
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(part.value)
        if isinstance(node, ast.Name | ast.Attribute)
    ]
    name = (found or ["value"])[0].strip("_").lower()
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name}_{names[name]}"
