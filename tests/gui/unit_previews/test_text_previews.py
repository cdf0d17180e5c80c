"""A unit of a text among the words about it."""

from pathlib import Path

from granview.gui.model.focus import UnitPlace
from granview.gui.unit_previews.previews_by_kind import PreviewsByKind
from granview.gui.unit_previews.text_previews import excerpt_html
from tests.gui.conftest import OpenBench
from tests.helpers.scored_texts import mixed_session


def test_the_unit_is_bold_among_the_words_about_it() -> None:
    text = "Ada Lovelace lived in London."
    assert excerpt_html(text, (0, 12)) == "<b><u>Ada Lovelace</u></b> lived in London."
    assert excerpt_html(text, (22, 28)) == "Ada Lovelace lived in <b><u>London</u></b>."


def test_of_a_long_text_a_part_is_shown_and_what_is_left_out_is_marked() -> None:
    text = "word " * 100 + "here" + " word" * 100
    html = excerpt_html(text, (500, 504))
    assert html.startswith("…")
    assert html.endswith("…")
    assert " <b><u>here</u></b> " in html
    assert len(html) < 120
    assert excerpt_html(text, None).endswith("…")


def test_what_looks_like_markup_is_shown_as_it_is() -> None:
    assert excerpt_html("a <b> & c", (2, 5)) == "a <b><u>&lt;b&gt;</u></b> &amp; c"
    assert excerpt_html("<img src=x>", None) == "&lt;img src=x&gt;"


def test_spans_beyond_the_text_are_no_spans() -> None:
    assert excerpt_html("short", (3, 99)) == "short"


def test_a_text_of_a_session_is_read(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(mixed_session(tmp_path / "mixed.granview"))
    previews, came = PreviewsByKind(bench.work.services, bench.work.window), []
    previews.changed.connect(lambda: came.append(True))
    unit = UnitPlace("token-classification", "names", 0)
    assert previews.html(unit) == ""
    bench.until(lambda: came)
    assert "<b><u>" in previews.html(unit)
