"""A mask of 150 classes over a 3840x2160 picture: what a change of opacity costs until the last pixel is painted."""

import os

import numpy as np

from tests.benchmarks.repaint import blobs, overlay_repaints
from tests.benchmarks.row import Row, median_ms

TITLE = "Overlay, 3840x2160, 150 classes, in a canvas of 1920x1080"
HEIGHT, WIDTH, CLASSES = 2160, 3840, 150


def measure() -> list[Row]:
    """Rows for GranView's repaints and for blending the picture anew with OpenCV, numpy and scikit-image."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    repaints = overlay_repaints(app, WIDTH, HEIGHT, CLASSES)
    ours = max(repaint.median_ms for repaint in repaints if repaint.what.startswith("opacity"))
    rows = [
        Row(f"GranView: {r.what}", f"{r.median_ms:.1f} ms (worst {r.worst_ms:.1f})", r.median_ms / ours, "under 16 ms")
        for r in repaints
    ]
    return rows + [Row(name, f"{ms:.0f} ms", ms / ours) for name, ms in _blends().items()]


def _blends() -> dict[str, float]:
    """Milliseconds of blending all pixels, without any painting, by way."""
    import cv2
    from skimage.color import label2rgb

    rng = np.random.default_rng(0)
    picture = rng.integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)
    labels = blobs(WIDTH, HEIGHT, CLASSES)
    colors = rng.integers(0, 256, (256, 3), np.uint8)
    triple = np.repeat(labels[..., None], 3, axis=2)

    def by_opencv() -> None:
        cv2.addWeighted(picture, 0.5, cv2.LUT(triple, colors[None]), 0.5, 0)

    def by_numpy() -> None:
        (picture * 0.5 + colors[labels] * 0.5).astype(np.uint8)

    def by_skimage() -> None:
        label2rgb(labels.astype(int), picture, colors=colors / 255.0, alpha=0.5, bg_label=-1)

    return {
        "OpenCV look-up and blend (not painted)": median_ms(by_opencv, repeats=7),
        "numpy look-up and blend (not painted)": median_ms(by_numpy, repeats=5, warmup=1),
        "scikit-image label2rgb (not painted)": median_ms(by_skimage, repeats=1, warmup=0),
    }
