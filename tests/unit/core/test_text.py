"""Texts come back as they went, whatever they hold."""

import msgspec
import pytest

from granview.core.sample import Reference, Sample
from granview.core.text import Case, Span, TextInput, TextReference, from_utf8, to_utf8

HARD = [
    "plain",
    "",
    "NUL \x00 inside",
    "lone \ud83d surrogate \udc00",
    "emoji 👩‍👩‍👧 and é combining",
    "العربية שלום 漢字",
    "\ufeffmark",
    "line\r\nends\u2028all",
]


@pytest.mark.parametrize("text", HARD)
def test_a_text_survives_the_way_to_bytes(text: str) -> None:
    assert from_utf8(to_utf8(text)) == text


@pytest.mark.parametrize("text", HARD)
def test_a_sample_survives_the_way_through_a_pipe(text: str) -> None:
    sample = Sample("s", "/texts/all.jsonl", kind="text", record=3, text=TextInput.of(text, text, text))
    back = msgspec.msgpack.decode(msgspec.msgpack.encode(sample), type=Sample)
    assert back == sample
    assert back.text is not None
    assert (back.text.text, back.text.pair, back.text.question) == (text, text, text)


def test_a_reference_survives_with_its_cases() -> None:
    truth = TextReference(
        labels=("a",), entities=(Span(0, 2, "PER"),), answers=(), targets=("x",), cases=(Case({"x": [1]}, None),)
    )
    reference = Reference("/t.jsonl", text=truth)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(reference), type=Reference) == reference


def test_samples_are_known_by_file_and_record() -> None:
    whole, third, typed = Sample("a", "/t.txt"), Sample("b", "/t.csv", record=2), Sample("c", "", kind="text")
    assert [one.origin for one in (whole, third, typed)] == ["/t.txt", "/t.csv#2", "typed:c"]
    assert [one.filename for one in (whole, third, typed)] == ["t.txt", "t.csv #3", "c"]


def test_an_entity_is_found_by_any_of_its_code_points() -> None:
    known = TextReference(entities=(Span(0, 9, "PER"), Span(19, 23, "LOC")))
    assert known.entity_over(8, 12) == Span(0, 9, "PER")
    assert known.entity_over(19, 19) == Span(19, 23, "LOC")
    assert known.entity_over(9, 19) is None
    assert known.entity_over(0, 23) == Span(0, 9, "PER")
    assert TextReference().entity_over(0, 5) is None
