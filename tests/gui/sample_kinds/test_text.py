from granview.core.sample import Part
from granview.core.text import TextInput
from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.view_state import PAIR_MODES, Mode
from granview.gui.model.viewports import Viewports
from granview.gui.sample_kind_view import kind_view
from tests.helpers.shell import Bench

TEXT = kind_view("text")


def test_texts_stand_side_by_side_or_alone(bench: Bench) -> None:
    assert TEXT.modes == {Mode.SIDE_BY_SIDE, Mode.SOLO}
    assert not TEXT.modes & PAIR_MODES
    assert TEXT.why_no_pairs() == "For pictures: texts stand side by side"
    assert set(TEXT.acts) <= set(bench.work.window.actions_by_name._actions)


def test_texts_are_counted_in_words() -> None:
    assert [TEXT.added(n) for n in (1, 3)] == ["1 text added", "3 texts added"]


def test_pages_of_texts_are_html_first() -> None:
    assert TEXT.page_suffixes() == (".html", ".png", ".svg", ".pdf")
    assert {".txt", ".csv", ".jsonl"} <= TEXT.file_suffixes()
    assert not TEXT.is_surveyed


def test_zoom_makes_letters_larger_and_fit_gives_them_their_usual_size(qapp: object) -> None:
    texts = TextViewport()
    viewports = Viewports(texts)
    TEXT.zoom(viewports, 1)
    first = texts.points
    TEXT.zoom(viewports, -1)
    assert texts.points == first - 1
    TEXT.fit(viewports)
    assert texts.points == 0


def test_a_part_is_its_first_words_or_its_file_s_name() -> None:
    assert TEXT.part_in_words(Part("phrase", "text", text=TextInput.of("a\nred car"))) == "a red car"
    assert TEXT.part_in_words(Part("story", "text", "/a/story.txt")) == "story.txt"
