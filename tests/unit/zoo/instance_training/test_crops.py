import numpy as np
import pytest
import torch

from granview.zoo.instance_training.crops import draw_objects, picture, target_of
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.objects import find_instances
from granview.zoo.things import CLASS_OF
from granview.zoo.training.pool import Pool
from tests.helpers.zoo_pool import pool_of


@pytest.fixture(scope="module")
def pool() -> Pool:
    scenes = [make_scene(domain, seed, 96, 128) for domain in DOMAINS for seed in range(2)]
    return pool_of(scenes, [domain != "road" for domain in DOMAINS for _ in range(2)])


def test_a_batch_depends_on_seed_and_step_alone(pool: Pool) -> None:
    (first, objects), (again, same), (other, _) = (draw_objects(pool, 7, step, 3, 64, 64) for step in (5, 5, 6))
    assert all(torch.equal(one, two) for one, two in zip(first, again, strict=True))
    assert all(torch.equal(one["masks"], two["masks"]) for one, two in zip(objects, same, strict=True))
    assert not torch.equal(torch.stack(first), torch.stack(other))


def test_crops_have_objects_that_lie_in_their_boxes(pool: Pool) -> None:
    for step in range(6):
        for image, target in zip(*draw_objects(pool, 1, step, 2, 64, 80), strict=True):
            assert image.shape == (3, 64, 80)
            assert target["masks"].shape == (len(target["labels"]), 64, 80)
            assert len(target["labels"]) > 0
            for mask, box in zip(target["masks"], target["boxes"].int().tolist(), strict=True):
                left, top, right, bottom = box
                assert mask.sum() == mask[top:bottom, left:right].sum() >= 16
                assert mask[top, left:right].any()
                assert mask[top:bottom, right - 1].any()


def test_a_picture_and_its_objects_as_tensors() -> None:
    scene = make_scene("cells", 1, 96, 128)
    instances = find_instances(scene)
    target = target_of(instances, 96, 128)
    assert target["labels"].tolist() == [CLASS_OF[each.label] for each in instances]
    assert np.array_equal(target["masks"].numpy().astype(bool), np.stack([each.mask for each in instances]))
    assert picture(scene.image).shape == (3, 96, 128)
    assert picture(scene.image).max() <= 1
    empty = target_of((), 96, 128)
    assert [tuple(each.shape) for each in (empty["boxes"], empty["labels"], empty["masks"])] == [
        (0, 4),
        (0,),
        (0, 96, 128),
    ]
