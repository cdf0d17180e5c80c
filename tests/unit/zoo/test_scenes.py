import hashlib

import numpy as np
import pytest

from granview.zoo.labels import COLORS, NUM_LABELS, THIN_LABELS, Label
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.scene import Scene
from granview.zoo.seeds import GALLERY_SEEDS, SINGLE_TRAIN_SEEDS, TEST_SEEDS, TILED_TRAIN_SEEDS

DOMAIN_LABELS = {
    "cells": {Label.BACKGROUND, Label.CELL, Label.NUCLEUS, Label.MEMBRANE, Label.GRANULE},
    "road": {Label.SKY, Label.ROADSIDE, Label.ROAD, Label.MARKING, Label.VEHICLE, Label.POLE},
    "surface": {Label.BACKGROUND, Label.PLATE, Label.CRACK, Label.SCRATCH, Label.PIT},
}


def _scenes(domain: str) -> list[Scene]:
    return [make_scene(domain, seed, 384, 512) for seed in range(6)]


def _widths(labels: np.ndarray) -> tuple[int, int]:
    """Shortest and longest horizontal run of one class, in pixels."""
    runs = [
        np.diff(np.flatnonzero(np.concatenate(([True], row[1:] != row[:-1], [True]))))
        for row in labels.astype(np.int16)
    ]
    joined = np.concatenate(runs)
    return int(joined.min()), int(joined.max())


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_same_seed_gives_the_same_bytes(domain: str) -> None:
    first, second = make_scene(domain, 5, 200, 260), make_scene(domain, 5, 200, 260)
    assert first.image.tobytes() == second.image.tobytes()
    assert first.labels.tobytes() == second.labels.tobytes()


@pytest.mark.parametrize("domain", DOMAINS)
def test_another_seed_gives_another_scene(domain: str) -> None:
    digests = {hashlib.sha256(make_scene(domain, seed, 128, 128).labels).hexdigest() for seed in range(8)}
    assert len(digests) == 8


@pytest.mark.parametrize("domain", DOMAINS)
def test_scenes_hold_the_labels_of_their_domain_and_no_other(domain: str) -> None:
    found = {Label(value) for scene in _scenes(domain) for value in np.unique(scene.labels)}
    assert found == DOMAIN_LABELS[domain]


@pytest.mark.parametrize("domain", DOMAINS)
def test_things_span_two_decades_of_size(domain: str) -> None:
    widths = [_widths(scene.labels) for scene in _scenes(domain)]
    assert min(shortest for shortest, _ in widths) == 1
    assert min(longest for _, longest in widths) >= 100


@pytest.mark.parametrize("domain", DOMAINS)
def test_labels_follow_edges_of_the_image(domain: str) -> None:
    """Displacing the reference by two pixels makes it explain the picture worse: it is registered to the pixel."""

    def unexplained(scene: Scene, shift: int) -> float:
        labels = np.roll(scene.labels, shift, axis=1)
        residual = 0.0
        for label in np.unique(labels):
            residual += float(
                scene.image[labels == label].astype(np.float64).var(axis=0).sum() * (labels == label).sum()
            )
        return residual

    for scene in _scenes(domain)[:3]:
        assert unexplained(scene, 0) < min(unexplained(scene, 2), unexplained(scene, -2))


@pytest.mark.parametrize("size", [(64, 64), (97, 131), (300, 451)])
@pytest.mark.parametrize("domain", DOMAINS)
def test_any_size_can_be_drawn(domain: str, size: tuple[int, int]) -> None:
    scene = make_scene(domain, 1, *size)
    assert scene.labels.shape == size
    assert scene.image.shape == (*size, 3)
    assert scene.labels.max() < NUM_LABELS


def test_an_unknown_domain_is_named_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match=r"moon.*cells, road, surface"):
        make_scene("moon", 0, 64, 64)


def test_a_mask_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="does not cover"):
        Scene(np.zeros((8, 8, 3), np.uint8), np.zeros((8, 9), np.uint8), np.zeros((8, 9), np.uint16), ())


def test_owners_of_another_size_are_refused() -> None:
    with pytest.raises(ValueError, match="owners"):
        Scene(np.zeros((8, 8, 3), np.uint8), np.zeros((8, 8), np.uint8), np.zeros((8, 9), np.uint16), ())


def test_seeds_for_training_testing_and_showing_do_not_overlap() -> None:
    ranges = (SINGLE_TRAIN_SEEDS, TILED_TRAIN_SEEDS, TEST_SEEDS, GALLERY_SEEDS)
    assert len(set().union(*ranges)) == sum(len(seeds) for seeds in ranges)


def test_colours_are_distinct_within_a_domain() -> None:
    for labels in DOMAIN_LABELS.values():
        colors = np.array([COLORS[label] for label in labels], np.int64)
        distances = np.linalg.norm(colors[:, None] - colors[None], axis=-1)
        assert distances[~np.eye(len(colors), dtype=bool)].min() > 40


def test_every_thin_label_draws_hairlines() -> None:
    found = {domain: _scenes(domain) for domain in DOMAINS}
    for label in THIN_LABELS:
        domain = next(name for name, labels in DOMAIN_LABELS.items() if label in labels)
        narrowest = min(_widths(np.where(scene.labels == label, 1, 2))[0] for scene in found[domain])
        assert narrowest == 1, label
