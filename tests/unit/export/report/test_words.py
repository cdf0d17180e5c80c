import re
import string

import pytest

from granview.core.errors import ArgumentError
from granview.export.report.build_document import SECTIONS
from granview.export.report.words import WORDS, words_of
from granview.tasks.base import TASKS, Task


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_language_says_everything_with_the_same_values() -> None:
    english = WORDS["en"].table
    for words in WORDS.values():
        assert words.table.keys() == english.keys()
        for key, text in english.items():
            assert places(words.table[key]) == places(text), key


@pytest.mark.parametrize("task", TASKS.all().values(), ids=TASKS.all())
def test_tasks_their_measures_and_units_have_chinese_names(task: Task) -> None:
    axes = [name for axis in task.grain_axes for name in (axis.title, axis.kind)]
    words = WORDS["zh"]
    said = [words.task(task.title), *map(words.name, axes)]
    assert [text for text in said if not re.search("[\u4e00-\u9fff]", text)] == []
    assert WORDS["en"].task(task.title) == task.title


def test_a_task_that_is_called_as_a_metric_has_a_name_of_its_own() -> None:
    words = WORDS["zh"]
    assert (words.task("Objects"), words.name("Objects")) == ("目标检测", "目标数")
    assert len({words.task(task.title) for task in TASKS.all().values()}) == len(TASKS.all())


@pytest.mark.parametrize("task", TASKS.all().values(), ids=TASKS.all())
def test_metrics_have_chinese_names_or_are_called_by_their_letters(task: Task) -> None:
    size = [] if task.class_size is None else [task.class_size]
    names = [WORDS["zh"].metric(column) for column in (*task.columns, *task.class_columns, task.unit_score, *size)]
    assert [name for name in names if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", name)] == []


def test_units_stand_in_the_same_brackets_as_what_belongs_to_a_name() -> None:
    psnr = TASKS.get("image-to-image").columns[0]
    assert (WORDS["en"].metric(psnr), WORDS["zh"].metric(psnr)) == ("PSNR (Y) (dB)", "PSNR（Y，dB）")


def test_every_part_has_a_title() -> None:
    assert all(f"{anchor}.title" in WORDS["en"].table for anchor in SECTIONS)


def test_chinese_is_chinese() -> None:
    plain = {
        "subtitle",
        "comma",
        "lanes.n",
        "differences.p",
        "differences.against",
        "grain.bucket",
        "coverage.kind",
        "with_unit",
        "sentences",
        "provenance.of",
    }
    plain |= {key for key, text in WORDS["zh"].table.items() if not re.sub(r"\{.*?\}|[^a-zA-Z]", "", text)}
    assert all(re.search("[\u4e00-\u9fff]", text) for key, text in WORDS["zh"].table.items() if key not in plain)


def test_counts_and_lists_are_words() -> None:
    words = words_of("en")
    assert (words.count("sample", 1), words.count("sample", 2400)) == ("1 sample", "2,400 samples")
    assert words.listed(["a", "b", "c"], 2) == "a, b and 1 more"


def test_another_language_is_refused() -> None:
    with pytest.raises(ArgumentError, match="no report in 'fr'"):
        words_of("fr")
