"""What depends on a sample's kind is asked of the kind's object: nobody chooses by its name."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from granview.core.sample_kind import SAMPLE_KINDS

ROOT: Final = Path(__file__).parents[2]
PROGRAM: Final = sorted((ROOT / "granview").rglob("*.py"))
NAMES: Final = frozenset(SAMPLE_KINDS.all())
_ASKED: Final = ("kind", "takes")


def choices_by_kind(source: str) -> Iterator[str]:
    """Where code compares a kind with a name, matches it, or keys a table of its own by names of kinds."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Compare(left, _, others):
                sides = [left, *others]
                is_choice = any(_is_kind(side) for side in sides) and any(_is_name(side) for side in sides)
            case ast.Match(subject, cases):
                patterns = [each for case in cases for each in ast.walk(case.pattern)]
                is_choice = _is_kind(subject) and any(map(_is_name, patterns))
            case ast.Dict(keys):
                is_choice = len(keys) > 1 and all(key is not None and _is_name(key) for key in keys)
            case _:
                continue
        if is_choice:
            yield f"line {node.lineno}: {ast.unparse(node).splitlines()[0]}"


def _is_kind(node: ast.AST) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name.endswith(_ASKED)


def _is_name(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Constant) and each.value in NAMES for each in ast.walk(node))


def test_nobody_compares_a_kind_with_a_name() -> None:
    found = [
        f"{path.relative_to(ROOT)}, {where}"
        for path in PROGRAM
        for where in choices_by_kind(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "sample.kind == 'image'",
        "'text' != kind",
        "task.takes in ('image', 'text')",
        "match sample.kind:\n    case 'image': pass",
        "{'image': 1, 'text': 2}[sample.kind]",
    ],
)
def test_every_way_of_choosing_by_a_name_is_seen(source: str) -> None:
    assert list(choices_by_kind(source))


@pytest.mark.parametrize("source", ["dtype.kind == 'f'", "sample.kind == task.kind", "{'text': words}"])
def test_other_comparisons_are_left_alone(source: str) -> None:
    assert not list(choices_by_kind(source))
