import pytest

from granview.scoring.word_count import count_words, split_words


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
