"""Where two label maps differ: shares, words, and what cannot be compared."""

import numpy as np
import pytest

from granview.core.labels import ClassMap, LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.gui.presenters.picture_presenter import DifferenceSide
from granview.gui.presenters.pictures.label_map_difference import label_map_difference
from tests.helpers.canvas import SHAPES, flat_map, halves

Side = DifferenceSide[LabelMap]


def side(title: str, label_map: LabelMap, labels: LabelSet = SHAPES, **others: object) -> Side:
    return Side(title, label_map, labels, **others)  # type: ignore[arg-type]


def shares(left: Side, right: Side, reference: Side | None = None) -> dict[str, float | None]:
    job = label_map_difference(left, right, reference)
    assert not isinstance(job, str)
    return {row.text: row.share for row in job().rows}


def test_the_reference_tells_who_is_right() -> None:
    truth = side("Reference", halves(8, 2, 1, 2), is_reference=True)
    found = shares(side("a", flat_map(8, 2, 1)), side("b", flat_map(8, 2, 2)), truth)
    assert found == {"Only a right": 0.5, "Only b right": 0.5, "Both wrong": 0.0, "Both right": 0.0}


def test_without_a_reference_maps_are_the_same_or_different() -> None:
    found = shares(side("a", flat_map(8, 2, 1)), side("b", halves(8, 2, 1, 2)))
    assert found == {"Different": 0.5, "Same": 0.5}


def test_classes_are_compared_by_name_or_as_they_were_scored() -> None:
    other = LabelSet(("line", "disc"), ((1, 1, 1), (2, 2, 2)))
    assert shares(side("a", flat_map(4, 4, 2)), side("b", flat_map(4, 4, 0), other))["Same"] == 1.0
    mapped = side("b", flat_map(4, 4, 2), class_map=ClassMap((0, 2, 1)))
    assert shares(side("a", flat_map(4, 4, 1)), mapped)["Same"] == 1.0


def test_void_of_the_reference_is_not_counted() -> None:
    truth = side("Reference", flat_map(4, 4, 255), is_reference=True)
    assert set(shares(side("a", flat_map(4, 4, 1)), side("b", flat_map(4, 4, 2)), truth).values()) == {None}


def test_a_reference_is_compared_with_a_lane() -> None:
    truth = side("Reference", halves(8, 2, 1, 255), is_reference=True)
    assert shares(side("a", flat_map(8, 2, 2)), truth, truth)["Only Reference right"] == 1.0


@pytest.mark.parametrize("place", ["right", "reference"])
def test_maps_of_unequal_size_are_not_compared_and_that_is_said(place: str) -> None:
    same, other = side("a", flat_map(8, 8, 1)), side("b", flat_map(4, 8, 1))
    found = label_map_difference(same, other if place == "right" else same, other if place == "reference" else None)
    assert isinstance(found, str)
    assert "differ in size" in found


def test_maps_of_16_bits_are_compared_with_those_of_8() -> None:
    wide = LabelMap(np.full((4, 4), 1, np.uint16))
    assert shares(side("a", wide), side("b", flat_map(4, 4, 1)))["Same"] == 1.0
