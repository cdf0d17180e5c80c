"""A teacher of the embedded zoo: unchanged, without gradients, named by a card."""

import pytest
import torch
from torch import nn

from granview.core.resources import resource_path
from granview.zoo.card import read_card
from granview.zoo.distillation.distillation import Distillation
from granview.zoo.distillation.teacher import Teacher, distilled_from, open_teacher
from granview.zoo.load import load_network

CPU = torch.device("cpu")
SOFT = Distillation("unet-nano", "unet-nano", alpha=0.25, temperature=2.0)


def test_a_teacher_is_only_asked() -> None:
    teacher = Teacher(SOFT, nn.Sequential(nn.Dropout(0.5), nn.Linear(3, 2)))
    outputs = [teacher.outputs(lambda network: network(torch.ones(4, 3))) for _ in range(2)]
    assert torch.equal(*outputs)
    assert not outputs[0].requires_grad
    assert not any(weight.requires_grad for weight in teacher.network.parameters())


def test_its_share_of_the_loss_is_alpha() -> None:
    teacher = Teacher(SOFT, nn.Identity())
    assert teacher.blended(torch.tensor(8.0), torch.tensor(4.0)).item() == 7


def test_soft_targets_need_a_temperature() -> None:
    teacher = Teacher(Distillation("fsrcnn-nano", "edsr-base", temperature=None), nn.Identity())
    with pytest.raises(ValueError, match="edsr-base"):
        teacher.blended_with_soft_targets(torch.tensor(1.0), torch.zeros(1, 2), torch.zeros(1, 2))


def test_it_is_loaded_from_the_embedded_zoo_and_told_by_its_weights() -> None:
    teacher = open_teacher(SOFT, load_network, CPU)
    assert teacher is not None
    assert not teacher.network.training
    taught = distilled_from(SOFT)
    assert taught is not None
    assert taught.teacher_sha256 == read_card(resource_path("zoo") / "unet-nano").sha256
    assert (taught.student, taught.teacher, taught.alpha, taught.temperature) == ("unet-nano", "unet-nano", 0.25, 2.0)


def test_a_recipe_without_one_has_none() -> None:
    assert open_teacher(None, load_network, CPU) is None
    assert distilled_from(None) is None
