"""Objects over a picture: what a change of the score threshold costs until the last pixel is painted, and hovering."""

import os
from typing import Final

import numpy as np

from tests.benchmarks.repaint import Repaint, timed
from tests.benchmarks.row import Row, median_ms

TITLE = "Objects in a canvas of 1920x1080"
_CANVAS: Final = (1920, 1080)
_CASES: Final = {
    "50 objects of 1920x1080": (50, (1080, 1920), (40.0, 120.0)),
    "5,000 cells of 2048x2048": (5000, (2048, 2048), (6.0, 12.0)),
}


def measure() -> list[Row]:
    """Rows for repaints, for what is prepared in the background, and for drawing the same masks with OpenCV."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    rows = []
    for name, (n, size, radius_px) in _CASES.items():
        repaints = _repaints(app, n, size, radius_px)
        ours = repaints[0].median_ms
        rows += [
            Row(
                f"{name}: {r.what}", f"{r.median_ms:.1f} ms (worst {r.worst_ms:.1f})", r.median_ms / ours, "under 16 ms"
            )
            for r in repaints
        ]
        rows += [Row(f"{name}: {what}", f"{ms:.0f} ms", ms / ours) for what, ms in _beside(n, size, radius_px).items()]
    return rows


def _repaints(app: object, n: int, size: tuple[int, int], radius_px: tuple[float, float]) -> list[Repaint]:
    from PySide6.QtCore import QPointF, QThreadPool

    from granview.gui.lanes.panel import LaneGrid
    from granview.gui.model.view_state import ViewState
    from granview.gui.model.viewport import Viewport
    from granview.gui.model.viewports import Viewports
    from granview.gui.presenters.picture_content import PictureContent
    from granview.gui.style.theme import DARK
    from tests.helpers.canvas import settle, still_picture
    from tests.helpers.shown_instances import CELLS, predicted, scattered

    truth = scattered(n, size, radius_px=radius_px)
    said = predicted(truth, 1)
    picture = still_picture(np.random.default_rng(0).integers(0, 256, (*size, 3), np.uint8))
    view, shared = ViewState(), Viewport()
    view.show_reference = False
    grid = LaneGrid(view, Viewports(shared), DARK, QThreadPool.globalInstance())
    reference = PictureContent("reference", "", picture=picture, prediction=truth, labels=CELLS, is_reference=True)
    grid.show_cells([reference, PictureContent("a", "a", picture=picture, prediction=said, labels=CELLS)])
    cell = grid.cells[0]
    grid.resize(_CANVAS[0] + 2, _CANVAS[1] + 2)
    grid.show()
    settle(app)  # type: ignore[arg-type]
    middles = (said.boxes_xyxy[:, :2] + said.boxes_xyxy[:, 2:]) / 2

    def threshold(step: int) -> None:
        view.filters = {"score": 0.2 + 0.01 * (step % 40)}
        cell.canvas.repaint()

    def hover(step: int) -> None:
        shared.set_cursor(QPointF(*middles[step % len(middles)].tolist()), "a")
        cell.canvas.repaint()

    def pan(step: int) -> None:
        shared.pan_by(7 if step % 2 else -7, 5 if step % 2 else -5)
        cell.canvas.repaint()

    found = [timed("threshold, by class", threshold, 30)]
    view.options = {"color_by": "outcome"}
    found.append(timed("threshold, by outcome", threshold, 30))
    view.filters = {}
    found.append(timed("from object to object", hover, 30))
    shared.set_cursor(None)
    shared.actual_size()
    found.append(timed("pan, 1:1", pan, 30))
    grid.close()
    grid.deleteLater()
    settle(app)  # type: ignore[arg-type]
    return found


def _beside(n: int, size: tuple[int, int], radius_px: tuple[float, float]) -> dict[str, float]:
    """What is prepared once in the background; and blending each mask into the picture anew, as scripts do."""
    from granview.core import rle
    from granview.gui.presenters.pictures.instances_shapes import shapes_of
    from tests.helpers.shown_instances import scattered

    truth = scattered(n, size, radius_px=radius_px)
    pixels = np.zeros((*size, 3), np.uint8)

    def blended() -> None:
        for mask in (truth.masks or ())[:50]:
            inside = rle.decode(mask)
            pixels[inside] = pixels[inside] // 2 + 60

    once = median_ms(lambda: shapes_of(truth), repeats=1, warmup=0)
    return {
        "prepared once, in the background": once,
        "numpy, 50 masks decoded and blended (not painted)": median_ms(blended, repeats=1, warmup=1),
    }
