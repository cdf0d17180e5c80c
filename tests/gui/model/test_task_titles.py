from dataclasses import dataclass

import pytest

from granview.gui.model.task_titles import all_tasks, short_name, title_of
from granview.tasks.base import TASKS


@dataclass
class _Juggling:
    """As much of a plug-in's task as titles need."""

    name: str = "juggling"
    title: str = "Juggling"
    short: str = "balls"
    rank: int = 9


@pytest.fixture
def juggling(monkeypatch: pytest.MonkeyPatch) -> _Juggling:
    task = _Juggling()
    known = {**TASKS.all(), task.name: task}
    monkeypatch.setattr(TASKS, "all", lambda: known)
    return task


def test_a_task_of_a_plug_in_stands_where_its_rank_says_under_its_own_word(juggling: _Juggling) -> None:
    names = [task.name for task in all_tasks()]
    assert names.index("image-to-image") < names.index(juggling.name) == names.index("text-classification") - 1
    assert (short_name(juggling.name), title_of(juggling.name)) == ("balls", "Juggling")


def test_a_task_that_is_not_known_goes_by_its_name() -> None:
    assert short_name("juggling") == title_of("juggling") == "juggling"
