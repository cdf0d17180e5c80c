import numpy as np
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from granview.core.labels import LabelSet
from granview.core.predictions.depth_map import DepthMap
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.presenters.picture_presenter import DifferenceSide
from granview.gui.presenters.pictures.depth_map_links import DepthMapLinks, shades_of
from granview.gui.presenters.pictures.depth_map_painter import DepthMapPainter
from tests.helpers.canvas import settle

NO_CLASSES = LabelSet((), ())
METRES = np.random.default_rng(0).uniform(1, 20, (30, 40)).astype(np.float32)


def side(values: np.ndarray, kind: str = "metric", *, is_reference: bool = False) -> DifferenceSide[DepthMap]:
    return DifferenceSide(kind, DepthMap(values.astype(np.float32), kind), NO_CLASSES, None, is_reference)


@pytest.fixture
def links(qapp: QApplication) -> DepthMapLinks:
    return DepthMapLinks(BackgroundPool(QThreadPool.globalInstance()), lambda: None)


def test_with_a_reference_all_are_drawn_on_its_scale() -> None:
    shades = shades_of({"r": side(METRES, is_reference=True), "m": side(METRES * 2), "i": side(7 / METRES, "inverse")})
    assert {(shade.low, shade.high, shade.is_shared) for shade in shades.values()} == {
        (shades["r"].low, shades["r"].high, True)
    }
    apart = shades["i"].places((7 / METRES).astype(np.float32)).astype(int) - shades["r"].places(METRES)
    assert np.abs(apart).max() <= 1


def test_without_one_metres_share_a_scale_and_others_do_not() -> None:
    shades = shades_of({"a": side(METRES), "b": side(METRES * 2), "i": side(7 / METRES, "inverse")})
    assert shades["a"] == shades["b"]
    assert shades["i"].alignment is None
    assert not shades["i"].is_shared


def test_legends_say_whose_scale_it_is(qapp: QApplication, links: DepthMapLinks) -> None:
    links.show({"r": side(METRES, is_reference=True), "i": side(7 / METRES, "inverse")})
    settle(qapp)
    assert [row.text for row in links.legend("i")][-1] == "One scale, aligned to the reference"
    assert [row.text for row in links.legend("r")][-1] == "One scale, in metres"
    assert links.legend("i")[0].amount == ""
    links.show({"i": side(7 / METRES, "inverse")})
    settle(qapp)
    assert [row.text for row in links.legend("i")][-1] == "Own scale: not comparable"
    assert links.legend("r") == ()
    links.show({})
    assert links.legend("i") == ()


def test_painters_are_given_their_scale_when_it_is_known(qapp: QApplication, links: DepthMapLinks) -> None:
    sides = {"r": side(METRES, is_reference=True), "i": side(7 / METRES, "inverse")}
    painter = DepthMapPainter(sides["i"].prediction, BackgroundPool(QThreadPool.globalInstance()), lambda: None)
    links.show(sides)
    links.join("i", painter)
    settle(qapp)
    assert painter.shade is not None
    assert painter.shade.is_shared
    painter.close()
    links.close()
