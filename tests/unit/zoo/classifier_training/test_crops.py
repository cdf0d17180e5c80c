from pathlib import Path

import numpy as np
import torch

from granview.zoo.classifier_training.crops import CropPool, draw_crops, open_crops
from granview.zoo.defects.crop import SIDE_PX, make_crop
from granview.zoo.defects.kinds import Kind
from granview.zoo.defects.seeds import TRAIN_SEEDS
from granview.zoo.normalise import normalise


def test_the_pool_holds_the_training_crops_and_is_painted_once(tmp_path: Path) -> None:
    pool = open_crops(tmp_path, per_kind=1)
    assert pool.images.shape == (len(Kind), SIDE_PX, SIDE_PX, 3)
    assert np.array_equal(pool.images[3], make_crop(Kind.SCRATCH, TRAIN_SEEDS[0]).image)
    written = (tmp_path / "crops.npy").stat().st_mtime_ns
    assert np.array_equal(open_crops(tmp_path, per_kind=1).kinds, list(Kind))
    assert (tmp_path / "crops.npy").stat().st_mtime_ns == written


def test_every_crop_is_seen_once_before_any_is_seen_twice() -> None:
    images = np.zeros((10, 8, 8, 3), np.uint8)
    pool = CropPool(images, np.arange(10))
    kinds = torch.cat([draw_crops(pool, 7, step, 4)[1] for step in range(5)]).tolist()
    assert sorted(kinds[:10]) == sorted(kinds[10:]) == list(range(10))
    assert kinds[:10] != kinds[10:]


def test_a_batch_depends_on_seed_and_step_alone() -> None:
    images = np.random.default_rng(0).integers(0, 256, (12, 8, 8, 3), np.uint8)
    pool = CropPool(images, np.arange(12))
    pixels, kinds = draw_crops(pool, 7, 2, 5)
    torch.testing.assert_close(pixels, normalise(images[kinds.numpy()]))
    assert torch.equal(pixels, draw_crops(pool, 7, 2, 5)[0])
    assert not torch.equal(kinds, draw_crops(pool, 8, 2, 5)[1])
