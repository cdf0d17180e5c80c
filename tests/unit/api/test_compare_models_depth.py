"""Depth networks in real processes, by the Python API, against measured distances."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import granview
from granview.core.predictions.depth_map import DepthMap
from tests.helpers.tiny_depth import save


@pytest.mark.slow
def test_lanes_of_depth_are_scored_in_metres_and_after_alignment(tmp_path: Path) -> None:
    folders = {name: tmp_path / name for name in ("pictures", "references", "glpn", "dpt")}
    for folder in folders.values():
        folder.mkdir()
    rng = np.random.default_rng(0)
    pixels = np.kron(rng.integers(0, 255, (8, 12, 3)), np.ones((8, 8, 1))).astype(np.uint8)
    metres = np.kron(rng.uniform(1, 9, (8, 12)), np.ones((8, 8)))
    Image.fromarray(pixels).save(folders["pictures"] / "a.png")
    Image.fromarray(np.round(metres * 256).astype(np.uint16)).save(folders["references"] / "a.png")
    for name in ("glpn", "dpt"):
        save(name, folders[name])
    with granview.compare(
        [f"{folders[name]},task=depth-estimation,name={name}" for name in ("glpn", "dpt")],
        folders["pictures"],
        references=folders["references"],
        device="cpu",
        session=tmp_path / "a.granview",
        task_params={"depth_scale": 256.0},
    ) as comparison:
        rows = {row["lane"]: row for row in comparison.summary().to_dicts()}
        depth = comparison.session.prediction("a", "glpn")
    assert isinstance(depth, DepthMap)
    assert depth.kind == "metric"
    assert rows["glpn"]["abs_rel"] == pytest.approx(np.mean(np.abs(depth.values - metres) / metres), rel=0.01)
    assert rows["dpt"]["abs_rel"] is None
    assert rows["dpt"]["abs_rel_aligned"] > 0
