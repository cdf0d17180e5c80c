from granview.export.texts.excerpt import excerpt
from granview.export.texts.page import Look, Run
from granview.export.texts.runs import Mark, runs_of
from granview.scoring.text_edits import Edit, EditKind

A, B = Look("good", 0.3), Look("bad", about="dashed")


def _runs(text: str, *marks: Mark, edits: tuple[Edit, ...] = (), limit: int = 100, focus: int = 0) -> tuple[Run, ...]:
    return runs_of(text, excerpt(text, limit, focus), marks, edits)


def test_a_stretch_is_cut_out_and_labelled_at_its_end() -> None:
    assert _runs("Ada in Rome", Mark(7, 11, A, "LOC")) == (Run("Ada in "), Run("Rome", (A,), "LOC"))


def test_overlapping_stretches_keep_every_letter_once() -> None:
    found = _runs("abcdef", Mark(0, 4, A, "one"), Mark(2, 6, B, "two"))
    assert found == (Run("ab", (A,)), Run("cd", (A, B), "one"), Run("ef", (B,), "two"))


def test_nested_stretches_have_the_longer_one_outside() -> None:
    found = _runs("abcd", Mark(1, 2, B), Mark(0, 4, A))
    assert found == (Run("a", (A,)), Run("b", (A, B)), Run("cd", (A,)))


def test_lost_words_stand_between_letters_and_filled_ones_in_place_of_them() -> None:
    lost, filled = Edit(2, 2, "x ", EditKind.DELETED), Edit(2, 8, "fox", EditKind.FILLED)
    assert [run.text for run in _runs("a b", edits=(lost,))] == ["a ", "x ", "b"]
    assert [run.text for run in _runs("a b", edits=(Edit(3, 3, " c", EditKind.DELETED),))] == ["a b", " c"]
    assert [run.text for run in _runs("a [MASK] b", edits=(filled,))] == ["a ", "fox", " b"]


def test_of_a_long_text_what_lies_outside_is_left_out_visibly() -> None:
    found = _runs("x" * 500 + "here" + "y" * 500, Mark(500, 504, A), Mark(0, 3, B), limit=60, focus=500)
    assert "".join(run.text for run in found) == "…" + "x" * 20 + "here" + "y" * 36 + "…"
    assert Run("here", (A,)) in found
    assert all(B not in run.looks for run in found)


def test_letters_that_no_page_can_hold_are_shown_by_others() -> None:
    assert _runs("a\0b\ud800c", Mark(2, 3, A, "x\ny")) == (Run("a␀"), Run("b", (A,), "x y"), Run("\ufffdc"))
