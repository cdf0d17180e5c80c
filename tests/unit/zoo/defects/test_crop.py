"""Crops of defects: the same bytes from the same seed, and what each kind must show."""

import numpy as np
import pytest

from granview.zoo.defects.crop import PAINTERS, SIDE_PX, make_crop
from granview.zoo.defects.kinds import GROUPS, Kind
from granview.zoo.defects.seeds import GALLERY_SEEDS, TEST_SEEDS, TRAIN_SEEDS

KINDS = pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.label)


@KINDS
def test_a_seed_gives_the_same_crop_and_another_seed_another(kind: Kind) -> None:
    first, again, other = make_crop(kind, 5), make_crop(kind, 5), make_crop(kind, 6)
    assert first.image.shape == (SIDE_PX, SIDE_PX, 3)
    assert first.image.dtype == np.uint8
    assert first.grain_px == again.grain_px
    assert np.array_equal(first.image, again.image)
    assert not np.array_equal(first.image, other.image)


@KINDS
def test_every_crop_shows_its_defect(kind: Kind) -> None:
    for seed in range(40):
        mark = PAINTERS[kind](np.random.default_rng(seed), SIDE_PX)
        assert mark.area_px >= 4
        assert mark.cover.min() >= 0
        assert mark.cover.max() <= 1
        assert np.isfinite(mark.height).all()


def test_a_blister_rises_and_a_dent_sinks() -> None:
    rng = np.random.default_rng
    assert PAINTERS[Kind.BLISTER](rng(1), SIDE_PX).height.max() > 0.3
    assert PAINTERS[Kind.DENT](rng(1), SIDE_PX).height.min() < -0.3


def test_every_kind_is_in_one_group_and_has_a_painter() -> None:
    members = [kind for group in GROUPS.values() for kind in group]
    assert sorted(members) == sorted(Kind) == sorted(PAINTERS)


def test_purposes_share_no_seeds() -> None:
    ranges = (TRAIN_SEEDS, TEST_SEEDS, GALLERY_SEEDS)
    assert sum(map(len, ranges)) == len(set().union(*ranges))
