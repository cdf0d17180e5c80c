import numpy as np
import pytest
import torch
from torchvision import models

from granview.core.errors import UnsupportedModel
from granview.core.run_params import RunParams

TASK = "image-classification"
SMALLEST = "squeezenet1_1"
BUILDERS = (
    "efficientnet_b0",
    "googlenet",
    "inception_v3",
    "mnasnet0_5",
    "mobilenet_v2",
    "mobilenet_v3_small",
    "regnet_y_400mf",
    "resnet18",
    "shufflenet_v2_x0_5",
    "squeezenet1_1",
)
"""The small ones of every sort: those with second heads, with versions, and with widths of their own."""


def built(builder, classes, **options):
    torch.manual_seed(0)
    if builder in ("inception_v3", "googlenet"):
        options = {"aux_logits": True, "init_weights": False, "transform_input": True}
    return models.get_model(builder, weights=None, num_classes=classes, **options).eval()


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_family_agrees_with_its_own_transforms_and_softmax(builder, tmp_path, picture, load):
    network, path = built(builder, 7), tmp_path / "weights.pth"
    torch.save(network.state_dict(), path)
    adapter = load(f"torchvision:{builder}@{path}", task=TASK)
    path.unlink()
    transforms = models.get_model_weights(builder).DEFAULT.transforms()
    with torch.inference_mode():
        expected = network(transforms(torch.from_numpy(picture).permute(2, 0, 1))[None])[0].softmax(0)
    output = adapter.forward(adapter.preprocess([picture]))
    (found,) = adapter.postprocess(output, [picture.shape[:2]], RunParams())
    np.testing.assert_allclose(found.prediction.scores, expected.numpy(), atol=1e-5)
    assert adapter.facts.params == sum(parameter.numel() for parameter in network.parameters())
    assert len(adapter.facts.labels) == 7


def test_the_heads_of_large_families_are_found_too():
    from granview.models.loading.torchvision_kinds import CLASSIFICATION

    for builder in ("vgg11", "maxvit_t", "convnext_tiny", "densenet121", "swin_t", "alexnet", "vit_b_32"):
        with torch.device("meta"):
            state = models.get_model(builder, weights=None, num_classes=7).state_dict()
        assert CLASSIFICATION.count_outputs(state) == 7, builder


def test_pictures_of_every_size_share_a_batch(tmp_path, picture, load):
    path = tmp_path / "weights.pth"
    torch.save(built(SMALLEST, 5).state_dict(), path)
    adapter = load(f"torchvision:{SMALLEST}@{path}", task=TASK)
    assert adapter.batch_key((10, 20)) == adapter.batch_key((30, 40))
    assert adapter.preprocess([picture, picture[:50]]).shape == (2, 3, 224, 224)


def test_a_builder_of_another_kind_is_refused(load):
    with pytest.raises(UnsupportedModel, match="torchvision has no classifier 'fcn_resnet50'"):
        load("torchvision:fcn_resnet50", task=TASK)


def test_a_file_of_inception_says_which_brightness_it_is_taken_to_expect(tmp_path, load):
    path = tmp_path / "weights.pth"
    torch.save(built("googlenet", 5).state_dict(), path)
    notices = load(f"torchvision:googlenet@{path}", task=TASK).facts.notices
    assert any("expect brightness from -1 to 1" in notice for notice in notices)
