"""Every string of the window that is translated, read from the source: ``tr``, ``translate`` and ``translatable``.

What ``pyside6-lupdate`` reads, and besides it what that passes over: the context of an alias, such as ``tr = self.tr``,
and of a function outside of classes.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

WITH_CONTEXT: Final = frozenset({"translate", "translatable"})
"""Functions whose first argument is the context; ``tr`` has the class that it stands in."""

_N_PLACE: Final = {"translate": 3, "tr": 2}
"""At which place of the arguments a function takes the number that plural forms go by."""


@dataclass(frozen=True, order=True)
class Source:
    """A string that is translated.

    Attributes:
        context: Under which Qt looks it up.
        text: As it stands in the source.
        is_plural: Whether it has a form for each number.
    """

    context: str
    text: str
    is_plural: bool = False


@dataclass(frozen=True, order=True)
class Opaque:
    """A call whose string cannot be read from the source.

    Attributes:
        file: The file's path.
        line: The call's line.
        call: The call, as it is written.
    """

    file: str
    line: int
    call: str


def read_sources(files: Iterable[Path]) -> tuple[set[Source], list[Opaque]]:
    """The strings of some Python files, and the calls whose string is none."""
    sources: set[Source] = set()
    opaque: list[Opaque] = []
    for file in files:
        for context, call in _calls(ast.parse(file.read_text(encoding="utf-8")), ""):
            found = _source(context, call)
            if found is None:
                opaque.append(Opaque(file.as_posix(), call.lineno, ast.unparse(call)))
            else:
                sources.add(found)
    return sources, sorted(opaque)


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call) and _name(child) in (*WITH_CONTEXT, "tr") and not _paints(child):
            yield inner, child
        yield from _calls(child, inner)


def _paints(call: ast.Call) -> bool:
    """Whether it is a painter's or a path's ``translate``, which moves what is drawn."""
    return _name(call) == "translate" and not (
        isinstance(call.func, ast.Name) or ast.unparse(call.func) == "QCoreApplication.translate"
    )


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _source(context: str, call: ast.Call) -> Source | None:
    name, arguments = _name(call), call.args
    if name in WITH_CONTEXT or (isinstance(call.func, ast.Name) and len(arguments) == 2):
        first = _literal(arguments[0]) if len(arguments) > 1 else None
        text = _literal(arguments[1]) if len(arguments) > 1 else None
    else:
        first, text = context or None, _literal(arguments[0]) if arguments else None
    if not first or text is None:
        return None
    is_plural = len(arguments) > _N_PLACE.get(name, 99) or any(each.arg == "n" for each in call.keywords)
    return Source(first, text, is_plural)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
