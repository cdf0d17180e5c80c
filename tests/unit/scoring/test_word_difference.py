"""Words, their alignment and their difference; difflib's own edit operations as the reference."""

from difflib import SequenceMatcher

import pytest

from granview.gui.model.shown_text import ShownText
from granview.scoring import word_difference
from granview.scoring.word_difference import align_words, difference
from granview.scoring.words import word_at, word_spans


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's well-known, isn't it?", ["It's", "well-known", ",", "isn't", "it", "?"]),
        ("我爱你，世界。", ["我", "爱", "你", "，", "世", "界", "。"]),
        ("كتب الولد، ثم نام؟", ["كتب", "الولد", "،", "ثم", "نام", "؟"]),
        ("हिन्दी है।", ["हिन्दी", "है", "।"]),
        ("family 👨‍👩‍👧 e\u0301t", ["family", "👨‍👩‍👧", "e\u0301t"]),
        (" \n ", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_the_word_at_a_place() -> None:
    text = "one, two"
    assert [word_at(text, at) for at in (0, 2, 3, 4, 7, 8)] == [(0, 3), (0, 3), (3, 4), None, (5, 8), None]


PAIRS = [
    ("the cat sat on the mat", "the black cat sat on a mat"),
    ("a b c d", "a x y d"),
    ("", "all of it"),
    ("all of it", ""),
    ("same words here", "same words here"),
    ("end is more words", "end is"),
    ("我爱北京", "我很爱上海"),
]


@pytest.mark.parametrize(("text", "other"), PAIRS)
def test_added_and_missing_words_are_those_that_difflib_finds(text: str, other: str) -> None:
    aligned = align_words(text, other, "target")
    assert aligned is not None
    found = difference(other, aligned)
    operations = SequenceMatcher(None, words(text), words(other), autojunk=False).get_opcodes()
    expected_added = [" ".join(words(text)[a:b]) for kind, a, b, _, _ in operations if kind in ("delete", "replace")]
    expected_lost = [" ".join(words(other)[a:b]) for kind, _, _, a, b in operations if kind in ("insert", "replace")]
    assert [" ".join(words(text[start:end])) for start, end in found.added] == expected_added
    assert [" ".join(words(edit.text)) for edit in found.missing] == expected_lost
    assert found.equal == sum(b - a for kind, a, b, _, _ in operations if kind == "equal")


@pytest.mark.parametrize(
    ("text", "other", "shown"),
    [
        ("the cat sat", "the black cat sat", "the black cat sat"),
        ("in two", "in two years.", "in two years."),
        ("", "all of it", "all of it"),
        ("我爱北京", "我很爱北京", "我很爱北京"),
        ("[v for v in xs]", "[v for v in xs if v]", "[v for v in xs if v]"),
    ],
)
def test_missing_words_are_spaced_as_where_they_come_from(text: str, other: str, shown: str) -> None:
    aligned = align_words(text, other, "target")
    assert aligned is not None
    assert ShownText(text, edits=difference(other, aligned).missing).display == shown


def test_places_are_carried_over_equal_words() -> None:
    text, other = "He saw the old bridge", "Then he saw the bridge"
    aligned = align_words(text, other, "target")
    assert aligned is not None
    saw, old, bridge = (3, 6), (11, 14), (15, 21)
    carried = aligned.to_other(saw)
    assert carried is not None
    assert other[slice(*carried)] == "saw"
    assert aligned.from_other(carried) == saw
    assert aligned.to_other(old) is None
    assert aligned.to_other((11, 21)) == aligned.to_other(bridge)


def test_very_long_texts_are_not_compared_but_long_equal_ones_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_difference, "MAX_WORDS", 10)
    assert align_words("a " * 20, "b " * 20, "target") is None
    aligned = align_words("same " * 20 + "end", "same " * 20 + "fin", "target")
    assert aligned is not None
    assert difference("same " * 20 + "fin", aligned).equal == 20
