from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.resources import resource_path
from granview.io.reference_masks import read_reference
from granview.zoo.gallery import GalleryEntry, read_gallery, reference_image
from granview.zoo.labels import COLORS, NUM_LABELS, Label
from granview.zoo.scenes import make_scene
from granview.zoo.seeds import GALLERY_SEEDS

GALLERY = resource_path("gallery")
ENTRIES = read_gallery(GALLERY).entries
SCENES = [entry for entry in ENTRIES if entry.kind == "scene"]
PHOTOS = [entry for entry in ENTRIES if entry.kind == "photo"]


def test_there_are_24_scenes_and_at_least_six_photographs() -> None:
    assert len(SCENES) == 24
    assert len(PHOTOS) >= 6


def test_scenes_come_in_several_sizes() -> None:
    sizes = set()
    for entry in SCENES:
        with Image.open(GALLERY / entry.file) as image:
            sizes.add(image.size)
    assert sizes == {(512, 384), (512, 512), (768, 512), (1024, 768)}


def test_the_manifest_lists_every_picture_and_no_other() -> None:
    listed = {GALLERY / entry.file for entry in ENTRIES} | {GALLERY / str(entry.reference) for entry in SCENES}
    assert listed == {path for path in GALLERY.rglob("*") if path.suffix in {".png", ".jpg"}}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.file)
def test_every_picture_states_its_source_and_licence(entry: GalleryEntry) -> None:
    assert entry.title
    assert entry.author
    assert entry.licence
    row = f"| `{entry.file}` | {entry.title} | {entry.author} | {entry.licence} | {entry.source} |"
    assert row in (GALLERY / "SOURCES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("entry", SCENES, ids=lambda entry: Path(entry.file).stem)
def test_references_are_index_images_in_the_class_colours(entry: GalleryEntry) -> None:
    assert entry.reference is not None
    assert Path(entry.reference).stem == Path(entry.file).stem
    with Image.open(GALLERY / entry.reference) as reference, Image.open(GALLERY / entry.file) as image:
        assert reference.mode == "P"
        assert reference.size == image.size
        assert np.asarray(reference).max() < NUM_LABELS
        palette = np.array(reference.getpalette()).reshape(-1, 3)
    assert [tuple(color) for color in palette[:NUM_LABELS].tolist()] == list(COLORS.values())


def test_scenes_are_the_ones_that_their_seeds_draw() -> None:
    with Image.open(GALLERY / "scenes/cells-01.png") as image:
        assert np.array_equal(np.asarray(image), make_scene("cells", GALLERY_SEEDS[0], image.height, image.width).image)


def test_reference_images_keep_the_labels(tmp_path: Path) -> None:
    labels = np.full((5, 9), Label.PIT, np.uint8)
    reference_image(labels).save(tmp_path / "labels.png")
    with Image.open(tmp_path / "labels.png") as read:
        assert np.array_equal(np.asarray(read), labels)


def test_the_references_say_what_their_classes_are_called() -> None:
    found = read_reference(GALLERY / "references" / "cells-01.png")
    assert found.label_set.names == tuple(label.name.lower() for label in Label)
    assert found.label_set.colors == tuple(COLORS.values())
    assert not found.notices
