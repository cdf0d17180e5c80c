import pytest

from granview.scoring.words import count_words, split_words, word_at, word_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("  \n\t ", 0),
        ("… — !?", 0),
        ("The cat didn't sit.", 4),
        ("state-of-the-art", 1),
        ("我爱北京", 4),
        ("東京タワーへ行く", 8),
        ("GPU 显卡 v2", 4),
        ("안녕하세요 세계", 2),
        ("كَيْفَ حالُكَ", 2),
        ("नमस्ते दुनिया", 2),
        ("👩‍👩‍👧 hi", 1),
        ("a\x00b \ud800", 1),
    ],
)
def test_counts_what_people_count(text: str, expected: int):
    assert count_words(text) == expected


def test_each_ideograph_is_a_word_among_others():
    assert split_words("用 Python 写") == ["用", "Python", "写"]


def test_texts_are_compared_by_words_marks_and_ideographs() -> None:
    text = "don't stop, 我爱!"
    assert [text[a:b] for a, b in word_spans(text)] == ["don't", "stop", ",", "我", "爱", "!"]


def test_a_word_is_found_by_any_of_its_characters_and_none_between_words() -> None:
    assert word_at("one two", 5) == (4, 7)
    assert word_at("one two", 3) is None
