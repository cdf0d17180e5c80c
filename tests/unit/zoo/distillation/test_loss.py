"""The divergence from a teacher, against torch's own of categorical distributions."""

import pytest
import torch
from torch import Tensor
from torch.distributions import Categorical, kl_divergence

from granview.zoo.distillation.loss import soft_target_loss


def logits(seed: int, *shape: int) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed)) * 3


@pytest.mark.parametrize("temperature", [1.0, 2.0, 5.0])
def test_it_is_the_divergence_of_softened_probabilities_times_the_temperature_squared(temperature: float) -> None:
    student, teacher = logits(0, 12, 7), logits(1, 12, 7)
    rows = kl_divergence(Categorical(logits=teacher / temperature), Categorical(logits=student / temperature))
    torch.testing.assert_close(soft_target_loss(student, teacher, temperature), temperature**2 * rows.mean())


def test_pixels_count_by_their_share() -> None:
    student, teacher = logits(0, 2, 5, 3, 4), logits(1, 2, 5, 3, 4)
    share = torch.rand(2, 3, 4, generator=torch.Generator().manual_seed(2))
    share /= share.sum()
    last = [each.movedim(1, -1) / 2 for each in (student, teacher)]
    rows = kl_divergence(Categorical(logits=last[1]), Categorical(logits=last[0]))
    torch.testing.assert_close(soft_target_loss(student, teacher, 2.0, share), 4 * (rows * share).sum())


def test_it_is_nothing_where_both_say_the_same_and_so_is_its_gradient() -> None:
    student = logits(0, 9, 4).requires_grad_()
    loss = soft_target_loss(student, student.detach() + 1.0, 2.0)
    assert loss.item() == pytest.approx(0, abs=1e-6)
    (grad,) = torch.autograd.grad(loss, student)
    assert grad.abs().max() < 1e-6


def test_the_gradient_is_as_large_as_that_of_a_cross_entropy_at_any_temperature() -> None:
    student, teacher = logits(0, 64, 8).requires_grad_(), logits(1, 64, 8)
    hard = torch.nn.functional.cross_entropy(student, teacher.softmax(1))
    largest = torch.autograd.grad(hard, student)[0].norm()
    for temperature in (1.0, 2.0, 8.0):
        (grad,) = torch.autograd.grad(soft_target_loss(student, teacher, temperature), student)
        assert 0.3 < (grad.norm() / largest).item() < 3


def test_half_precision_is_reckoned_in_single() -> None:
    student, teacher = logits(0, 5, 3).bfloat16(), logits(1, 5, 3).bfloat16()
    assert soft_target_loss(student, teacher, 2.0).dtype == torch.float32
