"""Pieces of pictures."""

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from granview.gui.session.picture_crops import PictureCrops
from tests.helpers.shell import Bench


def asked(bench: Bench, path: Path, area: QRect, edge_px: int) -> QImage | None:
    crops, came = PictureCrops(bench.work._server, bench.work.window), list[QImage | None]()
    crops.ask(path, area, edge_px, came.append)
    bench.until(lambda: came)
    return came[0]


def test_a_piece_is_the_right_one_at_any_size(bench: Bench, tmp_path: Path) -> None:
    pixels = np.zeros((600, 800, 3), np.uint8)
    pixels[:300, 400:] = (200, 10, 10)
    path = tmp_path / "quarters.png"
    Image.fromarray(pixels).save(path)
    for area in (QRect(410, 10, 20, 20), QRect(410, 10, 300, 200)):
        piece = asked(bench, path, area, 56)
        assert piece is not None
        assert max(piece.width(), piece.height()) == 56
        assert QColor(piece.pixel(5, 5)) == QColor(200, 10, 10)
    edge = asked(bench, path, QRect(390, 100, 20, 20), 20)
    assert edge is not None
    assert [QColor(edge.pixel(x, 10)).red() for x in (9, 10)] == [0, 200]


def test_a_picture_that_is_gone_and_a_piece_beside_it_are_none(bench: Bench, tmp_path: Path) -> None:
    assert asked(bench, tmp_path / "gone.png", QRect(0, 0, 9, 9), 9) is None
    path = tmp_path / "small.png"
    Image.new("RGB", (8, 8)).save(path)
    assert asked(bench, path, QRect(20, 20, 5, 5), 9) is None
