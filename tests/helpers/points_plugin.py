"""The plug-in of the guide, installed for a process of its own; pictures of spots, and points that are true of them."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
PLUGIN = PROJECT / "docs" / "examples" / "points_plugin"
SPOT_SIGMA_PX = 1.5


def installed(home: Path) -> dict[str, str]:
    """An environment in which the plug-in is installed, as pip would; nothing else sees it.

    Args:
        home: A folder for what pip would have written.
    """
    info = home / "granview_points-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: granview-points\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[granview.plugins]\npoints = granview_points\n")
    path = os.pathsep.join(map(str, (home, PLUGIN, PROJECT)))
    return {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}


def write_spots(path: Path, spots: Sequence[tuple[float, float]], size_wh: tuple[int, int] = (96, 64)) -> Path:
    """A dark picture with bright spots, and beside it the points that are true of it; returns the picture.

    Args:
        path: Where the picture goes, a PNG.
        spots: Their (x, y) in px.
        size_wh: Of the picture, in px.
    """
    width, height = size_wh
    y, x = np.mgrid[:height, :width] + 0.5
    light = sum(np.exp(-((x - a) ** 2 + (y - b) ** 2) / (2 * SPOT_SIGMA_PX**2)) for a, b in spots)
    grey = np.clip(20 + 220 * np.asarray(light), 0, 255).astype(np.uint8)
    Image.fromarray(np.repeat(grey[..., None], 3, axis=2)).save(path)
    reference = {
        "classes": [{"name": "spot", "color": [230, 159, 0]}],
        "points": [{"x": x, "y": y, "label": "spot"} for x, y in spots],
    }
    path.with_suffix(".points.json").write_text(json.dumps(reference))
    return path
