import numpy as np
import pytest

from granview.core.text import TextInput
from granview.models.texts.basic_words import words_in
from granview.models.texts.tag_scheme import TagScheme
from granview.models.texts.token_groups import groups_of, scores_of

TEXT = TextInput.of("Berlin, 北京 ok")
TOKENS = [(0, 3), (3, 6), (6, 7), (8, 9), (9, 10), (11, 13)]
SCORES = np.array([[0.6, 0.4], [0.1, 0.9], [0.5, 0.5], [0.3, 0.7], [0.8, 0.2], [1.0, 0.0]], np.float32)


def covered(text, spans):
    return [text[start:end] for start, end in np.asarray(spans).tolist()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("  \n\t ", []),
        ("O'Neill met AT&T-men.", ["O", "'", "Neill", "met", "AT", "&", "T", "-", "men", "."]),
        ("3.5 % €20 C++", ["3", ".", "5", "%", "€20", "C", "+", "+"]),
        ("我爱Bonn。", ["我", "爱", "Bonn", "。"]),
        ("がカナ", ["が", "カ", "ナ"]),
        ("ที่ไทย", ["ที่", "ไ", "ท", "ย"]),
        ("cafe\N{COMBINING ACUTE ACCENT}s", ["cafe\N{COMBINING ACUTE ACCENT}s"]),
        ("\N{COMBINING ACUTE ACCENT}a b", ["\N{COMBINING ACUTE ACCENT}a", "b"]),
        ("A\ud800B\0C", ["A\ud800B\0C"]),
        ("🙂👍🏽 ok", ["🙂👍🏽", "ok"]),
    ],
)
def test_words_are_those_of_berts_basic_tokenizer(text, words):
    assert covered(text, words_in(text)) == words


def test_tokens_that_share_a_character_are_never_parted():
    given = TextInput.of("🙂 ok")
    for how in ("simple", "first"):
        groups = groups_of(given, [(0, 1), (0, 1), (0, 1), (1, 2), (2, 4)], how)
        assert groups.spans.tolist()[0] == [0, 1]
        assert groups.bounds.tolist() == [0, 3, 4, 5]


def test_a_token_across_words_keeps_what_it_covers():
    groups = groups_of(TextInput.of("U.S. law"), [(0, 3), (3, 4), (5, 8)], "first")
    assert groups.spans.tolist() == [[0, 3], [3, 4], [5, 8]]


def test_white_space_alone_belongs_to_the_given_word_behind_it():
    text, tokens = "in Bonn", [(0, 2), (2, 3), (3, 7)]
    assert groups_of(TextInput.of(text), tokens, "first").bounds.tolist() == [0, 1, 2, 3]
    assert groups_of(TextInput.of_words(text.split()), tokens, "first").bounds.tolist() == [0, 1, 3]


def test_given_words_are_covered_whole_and_one_without_tokens_parts_entities():
    given = TextInput.of_words(["\u200bBonn\u200b", "\u200b", "Mitte"])
    groups = groups_of(given, [(1, 3), (3, 5), (9, 14)], "first")
    assert covered(given.text, groups.spans) == ["\u200bBonn\u200b", "Mitte"]
    assert groups.parted.tolist() == [False, True]
    assert TagScheme.of(("O", "B-X", "I-X")).entities([1, 2], groups.parted.tolist()) == [(0, 1, 0), (1, 2, 0)]


@pytest.mark.parametrize("how", ["simple", "first"])
@pytest.mark.parametrize("given", [TextInput.of(""), TextInput.of("  "), TextInput.of_words(["a"])])
def test_no_tokens_are_no_groups(given, how):
    assert groups_of(given, [], how).spans.shape == (0, 2)


def test_tokens_of_a_word_are_together_and_ideographs_alone():
    assert groups_of(TEXT, TOKENS, "first").bounds.tolist() == [0, 2, 3, 4, 5, 6]
    assert groups_of(TEXT, TOKENS, "simple").bounds.tolist() == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(("way", "berlin"), [("first", [0.6, 0.4]), ("average", [0.35, 0.65]), ("max", [0.1, 0.9])])
def test_a_word_has_the_scores_of_its_way(way, berlin):
    found = scores_of(SCORES, groups_of(TEXT, TOKENS, way).bounds, way)
    assert found[0] == pytest.approx(berlin)
    assert found[1:].tolist() == SCORES[2:].tolist()
    assert found.dtype == np.float32


@pytest.mark.parametrize("way", ["simple", "first", "average", "max"])
def test_no_tokens_have_no_scores(way):
    assert scores_of(SCORES[:0], groups_of(TextInput.of(""), [], way).bounds, way).shape == (0, 2)
