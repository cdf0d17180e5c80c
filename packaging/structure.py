"""Figures of the structure: ``.venv/bin/python packaging/structure.py``, with folders of other checkouts or without.

Decision 15 in ``docs/decisions.md`` quotes them.
"""

import ast
import statistics
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import grimp
from environment import ROOT

PREDICTION_TYPES: Final = (
    *("LabelMap", "ClassScores", "Entities", "Answers", "GeneratedText", "FilledMasks"),
    *("Instances", "PromptedMasks", "RestoredPicture", "DepthMap"),
)
"""The classes whose users are counted."""

KINDS: Final = frozenset({"image", "text"})

_MAKERS: Final = (
    *("granview/tasks/", "granview/models/", "granview/core/truths/"),
    *("granview/io/saved_predictions/", "granview/io/saved/objects.py"),
)
_DEFINED: Final = ("granview/core/predictions/",)


def figures(checkout: Path) -> dict[str, str]:
    """Every figure of a checkout's ``granview`` under what it counts."""
    trees = {
        path.relative_to(checkout).as_posix(): (text, ast.parse(text))
        for path in sorted((checkout / "granview").rglob("*.py"))
        for text in [path.read_text(encoding="utf-8")]
    }
    lines = {name: text.count("\n") for name, (text, _) in trees.items() if not name.endswith("/__init__.py")}
    functions = [length for _, tree in trees.values() for length in function_lengths(tree)]
    found = {
        "files": f"{len(lines):,}",
        "lines": f"{sum(lines.values()):,}",
        "lines of a file, median": f"{statistics.median(lines.values()):g}",
        "lines of the longest file": f"{max(lines.values())}",
        "lines of a function, median": f"{statistics.median(functions):g}",
        "circles of imports": f"{len(circles(checkout))}",
        "the same, with imports for types alone": f"{len(circles(checkout, for_types=True))}",
    }
    for type_name in PREDICTION_TYPES:
        users = [name for name, (_, tree) in trees.items() if type_name in imported_names(tree)]
        others = [name for name in users if not is_entitled(name, type_name)]
        found[f"files that import {type_name}"] = f"{len(users)}, {len(others)} of them neither its own nor makers"
    everything = [tree for _, tree in trees.values()]
    found["isinstance of predictions"] = str(sum(1 for tree in everything for _ in type_checks(tree)))
    found["comparisons with the name of a kind"] = str(sum(1 for tree in everything for _ in kind_checks(tree)))
    return found


def function_lengths(tree: ast.Module) -> Iterator[int]:
    """Lines of each function and method, decorators left out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def imported_names(tree: ast.Module) -> set[str]:
    """What a module imports by name when it runs; imports for types alone do not count."""
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and id(node) not in for_types)
    return {alias.name for node in imports for alias in node.names}


def is_entitled(name: str, type_name: str) -> bool:
    """Whether a file's work is to make predictions, or it is named after the type, as ``label_map_painter``."""
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in type_name).lstrip("_")
    return name.startswith((*_MAKERS, *_DEFINED)) or Path(name).stem.startswith(snake)


def type_checks(tree: ast.Module) -> Iterator[ast.Call]:
    """Calls of ``isinstance`` that ask for a prediction's class, but for those of an ``assert``."""
    asserted = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.Assert) for inner in ast.walk(node.test)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            names = {inner.id for inner in ast.walk(node.args[1]) if isinstance(inner, ast.Name)}
            if names & set(PREDICTION_TYPES) and id(node) not in asserted:
                yield node


def kind_checks(tree: ast.Module) -> Iterator[ast.Compare]:
    """Comparisons of something called a kind with the name of one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            names = {each.value for each in sides if isinstance(each, ast.Constant) and isinstance(each.value, str)}
            if names & KINDS and any("kind" in ast.unparse(each) for each in sides):
                yield node


def circles(checkout: Path, for_types: bool = False) -> list[list[str]]:
    """Groups of modules that import each other when they run, each with its modules.

    Args:
        checkout: Where ``granview`` lies.
        for_types: Whether imports count too that only a type checker follows.
    """
    sys.path.insert(0, str(checkout))
    graph = grimp.build_graph("granview", exclude_type_checking_imports=not for_types, cache_dir=None)
    groups = {
        frozenset(graph.find_downstream_modules(module) & graph.find_upstream_modules(module) | {module})
        for module in graph.modules
    }
    return sorted(sorted(group) for group in groups if len(group) > 1)


def main(folders: Iterable[str]) -> int:
    """Print the figures of each folder, of this checkout where none is named; returns 0."""
    for folder in map(Path, folders or [str(ROOT)]):
        print(f"\n== {folder.resolve()}")
        for name, value in figures(folder.resolve()).items():
            print(f"{name:<38} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
