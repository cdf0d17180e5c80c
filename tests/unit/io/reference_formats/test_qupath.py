"""QuPath's GeoJSON: outlines with holes and several parts, classes, what has no area, damage."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from granview.core import rle
from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from tests.helpers.coco import SIZE, write_pictures

FRAME = Frame(*SIZE)


def ring(left: float, top: float, side: float) -> list[list[float]]:
    return [[left, top], [left + side, top], [left + side, top + side], [left, top + side], [left, top]]


def feature(kind: str, coordinates: Any, name: str | None = "Tumor") -> dict[str, Any]:
    classes = {} if name is None else {"classification": {"name": name, "color": [200, 0, 0]}}
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "id": "x", "geometry": geometry, "properties": {"objectType": "annotation", **classes}}


def write(path: Path, *features: dict[str, Any]) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def read(path: Path, wanted: type[Any] = ReferenceInstances) -> Any:
    truth = read_truth(Reference(str(path)), FRAME, wanted=wanted)
    assert isinstance(truth, wanted)
    return truth


def test_holes_are_no_part_of_a_polygon(tmp_path: Path) -> None:
    path = write(tmp_path / "a.geojson", feature("Polygon", [ring(2, 2, 20), ring(6, 6, 5), ring(15, 15, 3)]))
    truth = read(path)
    assert rle.areas(truth.instances.masks).tolist() == [400 - 25 - 9]
    inside = rle.decode(truth.instances.masks[0])
    assert not inside[8, 8]
    assert inside[3, 3]


def test_several_parts_are_one_object(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.geojson", feature("MultiPolygon", [[ring(2, 2, 5)], [ring(20, 20, 10), ring(24, 24, 2)]])
    )
    assert rle.areas(read(path).instances.masks).tolist() == [25 + 96]


def test_classes_are_those_of_the_folder_and_what_has_none_is_an_object(tmp_path: Path) -> None:
    write(tmp_path / "b.geojson", feature("Polygon", [ring(1, 1, 2)], "Stroma"))
    path = write(tmp_path / "a.geojson", feature("Polygon", [ring(1, 1, 2)]), feature("Polygon", [ring(9, 9, 4)], None))
    truth = read(path)
    assert truth.label_set.names == ("Stroma", "Tumor", "object")
    assert truth.instances.class_ids.tolist() == [1, 2]


def test_the_same_file_is_a_mask_of_classes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.geojson", feature("Polygon", [ring(2, 2, 10)]))
    truth = read(path, ReferenceMask)
    assert truth.label_set.names == ("background", "Tumor")
    assert np.bincount(truth.labels.ravel()).tolist() == [SIZE[0] * SIZE[1] - 100, 100]


def test_a_file_belongs_to_the_picture_of_its_name(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png", "ü.png")
    write(tmp_path / "ü.geojson", feature("Polygon", [ring(2, 2, 10)]))
    samples = {Path(event.path).name: event for event in find_samples([tmp_path]) if isinstance(event, Sample)}
    assert samples["a.png"].reference is None
    assert samples["ü.png"].reference is not None
    assert len(read(Path(samples["ü.png"].reference.path)).instances) == 1


def test_lists_and_single_features_are_read_too(tmp_path: Path) -> None:
    for content in ([feature("Polygon", [ring(2, 2, 10)])], feature("Polygon", [ring(2, 2, 10)])):
        path = tmp_path / "a.geojson"
        path.write_text(json.dumps(content))
        assert len(read(path).instances) == 1
        path.unlink()


def test_points_and_lines_are_counted(tmp_path: Path) -> None:
    others = [feature("Point", [1, 2]), feature("LineString", [[1, 2], [3, 4]]), feature("Point", [1, 2])]
    truth = read(write(tmp_path / "a.geojson", feature("Polygon", [ring(2, 2, 10)]), *others))
    assert truth.notices == ("a.geojson: 2 points, 1 line left alone, without an area.",)


DAMAGED = [
    (feature("Polygon", [[[1, 1], [2, 2]]]), "Its polygon has fewer than three points."),
    (feature("Polygon", "all"), "Its coordinates are not those of its sort of geometry."),
    (feature("Circle", []), "Geometries of the sort 'Circle' are not read."),
    (feature("Polygon", [ring(9000, 2, 9)]), "A polygon lies outside of the picture's 60 x 40 px"),
    ({"type": "Feature", "geometry": None}, "It has no geometry."),
]


@pytest.mark.parametrize(("damaged", "words"), DAMAGED, ids=[words for _, words in DAMAGED])
def test_a_feature_that_cannot_be_used_costs_itself_alone(tmp_path: Path, damaged: dict[str, Any], words: str) -> None:
    truth = read(write(tmp_path / "a.geojson", feature("Polygon", [ring(2, 2, 10)]), damaged))
    assert len(truth.instances) == 1
    assert truth.notices[0].startswith(f"a.geojson: the feature 2 is left out. {words}")


@pytest.mark.parametrize("content", [b'{"type": "FeatureCollection", "features": [', b'{"features": 3}', b"[NaN]"])
def test_a_damaged_file_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.geojson"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"a\.geojson is not"):
        read(path)
