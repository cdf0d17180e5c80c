from granview.gui.explain.text_hint import text_hint
from tests.helpers.shell import Bench


def test_a_word_is_asked_for_while_there_is_no_place(bench: Bench) -> None:
    assert text_hint(bench.work.services) == "Click a word, in the text or in what a lane wrote."
