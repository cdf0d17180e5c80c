import msgspec
import pytest

from granview.core.errors import ArgumentError
from granview.core.params import Generation, TextParams


@pytest.mark.parametrize(
    ("kind", "name", "allowed", "refused", "limits"),
    [
        (Generation, "max_new_tokens", (1, 4096), (0, -1), "at least 1"),
        (Generation, "num_beams", (1, 8), (0,), "at least 1"),
        (Generation, "top_k", (0, 50), (-1,), "at least 0"),
        (Generation, "top_p", (0, 0.5, 1), (-0.1, 1.1), "from 0 to 1"),
        (Generation, "no_repeat_ngram_size", (0, 3), (-1,), "at least 0"),
        (TextParams, "stride", (0, 128), (-1,), "at least 0"),
        (TextParams, "threshold", (0, 0.5, 1), (-0.1, 1.5), "from 0 to 1"),
        (TextParams, "candidates", (1, 20), (0,), "at least 1"),
        (TextParams, "max_answer_tokens", (1, 30), (0,), "at least 1"),
    ],
)
def test_values_out_of_range_are_refused_with_the_limits(
    kind: type[msgspec.Struct], name: str, allowed: tuple[float, ...], refused: tuple[float, ...], limits: str
) -> None:
    for value in allowed:
        assert getattr(kind(**{name: value}), name) == value
    for value in refused:
        with pytest.raises(ArgumentError, match=f"is {value:g}") as caught:
            kind(**{name: value})
        assert caught.value.hint == f"It must be {limits}."


@pytest.mark.parametrize("name", ["temperature", "repetition_penalty"])
def test_what_divides_is_greater_than_0(name: str) -> None:
    assert getattr(Generation(**{name: 0.01}), name) == 0.01
    for value in (0.0, -1.0):
        with pytest.raises(ArgumentError, match="greater than 0"):
            Generation(**{name: value})


@pytest.mark.parametrize("kind", [Generation, TextParams])
def test_defaults_hold_and_come_back_from_json(kind: type[msgspec.Struct]) -> None:
    assert msgspec.json.decode(msgspec.json.encode(kind()), type=kind) == kind()
