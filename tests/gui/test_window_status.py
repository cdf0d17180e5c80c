"""What the window says without being asked."""

import pytest

from granview.gui.session.import_summary import ImportSummary
from tests.helpers.shell import Bench


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "2 images added"),
        (1, "2 images added – Some are taken."),
        (2, "2 images added – Some are taken. 1 more notice is in the log."),
        (3, "2 images added – Some are taken. 2 more notices are in the log."),
    ],
)
def test_of_what_was_found_the_first_notice_is_said_and_how_many_more_there_are(
    bench: Bench, n: int, words: str
) -> None:
    notices = ("Some are taken.", "Others are not.", "One was turned.")[:n]
    bench.work.services.importer.finished.emit(ImportSummary(added=2, by_kind={"image": 2}, notices=notices))
    assert bench.work.window.statusBar().currentMessage() == words


def test_a_long_message_ends_before_what_stands_on_the_right_and_its_tip_says_it_whole(bench: Bench) -> None:
    words = "a message of many words " * 40
    bar = bench.work.window.statusBar()
    bench.work.face.status.say(words)
    shown = bar.currentMessage()
    assert shown != words
    assert shown.endswith("…")
    assert bar.fontMetrics().horizontalAdvance(shown) < bar.width()
    assert words.rsplit(maxsplit=1)[-1] in bar.toolTip()
