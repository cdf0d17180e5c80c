"""The tests of a module are found by its name: ``granview/a/b.py`` has them in ``tests/unit/a/test_b.py``.

So has a package ``granview/a/b/`` that is tested as a whole, and ``packaging/b.py`` in ``tests/unit/packaging``. Where
a module has several files of tests, their names go on: ``test_b_opening.py``.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
UNIT: Final = ROOT / "tests" / "unit"

TOGETHER: Final = {
    "cli/test_commands.py": "what all commands have in common",
    "explain/test_sentences.py": "the sentences of all of Explain",
    "io/datasets/test_bombs.py": "the limit of a record, in every format",
    "io/test_damage.py": "damaged files, by every reader",
    "io/test_odd_errors.py": "what nobody foresaw, in every reader",
    "models/families/test_every_text_family.py": "what holds for every family",
    "models/families/test_marian.py": "one tokenizer, from its files to the text",
    "models/families/test_not_finite.py": "what holds for every family",
    "models/test_conll_f1.py": "the score of a file, from its lines to seqeval's F1",
    "models/test_likelihood.py": "a figure of every family that writes",
    "packaging/test_gallery.py": "the sample galleries, which are no module",
    "packaging/test_locks.py": "the lists of locked packages, which are no module",
    "report/test_analysis.py": "the analyses of one session, which must agree with each other",
    "report/test_tables.py": "the tables of one session, which must agree with each other",
    "report/test_texts.py": "all reports of a session of texts",
    "scoring/test_sacrebleu.py": "two scores, against one package",
    "tasks/test_class_means.py": "what every task says of means over classes",
    "tasks/test_registered_tasks.py": "what holds for every task",
    "test_wheel.py": "the installed program",
    "worker/test_odd_errors.py": "what nobody foresaw, in every loop",
    "zoo/test_shipped.py": "the embedded models of pictures, as they are shipped",
    "zoo/test_text_shipped.py": "the embedded models of texts, as they are shipped",
}
"""Tests that hold for several modules together, and what they are about; this is the one list of them."""

TESTS: Final = sorted(path.relative_to(UNIT).as_posix() for path in UNIT.rglob("test_*.py"))


def names_of(test: str) -> Iterator[Path]:
    """Where the module may lie that a file of tests is named after, its whole name first."""
    path = Path(test)
    home = ROOT if path.parts[0] == "packaging" else ROOT / "granview"
    words = path.stem.removeprefix("test_").split("_")
    for end in range(len(words), 0, -1):
        yield home / path.parent / "_".join(words[:end])


@pytest.mark.parametrize("test", [test for test in TESTS if test not in TOGETHER])
def test_every_file_of_tests_is_named_after_a_module(test: str) -> None:
    named = any(name.with_suffix(".py").is_file() or (name / "__init__.py").is_file() for name in names_of(test))
    assert named, f"tests/unit/{test} names no module: move it to the module's place, or list it with what it is about."


def test_every_exception_is_one() -> None:
    assert set(TOGETHER) <= set(TESTS)
