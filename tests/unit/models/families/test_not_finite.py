"""What holds for every family: where a network gives no numbers, its sample is an error in words, and no other is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import segmentation_models_pytorch as smp
import torch
from safetensors.torch import save_file
from spandrel.architectures.Compact import Compact
from torchvision.models import get_model
from transformers import Swin2SRConfig, Swin2SRForImageSuperResolution, Swin2SRImageProcessor

from granview.core.errors import NotFinite
from granview.core.params import Generation
from granview.core.prediction import pack_prediction
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.run_params import RunParams
from granview.core.task_param import ChosenParams
from granview.core.text import TextInput
from granview.core.variant import Variant
from granview.models.adapter import ModelOutput, SampleInput
from granview.models.family import FAMILIES
from granview.models.texts.text_adapter import TextAdapter
from tests.helpers.exported_networks import save_convolution
from tests.helpers.texts import run_texts
from tests.helpers.tiny_classifiers import save_classifier, save_zero_shot
from tests.helpers.tiny_depth import save as save_depth
from tests.helpers.tiny_detectors import save_detector
from tests.helpers.tiny_models import save_tiny
from tests.helpers.tiny_phrase_detectors import save_reader
from tests.helpers.tiny_prompted import save_prompted
from tests.helpers.tiny_text_models import save_tiny_text
from tests.helpers.tiny_torchvision import built, save_built, small
from tests.helpers.tiny_universal import save_masked
from tests.helpers.tiny_zoo import save_tiny_zoo

LRASPP = "lraspp_mobilenet_v3_large"
SSDLITE = "ssdlite320_mobilenet_v3_large"
MASK_RCNN = "maskrcnn_resnet50_fpn"


def torchvision_weights(folder: Path) -> str:
    network = get_model(LRASPP, weights=None, weights_backbone=None, num_classes=3)
    path = folder / "weights.safetensors"
    save_file(network.state_dict(), path)
    return f"torchvision:{LRASPP}@{path}"


def text(kind: str, task: str) -> Callable[[Path], tuple[Any, str]]:
    head = "text2text-generation" if kind in {"t5", "bart"} else task
    return lambda folder: (save_tiny_text(kind, head, folder), task)


def ssdlite(folder: Path) -> str:
    return f"torchvision:{SSDLITE}@{save_built(built(SSDLITE), folder)}"


def mask_rcnn(folder: Path) -> str:
    return f"torchvision:{MASK_RCNN}@{save_built(built(MASK_RCNN), folder)}"


IMAGE, BOXES, MASKS = "image-segmentation", "object-detection", "instance-segmentation"
SOURCES: dict[str, Callable[[Path], tuple[Any, str]]] = {
    "hf-segmentation": lambda folder: (save_tiny("segformer", folder), IMAGE),
    "hf-universal-segmentation": lambda folder: (save_tiny("mask2former", folder), IMAGE),
    "torchvision-segmentation": lambda folder: (torchvision_weights(folder), IMAGE),
    "zoo-segmentation": lambda _: ("zoo:unet-nano", IMAGE),
    "hf-object-detection": lambda folder: (save_detector("rt-detr", folder), BOXES),
    "hf-zero-shot-object-detection": lambda folder: (save_reader("owlvit", folder), BOXES),
    "hf-instance-segmentation": lambda folder: (save_masked("mask2former", folder), MASKS),
    "hf-panoptic-segmentation": lambda folder: (save_masked("eomt", folder), "panoptic-segmentation"),
    "torchvision-object-detection": lambda folder: (ssdlite(folder), BOXES),
    "torchvision-instance-segmentation": lambda folder: (mask_rcnn(folder), MASKS),
    "zoo-object-detection": lambda folder: (save_tiny_zoo("fcos", folder), BOXES),
    "zoo-instance-segmentation": lambda folder: (save_tiny_zoo("mask-rcnn", folder), MASKS),
    "zoo-text": lambda _: ("zoo:sentiment-bilstm", "text-classification"),
    "hf-text-classification": text("bert", "text-classification"),
    "hf-token-classification": text("bert", "token-classification"),
    "hf-question-answering": text("bert", "question-answering"),
    "hf-fill-mask": text("bert", "fill-mask"),
    "hf-text-generation": text("gpt2", "text-generation"),
    "hf-text2text-generation": text("t5", "text2text-generation"),
    "hf-summarization": text("t5", "summarization"),
    "hf-translation": text("bart", "translation"),
}
_OF_PICTURES = ("segmentation", "detection")
TEXTS = [name for name in SOURCES if not name.endswith(_OF_PICTURES)]
CLASSES, RESTORED, PROMPTED = "image-classification", "image-to-image", "mask-generation"
OTHERS: dict[str, Callable[[Path], tuple[Any, str]]] = {
    "hf-image-classification": lambda folder: (save_classifier("ResNet", folder), CLASSES),
    "hf-zero-shot-image-classification": lambda folder: (save_zero_shot("CLIP", folder), CLASSES),
    "torchvision-classification": lambda folder: (squeezenet(folder), CLASSES),
    "hf-depth-estimation": lambda folder: (depth(folder), "depth-estimation"),
    "hf-image-to-image": lambda folder: (swin2sr(folder), RESTORED),
    "spandrel-image-to-image": lambda folder: (compact(folder), RESTORED),
    "zoo-image-to-image": lambda _: ("zoo:fsrcnn-nano", RESTORED),
    "smp-segmentation": lambda folder: (fpn(folder), IMAGE),
    "hf-mask-generation": lambda folder: (save_prompted("sam", folder), PROMPTED),
    "hf-clipseg": lambda folder: (save_prompted("clipseg", folder), PROMPTED),
}
"""Families whose networks see pictures one by one, or several towers of which one spoils all."""
ELSEWHERE = {"hf-sam3", "classical-image-to-image", "gguf-text-generation"}
"""Tested in a file of its own; what has no weights; what is an adapter of ``hf-text-generation`` from other files."""
WITHOUT_WEIGHTS = ("saved-", "own-", "exported-")
"""Families without weights of torch: predictions in files, classes of the user's, and files of other libraries."""
PICTURES = [name for name in SOURCES if name.endswith(_OF_PICTURES)]
GIVEN = [
    TextInput.of(f"{words} the [MASK] of France.", question="What is a city?") for words in ("Paris is", "b z 7", "We")
]


def squeezenet(folder: Path) -> str:
    network = get_model("squeezenet1_1", weights=None, num_classes=5)
    save_file(network.state_dict(), folder / "weights.safetensors")
    return f"torchvision:squeezenet1_1@{folder / 'weights.safetensors'}"


def depth(folder: Path) -> Path:
    save_depth("dpt", folder)
    return folder


def swin2sr(folder: Path) -> Path:
    config = Swin2SRConfig(image_size=16, embed_dim=12, depths=[1], num_heads=[2], window_size=8, mlp_ratio=2.0)
    Swin2SRForImageSuperResolution(config).save_pretrained(folder)
    Swin2SRImageProcessor().save_pretrained(folder)
    return folder


def compact(folder: Path) -> Path:
    state = Compact(num_feat=8, num_conv=2, upscale=2).state_dict()
    save_file({name: tensor.contiguous() for name, tensor in state.items()}, folder / "x2.safetensors")
    return folder / "x2.safetensors"


def fpn(folder: Path) -> Path:
    smp.FPN(encoder_weights=None, encoder_name="mobilenet_v2", classes=3).save_pretrained(folder)
    return folder


@pytest.fixture
def loaded(tmp_path, load):
    def of_family(name: str, **options: Any) -> Any:
        source, task = (SOURCES | OTHERS)[name](tmp_path)
        adapter = load(source, task=task, **options)
        if hasattr(adapter.network, "rpn"):
            small(adapter.network)
        return adapter

    return of_family


def run(adapter: Any, pictures: list[Any]) -> list[Any]:
    """What an adapter says of three samples."""
    if isinstance(adapter, TextAdapter):
        return run_texts(adapter, GIVEN)
    phrases: ChosenParams = {BOXES: {"phrases": ("cell", "debris")}, CLASSES: {"phrases": ("cell", "debris")}}
    params = RunParams(confidence=True, of_task=phrases)
    if adapter.takes_prompts:
        prompts = (ObjectPrompt((PointPrompt(9, 9),), phrase="cell"),)
        asked = [SampleInput(picture, {}, prompts) for picture in pictures]
        output = adapter.forward(adapter.preprocess(asked, params))
        return adapter.postprocess(output, [one.shape[:2] for one in pictures], params)
    output = adapter.forward(adapter.preprocess(pictures, params))
    return adapter.postprocess(output, [one.shape[:2] for one in pictures], params)


@pytest.fixture
def pictures(picture):
    return [picture, np.ascontiguousarray(picture[::-1]), np.ascontiguousarray(picture[:, ::-1])]


def fill(network: Any, value: float) -> None:
    with torch.no_grad():
        for weights in network.parameters():
            weights.fill_(value)


def test_every_family_is_here():
    others = {name for name in FAMILIES.all() if not name.startswith(WITHOUT_WEIGHTS)}
    assert {*SOURCES, *OTHERS, *ELSEWHERE} == others


def test_an_exported_network_that_gives_no_numbers_is_an_error_in_words(tmp_path, load, pictures):
    network = torch.nn.Conv2d(3, 2, 3, padding=1)
    torch.nn.init.constant_(network.bias, float("nan"))
    adapter = load(save_convolution(tmp_path / "net.onnx", network), task="image-segmentation")
    said = run(adapter, pictures)
    assert len(said) == 3
    assert all(isinstance(error, NotFinite) for error in said)


@pytest.mark.filterwarnings("ignore:torch.meshgrid")
@pytest.mark.parametrize("family", [*SOURCES, *OTHERS])
@pytest.mark.parametrize("value", [float("nan"), float("inf")], ids=str)
def test_weights_that_are_no_numbers_make_every_sample_an_error_in_words(family, value, loaded, pictures):
    adapter = loaded(family)
    fill(adapter.network, value)
    said = run(adapter, pictures)
    assert len(said) == 3
    for error in said:
        assert isinstance(error, NotFinite)
        assert error.message.startswith("The model gave values that are no numbers (")
        assert error.hint.startswith("Its weights hold such values themselves (")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("family", PICTURES)
def test_one_picture_of_a_batch_spoils_no_other(family, loaded, pictures):
    adapter = loaded(family)
    alone = run(adapter, pictures)
    handle = adapter.network.register_forward_pre_hook(_second_is_nan, with_kwargs=True)
    said = run(adapter, pictures)
    handle.remove()
    assert isinstance(said[1], NotFinite)
    assert "Its weights are finite" in said[1].hint
    for place in (0, 2):
        assert pack_prediction(said[place].prediction) == pack_prediction(alone[place].prediction)


def _second_is_nan(network, given, named):
    first = given[0] if given else named["pixel_values"]
    pixels = [one.clone() for one in first] if isinstance(first, list) else first.clone()
    pixels[1][...] = float("nan")
    return ((pixels, *given[1:]), named) if given else (given, named | {"pixel_values": pixels})


@pytest.mark.parametrize("family", TEXTS)
def test_one_text_of_a_batch_spoils_no_other(family, loaded):
    adapter = loaded(family)
    poison(adapter)
    said = run_texts(adapter, GIVEN)
    assert [type(one) for one in said] == [ModelOutput, NotFinite, ModelOutput]


@pytest.mark.parametrize("family", ["hf-text-generation", "hf-translation"])
@pytest.mark.parametrize("ways", [{"num_beams": 3}, {"do_sample": True, "seed": 3}], ids=str)
def test_beams_and_draws_of_one_text_spoil_no_other(family, ways, loaded):
    adapter = loaded(family)
    generation = Generation(max_new_tokens=6, **ways)
    sound = run_texts(adapter, GIVEN, generation)
    poison(adapter)
    said = run_texts(adapter, GIVEN, generation)
    assert isinstance(said[1], NotFinite)
    assert [said[place].prediction.text for place in (0, 2)] == [sound[place].prediction.text for place in (0, 2)]


def poison(adapter: TextAdapter) -> None:
    """Make the embedding of a token NaN that the second text has alone."""
    ids = [set(adapter.tokens(one).ids) for one in GIVEN]
    (poisonous, *_) = sorted(ids[1] - ids[0] - ids[2])
    embedding = next(module for module in adapter.network.modules() if isinstance(module, torch.nn.Embedding))
    for head in adapter.network.modules():
        if isinstance(head, torch.nn.Linear) and head.weight is embedding.weight:
            head.weight = torch.nn.Parameter(head.weight.detach().clone(), requires_grad=False)
    with torch.no_grad():
        embedding.weight[poisonous] = float("nan")


def test_numbers_that_outgrow_a_reduced_precision_are_told_with_what_helps(tmp_path, load):
    folder = save_tiny_text("bert", "text-classification", tmp_path)
    adapter = load(folder, task="text-classification", variant=Variant("fp16"))
    with torch.no_grad():
        adapter.network.bert.pooler.dense.bias.fill_(10)
        adapter.network.classifier.weight.fill_(6e4)
    (error,) = run_texts(adapter, GIVEN[:1])
    assert isinstance(error, NotFinite)
    assert error.hint == "Its numbers may have outgrown fp16: try fp32."


@pytest.mark.parametrize("family", ["hf-text-generation", "hf-summarization"])
def test_a_likelihood_that_is_no_number_is_an_error(family, loaded):
    adapter = loaded(family)
    assert adapter.likelihood(GIVEN[0], "Paris", RunParams()) is not None
    fill(adapter.network, float("nan"))
    with pytest.raises(NotFinite) as told:
        adapter.likelihood(GIVEN[0], "Paris", RunParams())
    assert "weights hold such values" in told.value.hint


@pytest.mark.parametrize("family", ["hf-token-classification", "hf-question-answering"])
def test_padding_may_hold_anything(family, loaded):
    """Long rows beside short ones: what the network says of padding is not read."""
    adapter = loaded(family)
    batch, outputs = adapter.forward(adapter.preprocess([GIVEN[0], TextInput.of("A [MASK]", question="B?")]))
    with torch.inference_mode():
        for output, inputs in zip(outputs, batch.passes, strict=True):
            for values in output.values():
                if values.shape[:2] == inputs["attention_mask"].shape:
                    values[inputs["attention_mask"] == 0] = float("nan")
    said = adapter.postprocess((batch, outputs), [GIVEN[0], TextInput.of("A [MASK]", question="B?")], RunParams())
    assert all(isinstance(one, ModelOutput) for one in said)


def test_a_class_that_is_ruled_out_is_not_an_error(tmp_path, load):
    adapter = load(save_tiny_text("bert", "text-classification", tmp_path), task="text-classification")
    with torch.no_grad():
        adapter.network.classifier.bias[1] = -float("inf")
    (said,) = run_texts(adapter, GIVEN[:1])
    assert said.prediction.scores[1] == 0
    assert said.prediction.scores.sum() == pytest.approx(1)
