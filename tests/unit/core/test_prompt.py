import msgspec
import pytest

from granview.core.errors import ArgumentError
from granview.core.prompt import ObjectPrompt, PointPrompt


def test_a_prompt_says_somewhere_that_the_object_is_there() -> None:
    for empty in ({}, {"points": (PointPrompt(1, 2, adds=False),)}):
        with pytest.raises(ArgumentError, match="Add a point"):
            ObjectPrompt(**empty)  # type: ignore[arg-type]


def test_all_that_is_said_counts() -> None:
    prompt = ObjectPrompt((PointPrompt(1, 2),), (0, 0, 4, 4), "cell").with_point(PointPrompt(3, 3, adds=False))
    assert prompt.n_prompts == 4
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(prompt), type=ObjectPrompt) == prompt
