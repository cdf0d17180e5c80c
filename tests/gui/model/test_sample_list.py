import pytest

from granview.gui.model.sample_list import SampleList
from tests.helpers.store import sample


@pytest.fixture
def samples() -> SampleList:
    made = SampleList()
    made.add([sample(name) for name in "abcd"])
    made.set_order(tuple("abcd"))
    return made


def _current(samples: SampleList) -> str | None:
    return None if samples.current is None else samples.current.name


def test_first_sample_ever_added_is_shown(samples: SampleList) -> None:
    assert _current(samples) == "a"
    samples.add([sample("e")])
    assert _current(samples) == "a"


def test_steps_follow_the_list_and_stop_at_its_ends(samples: SampleList) -> None:
    samples.set_order(tuple("dbca"))
    samples.select("b")
    samples.step(1)
    assert _current(samples) == "c"
    samples.step(5)
    assert _current(samples) == "a"
    samples.step(-9)
    assert _current(samples) == "d"


def test_step_from_a_sample_that_is_filtered_out_goes_to_the_first_listed(samples: SampleList) -> None:
    samples.set_order(("c", "d"))
    samples.step(1)
    assert _current(samples) == "c"


def test_neighbour_is_shown_when_the_one_shown_is_removed(samples: SampleList) -> None:
    samples.select("c")
    samples.remove(["c"])
    assert _current(samples) == "d"
    samples.remove(["d"])
    assert _current(samples) == "b"
    samples.remove(["a", "b"])
    assert samples.current is None


def test_round_of_all_samples_begins_with_the_one_shown_and_ends_with_those_not_listed(samples: SampleList) -> None:
    samples.set_order(("d", "b", "a"))
    samples.select("b")
    assert [each.name for each in samples.from_current()] == ["b", "a", "d", "c"]
