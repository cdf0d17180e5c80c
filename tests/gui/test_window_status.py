"""What the window says without being asked."""

import pytest
from PySide6.QtWidgets import QWidget

from granview.core.events import LaneChanged, LaneProgress, LaneState
from granview.gui import window_status
from granview.gui.model.event_log import Level
from granview.gui.session.import_summary import ImportSummary
from tests.helpers.shell import Bench, nano


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


def test_the_end_of_a_run_and_what_went_wrong_are_said_to_who_hears_the_window(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[tuple[str, bool]] = []

    def hear(window: QWidget, words: str, *, at_once: bool = False) -> None:
        assert window is bench.work.window
        spoken.append((words, at_once))

    monkeypatch.setattr(window_status, "announce", hear)
    model, log = bench.work.model, bench.work.services.event_log
    model.add_lanes([nano("a")])
    model.apply([LaneChanged("a", LaneState.RUNNING), LaneProgress("a", 3, 1, 4)])
    assert spoken == []
    model.apply([LaneProgress("a", 4, 1, 4)])
    assert spoken == [("The run has ended. a: 4 of 4, 1 failed", False)]
    log.write("read 3 files")
    log.write("its weights are broken", Level.ERROR, "a")
    assert spoken[1:] == [("a: its weights are broken", True)]


def test_a_line_for_the_log_alone_leaves_the_status_line_as_it_is(bench: Bench) -> None:
    log, bar = bench.work.services.event_log, bench.work.window.statusBar()
    log.write("read 3 files")
    log.write("a font is missing", aside=True)
    assert bar.currentMessage() == "read 3 files"
    assert log.entries[-1].text == "a font is missing"
