"""Label maps in files and on pages: index PNGs, colours over the picture, the classes that are there."""

from pathlib import Path

import numpy as np
from PIL import Image

from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Sample
from granview.export.overlay import UNNAMED, blend
from granview.export.prediction_export import export_of
from granview.export.predictions.label_map import present_classes
from tests.helpers.store import LABELS

SAID = LabelMap(np.array([[255, 2, 0], [1, 0, 0]], np.uint8))


def test_values_of_the_file_are_class_indices(tmp_path: Path) -> None:
    export = export_of(SAID)
    path = tmp_path / f"said{export.suffix}"
    export.write(path, SAID, Sample("a", ""), LABELS)
    with Image.open(path) as image:
        assert (image.format, image.mode) == ("PNG", "P")
        np.testing.assert_array_equal(np.asarray(image), SAID.labels)


def test_it_is_drawn_in_the_colours_of_its_classes() -> None:
    pixels = np.full((2, 3, 3), 100, np.uint8)
    overlay = export_of(SAID).overlay
    assert overlay is not None
    np.testing.assert_array_equal(overlay(pixels, SAID, LABELS, 0.5), blend(pixels, SAID.labels, LABELS, 0.5))


def test_classes_present_leave_out_void_and_number_the_unknown() -> None:
    entries = present_classes(LabelMap(np.array([[255, 2, 0], [9, 0, 0]], np.uint8)), LABELS)
    assert [(entry.name, entry.color) for entry in entries] == [
        ("background", LABELS.colors[0]),
        ("membrane", LABELS.colors[2]),
        ("9", UNNAMED),
    ]
