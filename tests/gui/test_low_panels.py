"""Panels where there is little room: the plot stays readable, the log follows what is new."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractSlider, QApplication, QPlainTextEdit

from granview.gui.grain.grain_plot import GrainPlot
from granview.gui.grain.panel import GrainPanel
from granview.gui.log.panel import LogPanel
from granview.gui.style.theme import LIGHT
from tests.gui.conftest import OpenBench
from tests.helpers.canvas import settle
from tests.helpers.scored_texts import review_session
from tests.helpers.shell import Bench


def test_the_plot_keeps_its_height_until_the_sentences_need_all_of_it(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(review_session(tmp_path / "reviews.granview"))
    panel: GrainPanel = bench.work.window.docks.panels["grain"]
    bench.work.window.docks.show_panel("grain")
    bench.until(lambda: panel.host.plot is not None and bool(panel.words.text()))
    assert panel.minimumSizeHint().height() >= panel.host.minimumHeight() >= 90
    lines = panel.words.height() / panel.words.label.fontMetrics().lineSpacing()
    assert lines >= 2
    panel.words.setText("\n".join([panel.words.text()] * 9))
    panel.words.more.click()
    assert panel.host.isHidden()
    panel.words.more.click()
    assert not panel.host.isHidden()


def test_a_low_plot_has_three_numbers_at_its_axis(qapp: QApplication) -> None:
    plot = GrainPlot(LIGHT)
    plot.resize(400, 110)
    plot.show()
    settle(qapp)
    axis = plot.plot.getAxis("left")
    assert [words for _, words in axis._tickLevels[0]] == ["0", "0.5", "1"]
    plot.resize(400, 300)
    settle(qapp)
    assert axis._tickLevels is None
    plot.dispose()


def test_the_log_wraps_and_follows_unless_the_user_reads_back(bench: Bench, qapp: QApplication) -> None:
    panel: LogPanel = bench.work.window.docks.panels["log"]
    bench.work.window.docks.show_panel("log")
    (lines,) = panel.findChildren(QPlainTextEdit)
    bar = lines.verticalScrollBar()
    for _ in range(50):
        bench.work.services.event_log.write("a line of many words " * 30)
    settle(qapp)
    assert lines.horizontalScrollBar().maximum() == 0
    assert bar.value() == bar.maximum() > 0
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    bench.work.services.event_log.write("one more")
    settle(qapp)
    assert bar.value() == 0
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    bench.work.services.event_log.write("the last")
    settle(qapp)
    assert bar.value() == bar.maximum()
