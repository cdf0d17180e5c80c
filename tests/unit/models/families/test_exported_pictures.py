"""Each against torch on the same weights."""

import warnings

import numpy as np
import pytest
import torch
from onnxruntime.quantization import quantize_dynamic
from torch import nn
from torch.nn.functional import interpolate

from granview.core.errors import ModelError, UnsupportedModel
from granview.core.exported_model import Description, InputDescription, OutputDescription
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.variant import Variant
from granview.io.exported.description_file import write_description
from granview.io.trusted_code import trust
from granview.models.load import load_adapter
from tests.helpers.exported_networks import save_constants, save_convolution, save_means

RANDOM = np.random.default_rng(0)
PICTURE = RANDOM.integers(0, 256, (24, 40, 3), dtype=np.uint8)
OTHER = RANDOM.integers(0, 256, (24, 40, 3), dtype=np.uint8)
CLASSES = ("a", "b", "c", "d")


def load(path, task, variant="fp32"):
    spec = LaneSpec("x", str(path), Variant.parse(variant), "cpu", task)
    return load_adapter(spec, lambda what, share: None)


def says(adapter, *pictures, params=RunParams()):  # noqa: B008
    batch = adapter.preprocess(pictures, params)
    return adapter.postprocess(adapter.forward(batch), [picture.shape[:2] for picture in pictures], params)


def predictions(adapter, *pictures, params=RunParams()):  # noqa: B008
    return [output.prediction for output in says(adapter, *pictures, params=params)]


@pytest.fixture(scope="module")
def conv():
    torch.manual_seed(0)
    return nn.Conv2d(3, 4, 3, padding=1).eval()


def described(path, task, output, **how):
    write_description(path, Description(task, output, InputDescription(**how)))
    return path


def normalised(picture, mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0)):
    values = torch.from_numpy(picture).permute(2, 0, 1)[None].float() / 255
    return (values - torch.tensor(mean)[:, None, None]) / torch.tensor(std)[:, None, None]


def test_a_file_in_int8_is_not_said_to_run_in_fp32(tmp_path, conv):
    quantize_dynamic(save_convolution(tmp_path / "a.onnx", conv), tmp_path / "b.onnx")
    path = described(tmp_path / "b.onnx", "image-segmentation", OutputDescription("logits", ("logits",), CLASSES))
    assert load(path, "image-segmentation").facts.ran.precision == "int8"


def test_logits_for_each_px_are_the_label_map_of_torch(tmp_path, conv):
    path = save_convolution(tmp_path / "a.onnx", conv)
    mean, std = (0.4, 0.5, 0.6), (0.2, 0.3, 0.4)
    described(path, "image-segmentation", OutputDescription("logits", ("logits",), CLASSES), mean=mean, std=std)
    adapter = load(path, "image-segmentation")
    for picture, told in zip((PICTURE, OTHER), predictions(adapter, PICTURE, OTHER), strict=True):
        with torch.no_grad():
            expected = conv(normalised(picture, mean, std))[0].argmax(0)
        assert np.array_equal(told.labels, expected.numpy())
    assert adapter.facts.labels.names == CLASSES
    assert adapter.facts.params == 4 * 3 * 9 + 4
    assert adapter.facts.ran.engine.startswith("onnxruntime ")
    assert adapter.count_flops(adapter.preprocess([PICTURE])) is None
    assert "nothing of it can be explained" in adapter.why_not_explained
    assert adapter.facts.notices == ()


def test_without_a_description_the_guess_is_told(tmp_path, conv):
    adapter = load(save_convolution(tmp_path / "a.onnx", conv), "image-segmentation")
    assert adapter.facts.labels.names == ("class 0", "class 1", "class 2", "class 3")
    assert "a.onnx has no description; it is guessed." in adapter.facts.notices[0]


@pytest.mark.parametrize("resize", ["stretch", "letterbox", "crop"])
def test_pictures_come_to_the_networks_size_and_their_labels_back(tmp_path, resize):
    """A network that says where it is bright, over a picture whose left half is."""
    bright = nn.Conv2d(3, 1, 1)
    with torch.no_grad():
        bright.weight.fill_(1.0)
        bright.bias.fill_(-1.5)
    path = save_convolution(tmp_path / "a.onnx", bright, (1, 3, 32, 32), "mask")
    output = OutputDescription("logits", ("mask",), ("dark", "bright"))
    described(path, "image-segmentation", output, size=(32, 32), resize=resize)
    picture = np.zeros((40, 80, 3), np.uint8)
    picture[:, :40] = 255
    (label_map,) = predictions(load(path, "image-segmentation"), picture)
    assert label_map.labels.shape == (40, 80)
    assert label_map.labels[:, 24:36].all()
    assert not label_map.labels[:, 44:56].any()


def test_sides_are_filled_up_to_a_multiple_and_cut_again(tmp_path, conv):
    path = save_convolution(tmp_path / "a.onnx", conv)
    described(path, "image-segmentation", OutputDescription("logits", (), CLASSES), multiple=32)
    adapter = load(path, "image-segmentation")
    assert adapter.preprocess([PICTURE]).shape == (1, 3, 32, 64)
    (told,) = predictions(adapter, PICTURE)
    with torch.no_grad():
        expected = conv(normalised(PICTURE))[0].argmax(0).numpy()
    assert np.array_equal(told.labels[:23, :39], expected[:23, :39])


def test_channels_last_and_blue_first(tmp_path, conv):
    nodes = tmp_path / "a.onnx"
    save_convolution(nodes, conv)
    described(nodes, "image-segmentation", OutputDescription("logits", (), CLASSES), channels="BGR")
    adapter = load(nodes, "image-segmentation")
    (told,) = predictions(adapter, PICTURE[..., ::-1].copy())
    with torch.no_grad():
        assert np.array_equal(told.labels, conv(normalised(PICTURE))[0].argmax(0).numpy())
    how = InputDescription(layout="NHWC", channels="grey", mean=(0.0,), std=(1.0,))
    from granview.models.exported.picture_input import PictureInput

    assert PictureInput(how).batch([PICTURE, OTHER]).shape == (2, 24, 40, 1)


def test_whole_numbers_for_each_px_are_its_class_and_none_beyond_those_that_are_named(tmp_path):
    labels = RANDOM.integers(0, 3, (1, 24, 40))
    path = save_constants(tmp_path / "a.onnx", (1, 3, "h", "w"), mask=labels)
    described(path, "image-segmentation", OutputDescription("label-map", ("mask",), ("a", "b", "c")))
    (told,) = predictions(load(path, "image-segmentation"), PICTURE)
    assert np.array_equal(told.labels, labels[0])
    described(path, "image-segmentation", OutputDescription("label-map", ("mask",), ("a", "b")))
    with pytest.raises(ModelError, match="says class 2, but 2 are named"):
        says(load(path, "image-segmentation"), PICTURE)


def test_a_classifier_gives_the_softmax_of_torch(tmp_path):
    torch.manual_seed(1)
    linear = nn.Linear(3, 5)
    path = save_means(tmp_path / "a.onnx", linear.weight.detach(), linear.bias.detach(), (1, 3, 24, 40))
    described(path, "image-classification", OutputDescription("logits", (), tuple("vwxyz")))
    adapter = load(path, "image-classification")
    told = predictions(adapter, PICTURE, OTHER)
    with torch.no_grad():
        expected = linear(torch.cat([normalised(PICTURE), normalised(OTHER)]).mean((2, 3))).softmax(-1)
    np.testing.assert_allclose([one.scores for one in told], expected, atol=1e-6)


def test_boxes_of_torchvisions_kind_come_back_to_the_picture(tmp_path):
    boxes, labels, scores = [[0, 0, 16, 16], [8, 4, 32, 32]], [1, 0], [0.4, 0.9]
    path = save_constants(tmp_path / "a.onnx", (1, 3, 32, 32), boxes=boxes, labels=labels, scores=scores)
    output = OutputDescription("torchvision", ("boxes", "labels", "scores"), ("cat", "dog"))
    described(path, "object-detection", output, size=(32, 32), resize="stretch")
    (told,) = predictions(load(path, "object-detection"), PICTURE)
    np.testing.assert_allclose(told.boxes_xyxy, [[10, 3, 40, 24], [0, 0, 20, 12]], atol=1e-4)
    assert told.class_ids.tolist() == [0, 1]


def test_yolos_columns_lose_their_doubles_and_leave_the_letterbox(tmp_path):
    """A picture of 24 x 40 px lies in 40 x 40 px, eight rows down."""
    columns = np.array([[20, 20, 10, 8, 0.9, 0.0], [20.5, 20, 10, 8, 0.8, 0.0], [20, 20, 10, 8, 0.1, 0.7]]).T[None]
    path = save_constants(tmp_path / "a.onnx", (1, 3, 40, 40), output0=columns)
    output = OutputDescription("yolo", ("output0",), ("cat", "dog"), iou=0.5)
    described(path, "object-detection", output, size=(40, 40), resize="letterbox")
    (told,) = predictions(load(path, "object-detection"), PICTURE)
    np.testing.assert_allclose(told.boxes_xyxy, [[15, 8, 25, 16]] * 2, atol=1e-4)
    np.testing.assert_allclose(told.scores, [0.9, 0.7], atol=1e-6)
    assert told.class_ids.tolist() == [0, 1]


@pytest.mark.parametrize(("outputs", "function"), [(3, "softmax"), (2, "sigmoid")])
def test_detrs_logits_are_read_by_how_many_there_are(tmp_path, outputs, function):
    logits = RANDOM.normal(size=(1, 4, outputs)).astype(np.float32)
    boxes = RANDOM.uniform(0.2, 0.4, (1, 4, 4)).astype(np.float32)
    path = save_constants(tmp_path / "a.onnx", (1, 3, 32, 32), logits=logits, pred_boxes=boxes)
    output = OutputDescription("detr", ("logits", "pred_boxes"), ("cat", "dog"))
    described(path, "object-detection", output, size=(32, 32), resize="stretch")
    (told,) = predictions(load(path, "object-detection"), PICTURE)
    values = torch.from_numpy(logits[0])
    expected = values.softmax(-1)[:, :-1] if function == "softmax" else values.sigmoid()
    np.testing.assert_allclose(told.scores, expected.flatten().sort(descending=True).values, atol=1e-6)
    best = int(expected.max(-1).values.argmax())
    cx, cy, w, h = boxes[0, best]
    corners = np.array([(cx - w / 2) * 40, (cy - h / 2) * 24, (cx + w / 2) * 40, (cy + h / 2) * 24])
    np.testing.assert_allclose(told.boxes_xyxy[0], corners, atol=1e-4)


def test_a_restoring_network_gives_its_picture(tmp_path):
    identity = nn.Conv2d(3, 3, 1)
    with torch.no_grad():
        identity.weight.copy_(torch.eye(3)[..., None, None])
        identity.bias.zero_()
    path = save_convolution(tmp_path / "a.onnx", identity, output="restored")
    described(path, "image-to-image", OutputDescription("picture", ("restored",)))
    (told,) = predictions(load(path, "image-to-image"), PICTURE)
    assert np.array_equal(told.pixels, PICTURE)
    described(path, "image-to-image", OutputDescription("picture"), size=(32, 32), resize="stretch")
    with pytest.raises(UnsupportedModel, match="takes pictures of 32x32 px alone"):
        load(path, "image-to-image")


def test_a_depth_map_is_resized_to_the_picture(tmp_path):
    depth = RANDOM.uniform(1, 5, (1, 12, 20)).astype(np.float32)
    path = save_constants(tmp_path / "a.onnx", (1, 3, 32, 32), predicted_depth=depth)
    output = OutputDescription("depth", (), depth="metric")
    described(path, "depth-estimation", output, size=(32, 32), resize="stretch")
    (told,) = predictions(load(path, "depth-estimation"), PICTURE)
    expected = interpolate(torch.from_numpy(depth)[None], size=(24, 40), mode="bilinear", align_corners=False)[0, 0]
    np.testing.assert_allclose(told.values, expected, atol=1e-5)
    assert told.kind == "metric"


def test_another_variant_another_task_and_a_wrong_name_are_refused_in_words(tmp_path, conv):
    path = save_convolution(tmp_path / "a.onnx", conv)
    described(path, "image-segmentation", OutputDescription("logits", ("logit",), CLASSES))
    with pytest.raises(UnsupportedModel, match="runs as it was exported, not as bf16"):
        load(path, "image-segmentation", "bf16")
    with pytest.raises(UnsupportedModel, match="described as a model for image-segmentation"):
        load(path, "image-classification")
    with pytest.raises(ModelError, match="gives no logit, but logits"):
        says(load(path, "image-segmentation"), PICTURE)


class Tagged(nn.Module):
    def __init__(self, conv):
        super().__init__()
        self.conv = conv

    def forward(self, pixels):
        return {"logits": self.conv(pixels)}


def save_export(path, conv):
    sides = {"pixels": {2: torch.export.Dim.AUTO, 3: torch.export.Dim.AUTO}}
    torch.export.save(torch.export.export(Tagged(conv), (torch.rand(1, 3, 16, 24),), dynamic_shapes=sides), path)


def save_script(path, conv):
    with warnings.catch_warnings(action="ignore"):  # torch tells that TorchScript is old
        torch.jit.trace(conv, torch.rand(1, 3, 16, 24)).save(str(path))


@pytest.mark.parametrize(("name", "save"), [("a.pt2", save_export), ("a.pt", save_script)])
def test_a_program_of_torch_runs_once_a_person_has_allowed_it(tmp_path, monkeypatch, conv, name, save):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / name
    save(path, conv)
    described(path, "image-segmentation", OutputDescription("logits", (), CLASSES))
    with pytest.raises(UnsupportedModel, match="is a program: to load it is to run it"):
        load(path, "image-segmentation")
    trust(path)
    (told,) = predictions(load(path, "image-segmentation"), PICTURE)
    with torch.no_grad():
        assert np.array_equal(told.labels, conv(normalised(PICTURE))[0].argmax(0).numpy())
