import pytest

from granview.models.texts.trimmed_spans import trimmed, with_marks


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        (" London ", (0, 8), (1, 7)),
        ("a\u00a0b", (1, 3), (2, 3)),
        ("a  b", (1, 3), (1, 3)),
        ("abc", (1, 1), (1, 1)),
    ],
)
def test_white_space_is_left_out(text, span, expected):
    assert trimmed(text, *span) == expected


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("cafe\u0301s", 4, 5),
        ("\u0928\u093f x", 1, 2),
        ("\u2764\ufe0f!", 1, 2),
        ("abc", 3, 3),
        ("\u0301a", 0, 0),
    ],
)
def test_marks_go_with_their_letter(text, end, expected):
    assert with_marks(text, end) == expected
