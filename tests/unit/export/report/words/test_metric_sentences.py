import re

import pytest

from granview.export.report.words.metric_sentences import SENTENCES, in_chinese, sentences_of
from granview.tasks.base import TASKS, Column, Task

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def described(task: Task) -> list[Column]:
    size = [] if task.class_size is None else [task.class_size]
    return [*task.columns, *task.class_columns, task.unit_score, *size]


EVERY = {column.description for task in TASKS.all().values() for column in described(task) if column.description}


@pytest.mark.parametrize("task", TASKS.all().values(), ids=TASKS.all())
def test_every_metric_of_a_task_is_described_in_chinese(task: Task) -> None:
    sentences = [sentence for column in described(task) for sentence in sentences_of(column.description)]
    assert [sentence for sentence in sentences if sentence not in SENTENCES] == []


def test_no_sentence_is_of_a_metric_that_is_gone() -> None:
    assert set(SENTENCES) == {sentence for description in EVERY for sentence in sentences_of(description)}


@pytest.mark.parametrize("english", SENTENCES, ids=lambda text: text[:40])
def test_both_languages_have_the_same_numbers(english: str) -> None:
    assert sorted(_NUMBER.findall(english)) == sorted(_NUMBER.findall(SENTENCES[english]))


def test_a_name_with_et_al_ends_no_sentence() -> None:
    assert sentences_of("By Guo et al. 2017. Over all.") == ["By Guo et al. 2017.", "Over all."]


def test_a_sentence_of_a_task_that_brings_no_chinese_stays() -> None:
    assert in_chinese("Void pixels are not scored. Of my own.") == "忽略（void）像素不评分。 Of my own."
    assert in_chinese("") == ""
