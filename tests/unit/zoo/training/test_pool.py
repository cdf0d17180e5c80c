from pathlib import Path

import numpy as np
import pytest

from granview.zoo.labels import Label
from granview.zoo.scenes import make_scene
from granview.zoo.training import pool as pools


def test_a_pool_keeps_pictures_labels_and_objects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "SCENE_HEIGHT", 64)
    monkeypatch.setattr(pools, "SCENE_WIDTH", 80)
    monkeypatch.setattr(pools, "SINGLE_TRAIN_SEEDS", range(3, 4))
    monkeypatch.setattr(pools, "TILED_TRAIN_SEEDS", range(8, 9))
    pool = pools.open_pool(tmp_path)
    cells, tiled = make_scene("cells", 3, 64, 80), make_scene("cells", 8, 128, 160)
    assert len(pool.labels) == 3 + 3 * 4
    assert pool.flippable.sum() == 2 + 2 * 4
    assert np.array_equal(pool.owners[0], cells.owners)
    assert np.array_equal(pool.owners[4], tiled.owners[:64, 80:])
    assert tuple(Label(kind) for kind in pool.kinds[0] if kind) == cells.kinds
    assert np.array_equal(pools.open_pool(tmp_path).images, pool.images)
