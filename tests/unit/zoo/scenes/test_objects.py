import numpy as np
import pytest

from granview.zoo.labels import Label
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.objects import MIN_VISIBLE_PX, find_instances
from granview.zoo.scenes.paint import Canvas
from granview.zoo.scenes.scene import Scene
from granview.zoo.scenes.shapes import box
from granview.zoo.things import THINGS

KINDS = {
    "cells": {Label.CELL, Label.NUCLEUS},
    "road": {Label.VEHICLE, Label.POLE},
    "surface": {Label.CRACK, Label.SCRATCH, Label.PIT},
}


def _photograph(canvas: Canvas) -> Scene:
    return canvas.scene(np.zeros((canvas.height, canvas.width, 3), np.uint8))


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(40, 60)


def test_every_domain_knows_its_objects() -> None:
    for domain in DOMAINS:
        found = {each.label for seed in range(3) for each in find_instances(make_scene(domain, seed, 200, 260))}
        assert found == KINDS[domain]
    assert set().union(*KINDS.values()) == set(THINGS)


def test_touching_cells_are_separate_instances(canvas: Canvas) -> None:
    for left in (5, 20):
        with canvas.thing(Label.CELL):
            canvas.fill(Label.CELL, box(left, 5, left + 14, 20))
    first, second = find_instances(_photograph(canvas))
    assert first.box_xyxy == (5, 5, 20, 21)
    assert second.box_xyxy == (20, 5, 35, 21)
    assert not (first.mask & second.mask).any()


def test_only_what_is_seen_counts(canvas: Canvas) -> None:
    for left in (5, 12):
        with canvas.thing(Label.VEHICLE):
            canvas.fill(Label.VEHICLE, box(left, 5, left + 14, 20))
    behind, front = find_instances(_photograph(canvas))
    assert behind.box_xyxy == (5, 5, 12, 21)
    assert (behind.area_px, front.area_px) == (7 * 16, 15 * 16)


def test_a_hidden_object_is_no_instance(canvas: Canvas) -> None:
    for _ in range(2):
        with canvas.thing(Label.PIT):
            canvas.fill(Label.PIT, box(5, 5, 20, 20))
    scene = _photograph(canvas)
    assert scene.kinds == (Label.PIT, Label.PIT)
    assert len(find_instances(scene)) == 1


def test_what_belongs_to_no_object_covers_objects(canvas: Canvas) -> None:
    with canvas.thing(Label.SCRATCH):
        canvas.stroke(Label.SCRATCH, np.array([[2, 10], [50, 10]], np.float32), 2)
    canvas.fill(Label.BACKGROUND, box(20, 0, 30, 30))
    (scratch,) = find_instances(_photograph(canvas))
    assert scratch.box_xyxy[0] <= 2
    assert scratch.box_xyxy[2] >= 50
    assert not scratch.mask[:, 20:31].any()


def test_a_nucleus_is_an_instance_and_part_of_its_cell(canvas: Canvas) -> None:
    with canvas.thing(Label.CELL):
        canvas.fill(Label.CELL, box(5, 5, 35, 30))
        canvas.fill(Label.NUCLEUS, box(10, 10, 20, 20))
    cell, nucleus = find_instances(_photograph(canvas))
    assert (cell.label, nucleus.label) == (Label.CELL, Label.NUCLEUS)
    assert (cell.mask & nucleus.mask).sum() == nucleus.area_px == 121


def test_specks_are_not_counted(canvas: Canvas) -> None:
    for x, side in ((5, 2), (20, 3), (40, 4)):
        with canvas.thing(Label.PIT):
            canvas.fill(Label.PIT, box(x, 5, x + side - 1, 5 + side - 1))
    (found,) = find_instances(_photograph(canvas))
    assert found.area_px == MIN_VISIBLE_PX == 16


@pytest.mark.parametrize("domain", DOMAINS)
def test_instances_lie_on_pixels_of_their_class_or_its_parts(domain: str) -> None:
    inside = {Label.CELL: {Label.CELL, Label.NUCLEUS, Label.MEMBRANE, Label.GRANULE}}
    scene = make_scene(domain, 4, 160, 200)
    for each in find_instances(scene):
        assert set(np.unique(scene.labels[each.mask])) <= inside.get(each.label, {each.label})
        left, top, right, bottom = each.box_xyxy
        assert each.mask[top:bottom, left:right].sum() == each.area_px


def test_a_window_keeps_the_numbers_of_objects() -> None:
    scene = make_scene("cells", 2, 160, 200)
    part = scene.window(slice(40, 100), slice(50, 150))
    assert part.kinds == scene.kinds
    assert np.array_equal(part.owners, scene.owners[40:100, 50:150])
