"""The plug-in of small examples, installed for a process of its own, and pictures for its threshold."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
PLUGIN = PROJECT / "docs" / "examples" / "toolbox_plugin"


def installed(home: Path) -> dict[str, str]:
    """An environment in which the plug-in is installed, as pip would; nothing else sees it.

    Args:
        home: A folder for what pip would have written.
    """
    info = home / "granview_toolbox-1.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: granview-toolbox\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[granview.plugins]\ntoolbox = granview_toolbox\n")
    path = os.pathsep.join(map(str, (home, PLUGIN, PROJECT)))
    return {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}


def run_script(script: str, home: Path, *arguments: str) -> str:
    """What a script prints that runs where the plug-in is installed."""
    ended = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", script, *arguments],
        env=installed(home / "site"),
        cwd=home,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def write_discs(folder: Path, name: str, centres: tuple[tuple[int, int], ...], radius: int = 6) -> Path:
    """A dark picture, 64 px wide, with bright discs, and a mask of them beside it; returns the picture."""
    folder.mkdir(parents=True, exist_ok=True)
    y, x = np.mgrid[:64, :64]
    mask = np.zeros((64, 64), np.uint8)
    for column, row in centres:
        mask[(x - column) ** 2 + (y - row) ** 2 <= radius**2] = 1
    path = folder / f"{name}.png"
    Image.fromarray(np.repeat(np.where(mask, 220, 30).astype(np.uint8)[..., None], 3, axis=2)).save(path)
    Image.fromarray(mask).save(folder / f"{name}_mask.png")
    (folder / "classes.txt").write_text("background\nforeground\n", encoding="utf-8")
    return path


def write_otsu(folder: Path) -> Path:
    """A model's folder that the example's family claims."""
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps({"format": "otsu/1"}), encoding="utf-8")
    return folder
