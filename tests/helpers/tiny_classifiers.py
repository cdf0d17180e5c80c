"""Tiny image classifiers of transformers with random weights, saved to folders as transformers saves them."""

from pathlib import Path
from typing import Any, Final

import torch

NAMES: Final = ("ant", "bee", "cat", "dog", "eel", "fox", "gnu")
SIDE: Final = 32


def _labels() -> dict[str, Any]:
    return {"id2label": dict(enumerate(NAMES)), "label2id": {name: index for index, name in enumerate(NAMES)}}


_ATTENTION: Final = {
    "image_size": SIDE,
    "patch_size": 8,
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 32,
}
_WINDOWS: Final = {
    "image_size": SIDE,
    "patch_size": 2,
    "embed_dim": 8,
    "depths": [1, 1],
    "num_heads": [1, 2],
    "window_size": 4,
}
_STAGES: Final = {"hidden_sizes": [8, 12, 16, 16], "depths": [1, 1, 1, 1]}

SIZES: Final[dict[str, dict[str, Any]]] = {
    "ViT": _ATTENTION,
    "DeiT": _ATTENTION,
    "Beit": _ATTENTION,
    "Dinov2": {**_ATTENTION, "mlp_ratio": 2},
    "ViTMSN": _ATTENTION,
    "Swin": _WINDOWS,
    "Swinv2": _WINDOWS,
    "ConvNext": _STAGES,
    "ConvNextV2": _STAGES,
    "ResNet": {**_STAGES, "embedding_size": 8, "layer_type": "basic"},
    "RegNet": {**_STAGES, "embedding_size": 8, "groups_width": 4},
    "EfficientNet": {
        "image_size": SIDE,
        "in_channels": [32, 8],
        "out_channels": [8, 16],
        "kernel_sizes": [3, 3],
        "strides": [1, 2],
        "expand_ratios": [1, 4],
        "num_block_repeats": [1, 1],
        "depthwise_padding": [],
        "width_coefficient": 0.25,
        "depth_coefficient": 1.0,
        "hidden_dim": 320,
    },
    "MobileNetV2": {"depth_multiplier": 0.1, "min_depth": 4, "depth_divisible_by": 4},
    "PoolFormer": {**_STAGES, "mlp_ratio": 2.0},
}
"""By how transformers' classes begin, arguments of the config."""


def tiny_classifier(kind: str, **more: Any) -> tuple[Any, Any]:
    """A network and its image processor: pictures are resized to a square of ``SIDE``."""
    import transformers

    torch.manual_seed(len(kind))
    config = getattr(transformers, f"{kind}Config")(**SIZES[kind], **_labels(), **more)
    network = getattr(transformers, f"{kind}ForImageClassification")(config).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.05)
    return network, transformers.ViTImageProcessor(size={"height": SIDE, "width": SIDE})


def save_classifier(kind: str, folder: Path, **more: Any) -> Path:
    """The folder of a tiny classifier."""
    network, processor = tiny_classifier(kind, **more)
    network.save_pretrained(folder)
    processor.save_pretrained(folder)
    return folder


_TEXT: Final = {
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 64,
}


def _two_towers(kind: str, vocabulary: int) -> Any:
    import transformers

    text: dict[str, Any] = {**_TEXT, "vocab_size": vocabulary, "projection_dim": 12}
    text |= {"bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 0}
    vision: dict[str, Any] = {**_ATTENTION, "projection_dim": 12}
    more: dict[str, Any] = {"projection_dim": 12}
    if kind == "Siglip2":
        vision |= {"num_patches": 16}
    if kind == "Align":
        vision, more = SIZES["EfficientNet"], {"projection_dim": 8}
    config = getattr(transformers, f"{kind}Config")(text_config=text, vision_config=vision, **more)
    return getattr(transformers, f"{kind}Model")(config)


def _processor(kind: str) -> Any:
    import transformers

    if kind == "Siglip2":
        return transformers.Siglip2ImageProcessor(patch_size=8, max_num_patches=16)
    return transformers.ViTImageProcessor(size={"height": SIDE, "width": SIDE})


def save_zero_shot(kind: str, folder: Path) -> Path:
    """The folder of a tiny model that compares pictures with words: CLIP, Siglip, Siglip2, Align, MetaClip2."""
    from tests.helpers.tiny_text_models import letters

    tokenizer = letters()
    torch.manual_seed(len(kind))
    network = _two_towers(kind, len(tokenizer)).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.05)
    network.save_pretrained(folder)
    _processor(kind).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
