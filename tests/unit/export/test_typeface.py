import pytest

from granview.export.typeface import choose_typeface


def test_english_is_set_in_the_font_that_is_always_there() -> None:
    face = choose_typeface(["mIoU 0.812 · best", "unet-nano, 512 x 512 px…"])
    assert (face.family, face.covers_all) == ("Aileron", True)


def test_a_character_that_no_font_has_is_admitted() -> None:
    face = choose_typeface(["名"], installed=["no-such-font.ttf"])
    assert (face.family, face.covers_all) == ("Aileron", False)


def test_where_no_font_has_all_it_is_the_one_that_lacks_the_fewest() -> None:
    """Chinese, Arabic and an emoji: what one of the machine's fonts has most of is not given up for the rest."""
    chinese = choose_typeface(["样本道路"])
    face = choose_typeface(["样本道路", "ط", "\U000e0fff\U0001fae8"])
    assert not face.covers_all
    assert (face.family == "Aileron") is not chinese.covers_all


def test_clipping_and_wrapping_stay_within_the_width() -> None:
    face = choose_typeface(["a"])
    words = "The lane ran out of memory and was killed by signal 9, probably by the operating system."
    lines = face.wrapped(words, 13, 150, 3)
    assert len(lines) == 3
    assert all(face.width(line, 13) <= 150 for line in lines)
    assert lines[-1].endswith("…")
    assert " ".join(face.wrapped(words, 13, 150, 99)) == words
    clipped = face.clipped("x" * 200, 13, 150)
    assert clipped.endswith("…")
    assert face.width(clipped, 13) <= 150


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\u2028"])
def test_a_name_with_a_break_of_lines_is_measured_as_one_line(break_: str) -> None:
    typeface = choose_typeface(["a b"])
    spaces = " " * len(break_)
    assert typeface.width(f"a{break_}b", 12) == typeface.width(f"a{spaces}b", 12)
