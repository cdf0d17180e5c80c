"""One word for one thing: the glossary's words are the code's, and nothing goes by the words that it rules out."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from environment import ROOT

GLOSSARY = ROOT / "docs" / "glossary.md"
PRIVATE = (
    *("answers_of", "asking", "beginning", "beginnings", "board", "book", "chatter", "found", "given", "gui/stage"),
    *("inbox_box", "kept_answers", "likely", "logbook", "look", "looks", "namebook", "one_ahead", "said", "stretch"),
    *("stretches", "told", "voice"),
)
"""Words that this project once had for things of the glossary, and nobody else has; they do not come back."""

QUESTION_ANSWERING = (
    *(
        "core/params.py",
        "core/task_traits/question_answering.py",
        "core/predictions/answers.py",
        "core/text.py",
        "explain/subjects/text.py",
    ),
    *("export/predictions/answers.py", "export/texts/accepted_answers.py", "export/texts/block_context.py"),
    *("export/texts/reference_blocks.py", "gui/dialogs/text_params.py", "gui/inputs/text_entry.py"),
    *("gui/model/opened_text.py", "gui/presenters/cell_presentation.py", "gui/presenters/texts/answers.py"),
    *("io/column_guess.py", "io/column_roles.py", "io/datasets/squad.py", "io/datasets/value_parsing.py"),
    *("io/saved/text_values.py", "io/saved/values/answers.py", "io/saved_predictions/answers.py"),
    *("io/saved_predictions/squad_answers.py", "io/text_samples.py"),
    *("models/families/hf_question_answering.py", "models/texts/answer_spans.py"),
    *("models/texts/question_answering.py", "scoring/squad_scores.py", "tasks/question_answering.py"),
)
"""Where questions and answers are those of question answering. Elsewhere there are prompts, queries and replies."""

_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


@dataclass(frozen=True)
class Name:
    """A name of the code.

    Attributes:
        text: The name.
        place: Where it is given, as ``file:line``.
    """

    text: str
    place: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Its words, in lower case: of ``LabelMap`` and ``label_map``, ``label`` and ``map``."""
        return words_of(self.text)


@dataclass(frozen=True)
class Row:
    """A row of the glossary: a term, its word in code, and the words that are not used for it."""

    term: str
    word: str
    ruled_out: tuple[str, ...]


def words_of(name: str) -> tuple[str, ...]:
    return tuple(part.lower() for part in _PART.findall(name))


def rows() -> list[Row]:
    cells = [[cell.strip() for cell in line.split(" | ")] for line in GLOSSARY.read_text(encoding="utf-8").splitlines()]
    tables = [row for row in cells if len(row) == 4 and row[0] != "| term"]
    return [Row(row[0].strip("| "), row[2].strip("`"), tuple(re.findall(r"`([\w/]+)`", row[3]))) for row in tables]


@cache
def names() -> tuple[Name, ...]:
    """What the modules of ``granview`` call themselves, their classes, functions, attributes and parameters."""
    found: list[Name] = []
    for path in sorted((ROOT / "granview").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        found += [Name(part, place) for part in (path.stem, path.parent.name)]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [Name(name, f"{place}:{line}") for name, line in declared(tree)]
    return tuple(found)


def declared(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Names that a module declares, but for local variables, with their lines."""
    yield from assigned(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno
            yield from (
                (argument.arg, argument.lineno) for argument in ast.walk(node.args) if isinstance(argument, ast.arg)
            )
        elif isinstance(node, ast.ClassDef):
            yield node.name, node.lineno
            yield from assigned(node)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node.lineno


def assigned(body: ast.Module | ast.ClassDef) -> Iterator[tuple[str, int]]:
    """What stands left of an equals sign directly in a module or class."""
    for node in body.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        yield from ((target.id, node.lineno) for target in targets if isinstance(target, ast.Name))


def holds(parts: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether words stand in a name one after the other."""
    return any(parts[start : start + len(wanted)] == wanted for start in range(len(parts)))


def test_the_glossary_is_read() -> None:
    terms = [row.term for row in rows()]
    assert len(terms) >= 60
    assert len(set(terms)) == len(terms)
    assert {"sample", "lane", "page block"} <= set(terms)
    assert any(row.ruled_out for row in rows())


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.term)
def test_each_term_has_its_word_in_code(row: Row) -> None:
    assert any(holds(name.parts, words_of(row.word)) for name in names()), row


@pytest.mark.parametrize("word", sorted({*PRIVATE, *(word for row in rows() for word in row.ruled_out)}))
def test_nothing_goes_by_a_word_that_is_ruled_out(word: str) -> None:
    """A word after a slash is ruled out in that package alone: a training has stages, a window has none."""
    package, _, word = word.rpartition("/")
    within = [name for name in names() if name.place.startswith(f"granview/{package}")]
    assert [f"{name.place} {name.text}" for name in within if holds(name.parts, words_of(word))] == []


def test_questions_and_answers_are_those_of_question_answering() -> None:
    words = {"question", "questions", "answer", "answers", "answered"}
    others = [name for name in names() if words & set(name.parts)]
    places = tuple(f"granview/{file}" for file in QUESTION_ANSWERING)
    assert [f"{name.place} {name.text}" for name in others if not name.place.startswith(places)] == []
    assert [place for place in places if not any(name.place.startswith(place) for name in others)] == []
