"""How long the canvas takes to repaint, in milliseconds, of real widgets."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QThreadPool
from PySide6.QtWidgets import QApplication

from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.predictions.label_map import LabelMap
from granview.gui.lanes.panel import LaneGrid
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.model.viewports import Viewports
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.style.theme import DARK
from tests.helpers.canvas import settle, still_picture


@dataclass(frozen=True)
class Repaint:
    """Times of one kind of repaint, in ms, and what it was done on."""

    what: str
    median_ms: float
    worst_ms: float
    n: int


def blobs(width: int, height: int, n_classes: int, seed: int = 0) -> NDArray[np.uint8]:
    """A label map of smooth regions of many classes, (height, width) uint8."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, n_classes, (-(-height // 24), -(-width // 24)), np.uint8)
    return np.ascontiguousarray(np.kron(coarse, np.ones((24, 24), np.uint8))[:height, :width])


def overlay_repaints(
    app: QApplication,
    width: int = 3840,
    height: int = 2160,
    n_classes: int = 150,
    viewport: tuple[int, int] = (1920, 1080),
    n: int = 30,
) -> list[Repaint]:
    """Repaint one lane's mask over its picture in a canvas of ``viewport`` px, wholly, each time to the last pixel.

    Returns:
        Opacity changes (colour table, picture and mask) with the whole picture in view, at 1:1 and at 0.7:1; and pans
        at 1:1.
    """
    rng = np.random.default_rng(0)
    picture = still_picture(rng.integers(0, 256, (height, width, 3), np.uint8))
    names = tuple(f"class {i}" for i in range(n_classes))
    content = PictureContent("a", "a", picture=picture, prediction=LabelMap(blobs(width, height, n_classes)),
                          labels=LabelSet(names, class_colors(names)))  # fmt: skip
    view, shared = ViewState(), Viewport()
    grid = LaneGrid(view, Viewports(shared), DARK, QThreadPool.globalInstance())
    grid.show_cells([content])
    cell = grid.cells[0]
    grid.resize(viewport[0] + 2, viewport[1] + 2)
    grid.show()
    settle(app)
    canvas = cell.canvas
    assert (canvas.width(), canvas.height()) == viewport

    def change_opacity(step: int) -> None:
        view.opacity = 0.3 + 0.01 * (step % 40)
        canvas.repaint()

    def pan(step: int) -> None:
        shared.pan_by(7 if step % 2 else -7, 5 if step % 2 else -5)
        canvas.repaint()

    change_opacity(0)
    faint = canvas.grab().toImage()
    change_opacity(39)
    assert canvas.grab().toImage() != faint, "the mask is not on screen"
    found = [timed("opacity, whole picture", change_opacity, n)]
    shared.actual_size()
    found += [timed("opacity, 1:1", change_opacity, n), timed("pan, 1:1", pan, n)]
    shared.zoom_at(QPointF(width / 2, height / 2), 0.7)
    found += [timed("opacity, 0.7:1", change_opacity, n), timed("pan, 0.7:1", pan, n)]
    grid.close()
    grid.deleteLater()
    settle(app)
    return found


def timed(what: str, act: Callable[[int], None], n: int) -> Repaint:
    """Times of doing something ``n`` times, after three that are not counted; each is given its number."""
    times = []
    for step in range(n + 3):
        start = time.perf_counter()
        act(step)
        times.append((time.perf_counter() - start) * 1000)
    times = times[3:]
    return Repaint(what, float(np.median(times)), max(times), n)
