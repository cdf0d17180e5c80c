from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch

from granview.zoo.labels import NUM_LABELS
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.training.crops import draw_batch
from granview.zoo.training.loop import Trainer
from granview.zoo.training.loss import class_weights, segmentation_loss
from granview.zoo.training.pool import Pool
from granview.zoo.training.recipes import FIRST, REFINING, Recipe, shortened
from granview.zoo.training.schedule import Cycle, Stage
from tests.helpers.zoo_pool import pool_of, scene_of

TINY = Recipe(
    "tiny",
    "unet",
    {"widths": [4, 8], "stem_stride": 2},
    0.01,
    "For tests.",
    cycles=(Cycle((Stage(4, 2, 32, wide_every=3), Stage(2, 1, 48))), Cycle((Stage(3, 1, 48),), 0.5, weighted=False)),
)
CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def pool() -> Pool:
    scenes = [make_scene(domain, seed, 64, 64) for domain in DOMAINS for seed in range(3)]
    flippable = [index % 2 == 0 for index in range(len(scenes))]
    return pool_of(scenes, flippable)


@pytest.mark.parametrize("until", [3, 6, 7])
def test_a_resumed_run_ends_where_an_uninterrupted_one_does(until: int, pool: Pool, tmp_path: Path) -> None:
    whole = Trainer(TINY, pool, tmp_path / "whole", CPU).run()
    Trainer(TINY, pool, tmp_path / "halves", CPU).run(until=until)
    resumed = Trainer(TINY, pool, tmp_path / "halves", CPU)
    assert resumed.progress.step == until
    again = resumed.run()
    for name, tensor in whole.network.state_dict().items():
        assert torch.equal(tensor, again.network.state_dict()[name]), name


def test_training_lowers_the_loss(pool: Pool, tmp_path: Path) -> None:
    trainer = Trainer(msgspec.structs.replace(TINY, cycles=(Cycle((Stage(60, 4, 32),)),)), pool, tmp_path, CPU)
    losses = [trainer.step() for _ in range(60)]
    assert np.mean(losses[-15:]) < 0.9 * np.mean(losses[:15])


def test_a_batch_depends_on_seed_and_step_alone(pool: Pool) -> None:
    first, again, other = (draw_batch(pool, 7, step, 3, 32) for step in (5, 5, 6))
    assert torch.equal(first[0], again[0])
    assert torch.equal(first[1], again[1])
    assert not torch.equal(first[1], other[1])


def test_images_and_labels_are_cropped_and_mirrored_together() -> None:
    ramp = np.tile(np.arange(64, dtype=np.uint8) % NUM_LABELS, (1, 64, 1)) + np.zeros((1, 64, 1), np.uint8)
    pool = pool_of([scene_of(np.repeat(ramp[0, ..., None], 3, axis=2), ramp[0])], [True])
    for step in range(8):
        images, labels = draw_batch(pool, 1, step, 2, 32)
        pixels = ((images[:, 0] * 0.229 + 0.485) * 255).round().long()
        assert torch.equal(pixels, labels)


def test_the_loss_is_weighted_cross_entropy_plus_dice_and_so_is_its_gradient() -> None:
    torch.manual_seed(0)
    logits = torch.randn(2, NUM_LABELS, 9, 7, requires_grad=True)
    labels, weights = torch.randint(0, 11, (2, 9, 7)), torch.rand(NUM_LABELS)
    loss = segmentation_loss(logits, labels, weights)
    (grad,) = torch.autograd.grad(loss, logits)
    probability = logits.softmax(1)
    hot = torch.nn.functional.one_hot(labels, NUM_LABELS).permute(0, 3, 1, 2)
    overlap, actual = (probability * hot).sum((0, 2, 3)), hot.sum((0, 2, 3))
    dice = (2 * overlap + 1) / (probability.sum((0, 2, 3)) + actual + 1)
    plain = torch.nn.functional.cross_entropy(logits, labels, weights) + 1 - dice[actual > 0].mean()
    torch.testing.assert_close(loss, plain)
    torch.testing.assert_close(grad, torch.autograd.grad(plain, logits)[0])


def test_a_perfect_prediction_costs_almost_nothing() -> None:
    labels = torch.randint(0, NUM_LABELS, (1, 16, 16))
    logits = torch.nn.functional.one_hot(labels, NUM_LABELS).permute(0, 3, 1, 2) * 50.0
    assert segmentation_loss(logits, labels, torch.ones(NUM_LABELS)).item() < 1e-3


def test_rarer_classes_weigh_more() -> None:
    labels = np.repeat(np.arange(3, dtype=np.uint8), (900, 90, 10))
    weights = class_weights(labels)
    assert weights[0] < weights[1] < weights[2]


def test_each_cycle_starts_with_a_fresh_optimiser_at_its_own_rate(pool: Pool, tmp_path: Path) -> None:
    trainer = Trainer(TINY, pool, tmp_path, CPU)
    first_steps, rates = [], []
    for _ in range(TINY.steps):
        trainer.step()
        first_steps.append(next(iter(trainer.optimizer.state.values()))["step"].item())
        rates.append(trainer.optimizer.param_groups[0]["lr"])
    assert first_steps == [1, 2, 3, 4, 5, 6, 1, 2, 3]
    assert (max(rates[:6]), max(rates[6:])) == (pytest.approx(0.01), pytest.approx(0.005))


@pytest.mark.parametrize("weighted", [True, False])
def test_only_weighted_cycles_weigh_rare_classes_more(weighted: bool, pool: Pool, tmp_path: Path) -> None:
    recipe = msgspec.structs.replace(TINY, cycles=(Cycle((Stage(1, 2, 48),), weighted=weighted),))
    trainer = Trainer(recipe, pool, tmp_path, CPU)
    images, labels = draw_batch(pool, recipe.seed, 0, 2, 48)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        logits = trainer.network(images)
    plain, heavy = (
        segmentation_loss(logits, labels, each).item() for each in (torch.ones(NUM_LABELS), trainer.weights)
    )
    assert abs(plain - heavy) > 0.01
    assert trainer.step() == pytest.approx(heavy if weighted else plain, rel=1e-4)


@pytest.mark.parametrize("frozen", [True, False])
def test_frozen_statistics_stay_while_the_weights_move(frozen: bool, pool: Pool, tmp_path: Path) -> None:
    arguments = {"hidden_sizes": [8, 8, 8, 8], "depths": [1, 1, 1, 1], "decoder_hidden_size": 8}
    cycles = (Cycle((Stage(2, 2, 32),), frozen_statistics=frozen),)
    trainer = Trainer(Recipe("tiny", "segformer", arguments, 0.01, "For tests.", cycles=cycles), pool, tmp_path, CPU)
    (norm,) = (module for module in trainer.network.modules() if isinstance(module, torch.nn.BatchNorm2d))
    before = {name: tensor.clone() for name, tensor in norm.state_dict().items()}
    trainer.run()
    after = norm.state_dict()
    assert torch.equal(after["running_mean"], before["running_mean"]) == frozen
    assert not torch.equal(after["weight"], before["weight"])


def test_cycles_follow_one_another() -> None:
    first, second = TINY.cycles
    assert [TINY.cycle_at(step) for step in (0, 5, 6, 8)] == [(first, 0), (first, 5), (second, 0), (second, 2)]
    with pytest.raises(IndexError, match="tiny"):
        TINY.cycle_at(9)


def test_a_shortened_recipe_keeps_its_proportions() -> None:
    short = shortened(msgspec.structs.replace(TINY, cycles=(FIRST, REFINING)), 39)
    assert [[stage.steps for stage in cycle.stages] for cycle in short.cycles] == [[19, 5], [15]]
    assert short.steps == 39


def test_half_of_the_crops_are_placed_on_rare_classes() -> None:
    labels = np.zeros((1, 256, 256), np.uint8)
    labels[0, 200, 200] = 1
    pool = pool_of([scene_of(np.zeros((256, 256, 3), np.uint8), labels[0])], [True])
    hits = np.mean([draw_batch(pool, 3, step, 8, 16)[1].amax((1, 2)).float().mean().item() for step in range(50)])
    assert 0.18 < hits < 0.33
