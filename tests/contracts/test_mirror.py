"""A file of tests is named after the module that it tests: ``tests/unit/a/test_b.py`` tests ``granview/a/b.py``.

So does ``tests/gui/a/test_b.py`` for ``granview/gui/a/b.py``, with the window's real widgets, and
``tests/unit/packaging/test_b.py`` for ``packaging/b.py``. Not every module has a file of its own: small ones are tested
with what they serve. A package may be tested as a whole, under its name. Where a module has several files of tests,
their names go on: ``test_b_opening.py``.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
HOMES: Final = {"unit": ROOT / "granview", "gui": ROOT / "granview" / "gui", "unit/packaging": ROOT / "packaging"}
"""What each folder of tests mirrors."""

TOGETHER: Final = {
    "gui/arrangement/test_room_for_words.py": "every panel, in a window of 1280 by 800 px",
    "gui/dialogs/test_dialogs.py": "dialogs that are opened from the window's menus",
    "gui/explain/test_explain_widgets.py": "scale, numbers, and all layers and heads, side by side",
    "gui/inputs/test_damaged_files.py": "damaged files of every kind, dropped on the window",
    "gui/language/test_room_for_longer_words.py": "the whole window, in other languages",
    "gui/metrics/test_best_marked.py": "what is bold in the tables and on the front of Cost, by one rule",
    "gui/session/test_killed.py": "the window's process, killed",
    "gui/test_low_panels.py": "panels where there is little room",
    "gui/test_responsiveness.py": "the whole window, while lanes run",
    "unit/cli/test_commands.py": "what all commands have in common",
    "unit/explain/test_sentences.py": "the sentences of all of Explain",
    "unit/io/datasets/test_bombs.py": "the limit of a record, in every format",
    "unit/io/test_damage.py": "damaged files, by every reader",
    "unit/io/test_odd_errors.py": "what nobody foresaw, in every reader",
    "unit/models/families/test_every_text_family.py": "what holds for every family",
    "unit/models/families/test_marian.py": "one tokenizer, from its files to the text",
    "unit/models/families/test_not_finite.py": "what holds for every family",
    "unit/models/recipes/test_every_recipe.py": "what holds for every recipe",
    "unit/models/test_conll_f1.py": "the score of a file, from its lines to seqeval's F1",
    "unit/models/test_likelihood.py": "a figure of every family that writes",
    "unit/packaging/test_gallery.py": "the sample galleries, which are no module",
    "unit/packaging/test_locks.py": "the lists of locked packages, which are no module",
    "unit/report/test_analysis.py": "the analyses of one session, which must agree with each other",
    "unit/report/test_tables.py": "the tables of one session, which must agree with each other",
    "unit/report/test_texts.py": "all reports of a session of texts",
    "unit/scoring/test_sacrebleu.py": "two scores, against one package",
    "unit/tasks/test_class_means.py": "what every task says of means over classes",
    "unit/tasks/test_registered_tasks.py": "what holds for every task",
    "unit/test_wheel.py": "the installed program",
    "unit/worker/test_odd_errors.py": "what nobody foresaw, in every loop",
    "unit/zoo/test_classifier_shipped.py": "the embedded classifiers, as they are shipped",
    "unit/zoo/test_distilled_shipped.py": "the embedded models that larger ones taught, as they are shipped",
    "unit/zoo/test_detectors_shipped.py": "the embedded detectors, as they are shipped",
    "unit/zoo/test_shipped.py": "the embedded models of pictures, as they are shipped",
    "unit/zoo/test_text_shipped.py": "the embedded models of texts, as they are shipped",
}
"""Tests that hold for several modules together, and what they are about; this is the one list of them."""

TESTS: Final = sorted(
    path.relative_to(ROOT / "tests").as_posix()
    for kind in ("unit", "gui")
    for path in (ROOT / "tests" / kind).rglob("test_*.py")
)


def names_of(test: str) -> Iterator[Path]:
    """Where the module may lie that a file of tests is named after, its whole name first."""
    mirrored = max((folder for folder in HOMES if test.startswith(f"{folder}/")), key=len)
    path = Path(test).relative_to(mirrored)
    words = path.stem.removeprefix("test_").split("_")
    for end in range(len(words), 0, -1):
        yield HOMES[mirrored] / path.parent / "_".join(words[:end])


def is_named(test: str) -> bool:
    """Whether a file of tests is named after a module or package that is there."""
    return any(name.with_suffix(".py").is_file() or (name / "__init__.py").is_file() for name in names_of(test))


@pytest.mark.parametrize("test", [test for test in TESTS if test not in TOGETHER])
def test_every_file_of_tests_is_named_after_a_module(test: str) -> None:
    assert is_named(test), f"tests/{test} names no module: move it to its place, or list it with what it is about."


@pytest.mark.parametrize("test", TOGETHER)
def test_every_exception_is_one(test: str) -> None:
    assert test in TESTS
    assert not is_named(test)
