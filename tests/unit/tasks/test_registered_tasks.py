"""What every task must hold, over the whole registry."""

import pytest

from granview.tasks.base import TASKS, Task

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
    assert all(column.title and column.description.endswith(".") for column in task.columns)
    assert len(set(task.unit_columns)) == len(task.unit_columns)


@EVERY_TASK
def test_nothing_compared_means_no_values(task: Task):
    assert task.metrics({}) == {column.name: None for column in task.columns}
    assert task.class_metrics({}) == []
