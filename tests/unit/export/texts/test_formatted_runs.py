from granview.export.texts.excerpt import excerpt
from granview.export.texts.formatted_runs import Mark, runs_of
from granview.export.texts.page_content import TextFormat, TextRun
from granview.scoring.word_difference import Edit, EditKind

A, B = TextFormat("good", 0.3), TextFormat("bad", about="dashed")


def _runs(
    text: str, *marks: Mark, edits: tuple[Edit, ...] = (), limit: int = 100, focus: int = 0
) -> tuple[TextRun, ...]:
    return runs_of(text, excerpt(text, limit, focus), marks, edits)


def test_a_stretch_is_cut_out_and_labelled_at_its_end() -> None:
    assert _runs("Ada in Rome", Mark(7, 11, A, "LOC")) == (TextRun("Ada in "), TextRun("Rome", (A,), "LOC"))


def test_overlapping_stretches_keep_every_letter_once() -> None:
    found = _runs("abcdef", Mark(0, 4, A, "one"), Mark(2, 6, B, "two"))
    assert found == (TextRun("ab", (A,)), TextRun("cd", (A, B), "one"), TextRun("ef", (B,), "two"))


def test_nested_stretches_have_the_longer_one_outside() -> None:
    found = _runs("abcd", Mark(1, 2, B), Mark(0, 4, A))
    assert found == (TextRun("a", (A,)), TextRun("b", (A, B)), TextRun("cd", (A,)))


def test_lost_words_stand_between_letters_and_filled_ones_in_place_of_them() -> None:
    lost, filled = Edit(2, 2, "x ", EditKind.DELETED), Edit(2, 8, "fox", EditKind.FILLED)
    assert [run.text for run in _runs("a b", edits=(lost,))] == ["a ", "x ", "b"]
    assert [run.text for run in _runs("a b", edits=(Edit(3, 3, " c", EditKind.DELETED),))] == ["a b", " c"]
    assert [run.text for run in _runs("a [MASK] b", edits=(filled,))] == ["a ", "fox", " b"]


def test_of_a_long_text_what_lies_outside_is_left_out_visibly() -> None:
    found = _runs("x" * 500 + "here" + "y" * 500, Mark(500, 504, A), Mark(0, 3, B), limit=60, focus=500)
    assert "".join(run.text for run in found) == "…" + "x" * 20 + "here" + "y" * 36 + "…"
    assert TextRun("here", (A,)) in found
    assert all(B not in run.text_formats for run in found)


def test_letters_that_no_page_can_hold_are_shown_by_others() -> None:
    assert _runs("a\0b\ud800c", Mark(2, 3, A, "x\ny")) == (TextRun("a␀"), TextRun("b", (A,), "x y"), TextRun("\ufffdc"))
