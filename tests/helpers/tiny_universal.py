"""Tiny networks with a class and a mask for each query, with random weights, saved as their own libraries save them."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import torch
import transformers
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

from tests.helpers.tiny_detectors import DETECTORS, DETR, NAMES, SIDE, spread
from tests.helpers.tiny_models import UNIVERSAL
from tests.helpers.tiny_text_models import letters

_LABELS: Final = {"id2label": dict(enumerate(NAMES)), "label2id": {name: index for index, name in enumerate(NAMES)}}
_KINDS: Any = CONFIG_MAPPING


def _eomt(model_type: str, name: str, **more: Any) -> tuple[Any, Any]:
    fields = {"image_size": SIDE, "patch_size": 16, "hidden_size": 16, "num_hidden_layers": 3, "num_attention_heads": 2}
    fields |= {"num_blocks": 1, "num_queries": 8, "num_upscale_blocks": 1, "num_register_tokens": 0, **more}
    config = _KINDS[model_type](**fields, **_LABELS)
    size = {"shortest_edge": SIDE, "longest_edge": SIDE}
    return getattr(transformers, name)(config), transformers.EomtImageProcessor(size=size, do_pad=True)


def _oneformer() -> tuple[Any, Any]:
    swin = UNIVERSAL["mask2former"]()[0].config.backbone_config
    config = transformers.OneFormerConfig(
        backbone_config=swin,
        **{"conv_dim": 32, "mask_dim": 32, "hidden_dim": 32, "encoder_feedforward_dim": 16, "dim_feedforward": 16},
        **{"encoder_layers": 1, "decoder_layers": 2, "num_attention_heads": 2, "num_queries": 8, "task_seq_len": 24},
        **_LABELS,
    )
    processor = transformers.OneFormerImageProcessor(size={"shortest_edge": SIDE, "longest_edge": 2 * SIDE})
    return transformers.OneFormerForUniversalSegmentation(config), processor


def _detr() -> tuple[Any, Any]:
    backbone = {**DETR["backbone_config"], "out_features": ["stage1", "stage2", "stage3", "stage4"]}
    heads = {"encoder_attention_heads": 8, "decoder_attention_heads": 8}
    fields = {**DETR, **heads, "d_model": 32, "num_queries": 8, "backbone_config": backbone}
    network = transformers.DetrForSegmentation(_KINDS["detr"](**fields, **_LABELS))
    return network, transformers.DetrImageProcessor(size={"shortest_edge": SIDE, "longest_edge": 96})


def _rf_detr() -> tuple[Any, Any]:
    model_type, _, fields, processor, told = DETECTORS["rf-detr"]
    network = transformers.RfDetrForInstanceSegmentation(_KINDS[model_type](**fields, **_LABELS))
    return network, getattr(transformers, processor)(**told)


MASKED: Final[Mapping[str, Callable[[], tuple[Any, Any]]]] = {
    **UNIVERSAL,
    "oneformer": _oneformer,
    "eomt": lambda: _eomt("eomt", "EomtForUniversalSegmentation"),
    "eomt-dinov3": lambda: _eomt("eomt_dinov3", "EomtDinov3ForUniversalSegmentation", intermediate_size=32),
    "detr": _detr,
    "rf-detr": _rf_detr,
}
"""The network and its image processor."""


def _sharpen(network: Any) -> None:
    """Makes some queries sure of a class."""
    for name, parameter in network.named_parameters():
        if parameter.ndim > 1 and any(head in name for head in ("class_predictor", "class_embed", "class_labels")):
            parameter.data *= 6


def save_masked(kind: str, folder: Path, seed: int = 0) -> Path:
    """Saves a tiny model with what prepares its inputs, with weights large enough for its queries to differ."""
    torch.manual_seed(seed)
    network, processor = MASKED[kind]()
    spread(network.eval(), 0.4 if kind in UNIVERSAL else 0.2)
    _sharpen(network)
    network.save_pretrained(folder)
    processor.save_pretrained(folder)
    if kind == "oneformer":
        letters().save_pretrained(folder)
        config = json.loads((folder / "preprocessor_config.json").read_text())
        config |= {"class_info_file": "nowhere.json", "repo_path": str(folder)}
        (folder / "preprocessor_config.json").write_text(json.dumps(config))
    return folder
