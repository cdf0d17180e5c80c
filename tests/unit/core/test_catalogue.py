import pytest

from granview.core.catalogue import Ladder, Rung, ladder_named
from granview.core.errors import ArgumentError

RUNGS = tuple(Rung("one", name, name, f"hf:org/{name}", "fill-mask", params) for name, params in (("s", 10), ("l", 20)))
LADDER = Ladder("one", "One", "fill-mask", RUNGS)


def test_all_rungs_are_chosen_or_those_named_in_the_ladders_order():
    assert LADDER.chosen() == RUNGS
    assert LADDER.chosen(["l", "s"]) == RUNGS
    assert LADDER.chosen(["l"]) == RUNGS[1:]


def test_a_rung_and_a_ladder_that_are_not_there_are_told():
    with pytest.raises(ArgumentError, match=r"one has no rung 'xl'.*It has: s, l"):
        LADDER.chosen(["xl"])
    with pytest.raises(ArgumentError, match=r"no ladder 'two'.*--catalogue"):
        ladder_named([LADDER], "two")


@pytest.mark.parametrize(("stored", "size"), [("float32", 40), ("float16", 20), ("bfloat16", 20)])
def test_the_size_is_estimated_by_parameters_and_number_format(stored, size):
    assert Rung("one", "s", "s", "hf:org/s", "fill-mask", 10, stored).estimated_bytes == size
