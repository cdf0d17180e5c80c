"""A picture from the decoder's own process, in shared memory, on the canvas."""

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF

from granview.core.errors import InputError
from granview.engine.picture_server import PictureServer
from granview.engine.shared_picture import SharedPicture
from granview.gui.model.viewport import Viewport
from tests.helpers.canvas import color_at, lane
from tests.helpers.grids import ShowGrid


def opened(server: PictureServer, path: Path) -> SharedPicture:
    answers: list[SharedPicture | InputError] = []
    answered = threading.Event()

    def take(answer: SharedPicture | InputError) -> None:
        answers.append(answer)
        answered.set()

    server.picture(path, take)
    assert answered.wait(30)
    assert isinstance(answers[0], SharedPicture)
    return answers[0]


@pytest.mark.parametrize("zoom", [1.0, 4.0])
def test_the_servers_pictures_are_drawn_pixel_for_pixel(
    tmp_path: Path, show: ShowGrid, viewport: Viewport, zoom: float
) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (333, 501, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    server = PictureServer()
    picture = opened(server, tmp_path / "noise.png")
    grid = show(lane("a", None, picture))
    viewport.actual_size()
    viewport.zoom_by(zoom)
    canvas = grid.cells[0].canvas
    for x, y in ((200, 150), (250, 160), (249, 140)):
        assert color_at(canvas, canvas.frame.to_screen(QPointF(x + 0.5, y + 0.5))) == tuple(pixels[y, x])
    grid.show_cells([])
    picture.release()
    server.close()
