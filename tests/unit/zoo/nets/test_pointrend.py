import pytest
import torch

from granview.zoo.nets.pointrend import PointRend
from granview.zoo.nets.unet import UNet

ARGUMENTS = {"detail_channels": 8, "head_width": 8, "head_depth": 2}


def _network(share: float = 0.1, stem_stride: int = 2) -> PointRend:
    torch.manual_seed(0)
    return PointRend(5, [4, 8], stem_stride, share=share, **ARGUMENTS).eval()


@pytest.mark.parametrize("stem_stride", [2, 4])
@pytest.mark.parametrize("size", [(64, 64), (33, 50)])
def test_logits_have_the_size_of_the_input(size: tuple[int, int], stem_stride: int) -> None:
    with torch.inference_mode():
        assert _network(stem_stride=stem_stride)(torch.rand(2, 3, *size)).shape == (2, 5, *size)


def test_only_the_most_uncertain_pixels_are_decided_anew() -> None:
    network, image = _network(0.1), torch.rand(1, 3, 40, 40)
    with torch.inference_mode():
        plain, refined = network.base(image), network(image)
    changed = (plain != refined).any(1)
    assert changed.sum() == 160
    first, second = plain.topk(2, dim=1).values.unbind(1)
    margin = first - second
    assert margin[changed].max() <= margin[~changed].min()


def test_with_a_share_of_one_every_pixel_is_the_head_s() -> None:
    network, image = _network(1.0), torch.rand(1, 3, 16, 16)
    with torch.no_grad():
        network.head.predictor.weight.zero_()
        network.head.predictor.bias.copy_(torch.arange(5.0))
        assert torch.equal(network(image), torch.arange(5.0).reshape(1, 5, 1, 1).expand(1, 5, 16, 16))


def test_the_base_is_a_trained_u_net_and_learns_nothing() -> None:
    torch.manual_seed(1)
    unet, network = UNet(5, [4, 8], 2).eval(), _network()
    network.start_from(unet.state_dict())
    image, labels = torch.rand(1, 3, 32, 32), torch.zeros(1, 32, 32, dtype=torch.int64)
    assert torch.equal(network.base(image), unet(image))
    logits, wanted = network.point_logits(image, labels, 20)
    assert logits.shape == (1, 5, 20)
    assert wanted.shape == (1, 20)
    logits.sum().backward()
    assert all(weight.grad is None for weight in network.base.parameters())
    assert all(weight.grad is not None for weight in network.head.parameters())
