"""Pictures in tiles and pages of TIFF files through the Python API, in a real process."""

from pathlib import Path

import numpy as np
import polars
import pytest
import tifffile

import granview
from granview.core.errors import ArgumentError


@pytest.mark.slow
def test_what_is_run_in_tiles_says_so_and_takes_what_its_tiles_take(tmp_path: Path) -> None:
    pages = np.random.default_rng(0).integers(0, 255, (2, 96, 160), dtype=np.uint8)
    tifffile.imwrite(tmp_path / "stack.tif", pages, photometric="minisblack")
    choice = Path(f"{tmp_path / 'stack.tif'}[page=1]")
    with granview.compare("zoo:unet-nano", choice, device="cpu", tile="64,overlap=16") as found:
        [notices] = [row.notices for row in found.session.results()]
        [row] = polars.DataFrame(found.results()).to_dicts()
        assert found.session.samples()[0].name == "stack-p1"
        assert "Run in 15 tiles of at most 48 x 48 px that overlap by 16 px" in " ".join(notices)
        assert row["status"] == "ok"
        assert min(row["preprocess_ms"], row["forward_ms"], row["postprocess_ms"]) > 0


def test_a_task_without_tiles_is_refused_before_anything_is_loaded(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.tif", np.zeros((8, 8), np.uint8))
    with pytest.raises(ArgumentError, match="object-detection is not run in tiles"):
        granview.compare("zoo:fcos-small", tmp_path / "a.tif", task="object-detection", tile=64)
