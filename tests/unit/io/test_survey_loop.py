import pytest

from granview.core.errors import InputError
from granview.io import survey_loop
from granview.io.survey_loop import evenly_spread, survey_each


def test_of_many_things_some_are_taken_from_all_over() -> None:
    assert evenly_spread(range(5), 9) == [0, 1, 2, 3, 4]
    assert evenly_spread(range(101), 3) == [0, 50, 100]


def test_the_look_ends_where_it_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey_loop, "MAX_SURVEYED_PIXELS", 25)
    seen: list[int] = []

    def look(thing: int) -> int:
        seen.append(thing)
        return 10

    survey_each(range(9), 9, look)
    assert seen == [0, 1, 2]


def test_the_look_ends_where_it_is_wanted_no_more() -> None:
    seen: list[int] = []
    survey_each(range(9), 9, lambda thing: seen.append(thing) or 1, lambda: len(seen) < 2)
    assert seen == [0, 1]


def test_what_cannot_be_read_is_left_out() -> None:
    seen: list[int] = []

    def look(thing: int) -> int:
        if thing == 1:
            raise InputError("damaged")
        seen.append(thing)
        return 1

    survey_each(range(3), 9, look)
    assert seen == [0, 2]
