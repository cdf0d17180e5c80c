import pytest

from granview.export.texts.excerpt import excerpt


def test_a_short_text_is_whole_and_nothing_is_said() -> None:
    found = excerpt("abc", 100)
    assert (found.start, found.end, found.is_whole, found.words) == (0, 3, True, ())


def test_what_is_left_out_is_said() -> None:
    found = excerpt("x" * 12_345, 6_000)
    assert (found.start, found.end) == (0, 6_000)
    (words,) = found.words
    assert words.text == "Characters 1 to 6,000 of 12,345; the rest is not shown."


def test_a_place_far_down_is_in_the_excerpt_with_what_stands_before_it() -> None:
    found = excerpt("x" * 100_000, 6_000, focus=90_000)
    assert (found.start, found.end) == (88_000, 94_000)


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n", "\u2028"])
def test_many_short_lines_are_cut_sooner(line_end: str) -> None:
    found = excerpt(line_end * 5_000, 6_000)
    assert found.end == 300 * len(line_end)
    assert found.words
