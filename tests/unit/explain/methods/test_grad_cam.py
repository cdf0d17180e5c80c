import numpy as np
import pytest
import torch
from torch import Tensor, nn

from granview.core.errors import ArgumentError, ModelError, UnsupportedModel
from granview.core.explain_query import BoxPlace, ExplainQuery, PointPlace
from granview.explain.attention.recorder import Cancelled
from granview.explain.explainer import explain, facts_of
from granview.explain.geometry.image_view import ImageView
from granview.explain.prepared_sample import PreparedSample, prepare
from granview.explain.subject import Subject
from granview.zoo.nets.fcn import Fcn
from granview.zoo.nets.unet import UNet
from tests.helpers.explained import prepared, prepared_with_classes

FEATURES = torch.tensor([[[1.0, 2.0], [3.0, 4.0]], [[4.0, 0.0], [0.0, 2.0]]])
HEAD = torch.tensor([[1.0, -0.5], [-1.0, 1.0], [0.0, 0.0]])


class ByHand(nn.Module):
    """Two maps that are the image's first two channels, halved in size, and three classes made of them."""

    def __init__(self, pooled: bool) -> None:
        super().__init__()
        self.features = nn.Conv2d(3, 2, 2, stride=2, bias=False)
        self.aux_head = nn.Conv2d(2, 7, 1)
        self.pooled = pooled
        with torch.no_grad():
            self.features.weight.zero_()
            self.features.weight[0, 0] = self.features.weight[1, 1] = 0.25

    def forward(self, image: Tensor) -> Tensor:
        maps = self.features(image)
        self.aux_head(maps)
        if self.pooled:
            return maps.mean((2, 3)) @ HEAD.T
        return torch.einsum("kc,nchw->nkhw", HEAD, maps)


def by_hand(pooled: bool) -> PreparedSample:
    image = torch.zeros(1, 3, 4, 4)
    image[0, :2] = FEATURES.repeat_interleave(2, 1).repeat_interleave(2, 2)
    return prepare(Subject(ByHand(pooled).eval(), {"": image}, ImageView((8, 8), (4, 4))))


def ready(network: nn.Module, height: int = 64, width: int = 96) -> PreparedSample:
    with torch.inference_mode():
        image = torch.randn(1, 3, height, width)
    return prepare(Subject(network.eval(), {"": image}, ImageView((height, width), (height, width))))


def test_a_classifier_worked_out_by_hand() -> None:
    # The gradient of class 0's score is head / 4 at every cell; its mean weighs the maps: relu(F0 / 4 − F1 / 8).
    found = explain(by_hand(pooled=True), ExplainQuery("grad-cam", target=0))
    np.testing.assert_allclose(found.weights.values, [[0, 0.5], [0.75, 0.75]], atol=1e-6)
    assert explain(by_hand(pooled=True), ExplainQuery("grad-cam")).target == 0


def test_a_segmentation_sums_its_class_over_the_region() -> None:
    # Class 1 over the left column: its gradient is the head at two of four cells, on average head / 2.
    left = BoxPlace(0, 0, 4, 8)
    found = explain(by_hand(pooled=False), ExplainQuery("grad-cam", left, target=1))
    np.testing.assert_allclose(found.weights.values, [[1.5, 0], [0, 0]], atol=1e-6)
    # Without a place: over the pixels predicted as class 0, which are all but the upper left.
    found = explain(by_hand(pooled=False), ExplainQuery("grad-cam"))
    np.testing.assert_allclose(found.weights.values, 3 / 4 * np.array([[0, 2], [3, 3]]), atol=1e-6)
    assert found.target == 0


def test_the_class_under_the_cursor_is_explained() -> None:
    assert explain(by_hand(pooled=False), ExplainQuery("grad-cam", PointPlace(1, 1))).target == 1
    assert explain(by_hand(pooled=False), ExplainQuery("grad-cam", PointPlace(1, 7))).target == 0
    by_point = explain(by_hand(pooled=False), ExplainQuery("grad-cam", PointPlace(1, 7)))
    by_class = explain(by_hand(pooled=False), ExplainQuery("grad-cam", target=0))
    np.testing.assert_array_equal(by_point.weights.values, by_class.weights.values)
    with pytest.raises(ArgumentError, match="from 0 to 2"):
        explain(by_hand(pooled=False), ExplainQuery("grad-cam", target=3))


@pytest.mark.parametrize(
    ("network", "best"),
    [(UNet(4, (8, 16, 32)), "down.1"), (Fcn(4, (8, 16, 16, 32)), "body")],
)
def test_the_zoos_networks_have_their_deepest_layer_chosen(network: nn.Module, best: str) -> None:
    sample = ready(network)
    assert sample.target_layers[0] == best
    found = explain(sample, ExplainQuery("grad-cam"))
    assert found.weights.values.shape == ((16, 24) if best == "down.1" else (8, 12))
    assert found.notices == (f"Grad-CAM looks at {best}.",)


def test_another_layer_can_be_chosen() -> None:
    sample = ready(UNet(4, (8, 16, 32)))
    assert facts_of(sample).target_layers == ("down.1", "up.0", "up.1")
    assert explain(sample, ExplainQuery("grad-cam", target_layer="up.1")).weights.values.shape == (64, 96)
    with pytest.raises(ArgumentError, match=r"Known: down\.1, up\.0, up\.1"):
        explain(sample, ExplainQuery("grad-cam", target_layer="head"))


@pytest.mark.parametrize(
    ("name", "best"), [("resnet18", "layer4"), ("fcn", "backbone.layer4"), ("deeplab", "backbone.16")]
)
def test_torchvisions_networks_have_the_end_of_their_backbone_chosen(name: str, best: str) -> None:
    from torchvision.models import resnet18
    from torchvision.models.segmentation import deeplabv3_mobilenet_v3_large, fcn_resnet50

    none = {"weights": None, "num_classes": 5}
    build = {
        "resnet18": lambda: resnet18(**none),
        "fcn": lambda: fcn_resnet50(weights_backbone=None, aux_loss=True, **none),
        "deeplab": lambda: deeplabv3_mobilenet_v3_large(weights_backbone=None, **none),
    }[name]
    sample = ready(build())
    assert sample.target_layers[0] == best
    assert not any("aux" in layer for layer in sample.target_layers)
    found = explain(sample, ExplainQuery("grad-cam")).weights.values
    assert np.isfinite(found).all()
    assert found.min() >= 0


def test_cells_that_stand_for_padding_reach_beyond_the_image() -> None:
    found = explain(ready(UNet(4, (8, 16, 32)), 63, 94), ExplainQuery("grad-cam"))
    assert found.weights.values.shape == (16, 24)
    assert found.weights.box_xyxy_px == pytest.approx((0, 0, 96, 64))


def test_it_serves_what_convolves_behind_its_attention() -> None:
    segformer = prepared_with_classes("segformer")
    assert explain(segformer, ExplainQuery("grad-cam", PointPlace(50, 40))).weights.values.shape == (16, 24)
    with pytest.raises(UnsupportedModel, match="no convolutional layer behind its attention"):
        explain(prepared_with_classes("vit"), ExplainQuery("grad-cam"))
    with pytest.raises(UnsupportedModel, match="explains images"):
        explain(prepared_with_classes("bert"), ExplainQuery("grad-cam"))
    with pytest.raises(UnsupportedModel, match="no logits"):
        explain(prepared("swin"), ExplainQuery("grad-cam"))


def test_a_layer_that_the_class_does_not_depend_on_is_told() -> None:
    class Aside(ByHand):
        def forward(self, image: Tensor) -> Tensor:
            self.features(image)
            return image[:, :, ::2, ::2] * 2

    sample = prepare(Subject(Aside(False).eval(), {"": torch.randn(1, 3, 4, 4)}, ImageView((4, 4), (4, 4))))
    with pytest.raises(ModelError, match="does not depend on the layer features"):
        explain(sample, ExplainQuery("grad-cam"))


def test_a_layer_that_is_computed_for_nothing_is_passed_over() -> None:
    class Aside(ByHand):
        def __init__(self) -> None:
            super().__init__(False)
            self.idle = nn.Conv2d(2, 64, 1)

        def forward(self, image: Tensor) -> Tensor:
            self.idle(self.features(image))
            return super().forward(image)

    sample = prepare(Subject(Aside().eval(), {"": torch.randn(1, 3, 4, 4)}, ImageView((4, 4), (4, 4))))
    assert sample.target_layers == ("idle", "features")
    assert explain(sample, ExplainQuery("grad-cam")).notices == ("Grad-CAM looks at features.",)


def test_it_is_given_up_between_layers() -> None:
    sample = ready(UNet(4, (8, 16, 32)))
    calls = iter([False] * 5)
    with pytest.raises(Cancelled):
        explain(sample, ExplainQuery("grad-cam"), lambda: next(calls, True))


def test_a_convolutional_network_has_no_attention() -> None:
    reasons = {method.name: method.why_not for method in facts_of(ready(UNet(4, (8, 16)))).methods}
    for name in ("attention", "mean-attention", "rollout", "relevance"):
        assert "no attention" in reasons[name]
    assert reasons["grad-cam"] == ""
