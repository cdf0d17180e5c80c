"""How pictures are shown is chosen once for all, and what models get is said beside it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from granview.core.image_params import ImageRange
from granview.core.sample import Sample
from granview.gui.inspect.brightness import gamma_of, step_of, tone_words
from granview.gui.inspect.histogram import HistogramView
from granview.gui.inspect.shown_pages import sister_pages
from granview.gui.model.picture_tone import PictureSource, PictureTone, Tone
from granview.gui.session.source_reader import histogram_of
from tests.gui.conftest import Bench

DEEP = np.arange(100, 1100, dtype=np.uint16).reshape(20, 50, 1)


def source_of(values: np.ndarray, channels: tuple[str, ...] = ("V",)) -> PictureSource:
    histograms = {"": histogram_of(values), **{name: histogram_of(values[..., n]) for n, name in enumerate(channels)}}
    return PictureSource("a.tif", values, [values], channels, ImageRange(0, 65535), False, None, histograms)


def test_words_say_what_is_shown_and_what_the_model_gets() -> None:
    tone = PictureTone()
    tone.set_source(source_of(DEEP), ImageRange(0, 4095))
    assert tone_words(tone) == "Shown: 0 to 4095. The model gets: 0 to 4095 as 0 to 255, whatever is shown."
    tone.set_source(PictureSource("a.png", None, [], ("V",), ImageRange(0, 255), True, None), None)
    assert tone_words(tone) == "Shown: 0 to 255. The model gets: 0 to 255 as they are, whatever is shown."
    tone.set_source(source_of(DEEP), ImageRange(0, 4095))
    tone.choose(Tone(ImageRange(120, 900), 1.5))
    assert tone_words(tone).startswith("Shown: 120 to 900, gamma 1.50. The model gets: 0 to 4095 as 0 to 255")
    tone.set_source(source_of(np.repeat(DEEP, 3, axis=2), ("R", "G", "B")), ImageRange(0, 4095))
    tone.choose(Tone(channel="G"))
    assert "channel Green alone" in tone_words(tone)
    assert "The model gets: 0 to 65535, the upper 8 bits of each channel" in tone_words(tone)


def test_gamma_goes_the_same_way_from_the_middle() -> None:
    assert [gamma_of(part) for part in (-1, 0, 1)] == [0.2, 1.0, 5.0]
    assert all(gamma_of(step_of(gamma)) == gamma for gamma in (0.2, 0.5, 1.0, 2.2, 5.0))


def test_handles_move_by_mouse_and_keys_and_never_pass_each_other(qapp: QApplication) -> None:
    view, chosen = HistogramView(), []
    view.chosen.connect(lambda low, high: chosen.append((low, high)))
    view.resize(216, 64)
    view.show()
    view.show_values(histogram_of(DEEP), ImageRange(100, 1099))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(round(view.handle_x("low")), 30))
    assert chosen == []
    QTest.mouseMove(view, QPoint(58, 30))
    assert chosen[-1] == (pytest.approx(100 + 999 * 50 / 200), 1099)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(58, 30))
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert chosen[-1] == (100, pytest.approx(1099 - 99.9))
    view.show_values(histogram_of(DEEP), ImageRange(500, 501))
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    low, high = chosen[-1]
    assert low < high


def test_windows_offered_are_the_picture_s_own_percentiles(bench: Bench) -> None:
    tools = bench.work.window.docks.panels["inspect"].parts("image").tools.brightness
    tone = bench.work.services.viewports.get(PictureTone)
    tone.set_source(source_of(DEEP), None)
    offered = {
        tools.window_level.itemText(n): tools.window_level.itemData(n) for n in range(tools.window_level.count())
    }
    assert list(offered) == [
        "As the model gets it",
        "Full: 0 to 65535",
        "Smallest to largest: 100 to 1099",
        "0.1 to 99.9 %: 100.999 to 1098",
        "1 to 99 %: 109.99 to 1089.01",
    ]
    tools.window_level.setCurrentIndex(4)
    tools.window_level.activated.emit(4)
    first, last = np.percentile(DEEP, (1, 99))
    assert (tone.window.low, tone.window.high) == (pytest.approx(first), pytest.approx(last))
    tools.histogram.chosen.emit(120, 900)
    assert tools.window_level.currentText() == "Own: 120 to 900"
    tools.window_level.setCurrentIndex(0)
    tools.window_level.activated.emit(0)
    assert tone.is_plain


def test_other_pages_of_a_file_are_those_of_the_same_place() -> None:
    paths = ["a.tif[page=0]", "a.tif[page=1]", "b.tif[page=0]", "a.tif[page=2,x=0,y=0,width=9,height=9]", "c.png"]
    samples = [Sample(f"s{n}", path, "image") for n, path in enumerate(paths)]
    assert sister_pages("a.tif[page=0]", samples) == [("s1", "a.tif[page=1]")]
    assert sister_pages("c.png", samples) == []
