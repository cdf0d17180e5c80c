"""What every task must hold, over the whole registry."""

import re
import subprocess
import sys

import pytest

from granview.core.text import TextReference
from granview.tasks.base import TASKS, Column, Task, finite_metrics

EVERY_TASK = pytest.mark.parametrize("task", TASKS.all().values(), ids=TASKS.all().keys())


def test_segmentation_is_there():
    assert "image-segmentation" in TASKS.all()


@EVERY_TASK
def test_registered_under_its_own_name(task: Task):
    assert TASKS.get(task.name) is task


@EVERY_TASK
def test_columns_are_told_apart_and_described(task: Task):
    names = [column.name for column in task.columns]
    assert len(set(names)) == len(names)
    assert all(column.title for column in task.columns)
    assert len(set(task.unit_columns)) == len(task.unit_columns)


@EVERY_TASK
def test_every_number_has_its_convention_in_words(task: Task):
    size = () if task.class_size is None else (task.class_size,)
    for column in (*task.columns, *task.class_columns, *size, task.agreement_column, task.unit_score):
        words = column.description
        assert len(words.split()) >= 6, f"{task.name}: {column.name} says too little: {words}"
        assert words.endswith("."), words
        assert words.rstrip(".").casefold() != column.title.casefold()
        assert "{" not in words
    assert (task.unit_score.name, task.unit_score.better) == ("score", "higher")


@EVERY_TASK
def test_means_over_samples_say_so(task: Task):
    said = re.compile("together|share of|mean over|whatever sample", re.IGNORECASE)
    for column in task.columns:
        assert said.search(column.description), column


@EVERY_TASK
def test_nothing_compared_means_no_values(task: Task):
    assert task.metrics({}) == {column.name: None for column in task.columns}
    assert task.class_metrics({}) == []
    assert task.counted({}) == frozenset()


@EVERY_TASK
@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_metrics_that_are_no_numbers_have_no_value(task: Task, value: float):
    class Odd:
        def metrics(self, statistics):
            return {column.name: value for column in task.columns}

    assert finite_metrics(Odd(), {}) == {column.name: None for column in task.columns}


def test_every_task_of_the_hub_that_is_promised_is_there():
    texts = {name for name, task in TASKS.all().items() if task.kind == "text"}
    assert texts == {
        "text-classification", "token-classification", "question-answering", "summarization", "translation",
        "text-generation", "text2text-generation", "fill-mask",
    }  # fmt: skip


@EVERY_TASK
def test_headline_classes_and_agreement_are_columns(task: Task):
    names = {column.name for column in task.columns}
    assert set(task.headline) <= names
    assert set(task.caption_columns) <= names
    assert task.caption_columns
    assert bool(task.class_columns) == (task.class_size is not None)
    assert task.confusion({}) is None
    assert task.agreement_column.title


@EVERY_TASK
def test_grain_axes_increase_and_are_told_apart(task: Task):
    names = [axis.name for axis in task.grain_axes]
    assert len(set(names)) == len(names) > 0
    assert task.grain_axes[0].edges
    assert all(list(axis.edges) == sorted(set(axis.edges)) and axis.title for axis in task.grain_axes)


def test_tasks_are_known_without_the_libraries_that_score():
    code = (
        "import sys\nfrom granview.tasks.base import TASKS\nTASKS.all()\n"
        "print(*(name for name in ('sacrebleu', 'rouge_score', 'nltk', 'torch', 'cv2') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@EVERY_TASK
def test_a_task_says_what_of_a_reference_and_of_an_input_it_is_about(task: Task):
    assert task.inputs.facts <= set(TextReference.__struct_fields__)
    assert task.inputs.needed | task.inputs.optional <= {"question", "pair"}
    assert bool(task.inputs.facts) == (task.kind == "text")


def test_tasks_are_told_apart_in_choosers_and_on_the_faces_of_lanes():
    tasks = TASKS.all().values()
    assert len({task.rank for task in tasks}) == len({task.short for task in tasks}) == len(tasks)


def test_shares_alone_bound_how_far_apart_two_lanes_can_be() -> None:
    columns = {column.name: column for column in TASKS.get("image-to-image").columns}
    assert columns["psnr_y"].farthest is None
    assert columns["ssim_y"].farthest == 1.0
    assert Column("perplexity", "Perplexity", better="lower").farthest is None
