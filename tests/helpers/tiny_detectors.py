"""Tiny models that find objects, with random weights, saved to folders as their own libraries save them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import torch
import transformers
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

NAMES: Final = ("cell", "nucleus", "debris")
SIDE: Final = 64

_SMALL: Final = {
    "d_model": 16,
    "encoder_layers": 1,
    "decoder_layers": 2,
    "encoder_ffn_dim": 16,
    "decoder_ffn_dim": 16,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "num_queries": 12,
}
_RESNET: Final = {
    "model_type": "resnet",
    "embedding_size": 8,
    "hidden_sizes": [8, 8, 16, 16],
    "depths": [1, 1, 1, 1],
    "layer_type": "basic",
}
_SWIN: Final = {
    "model_type": "swin",
    "image_size": SIDE,
    "embed_dim": 8,
    "depths": [1, 1, 1, 1],
    "num_heads": [1, 1, 2, 2],
    "window_size": 2,
}
_HYBRID: Final = {
    **_SMALL,
    "encoder_hidden_dim": 16,
    "encoder_in_channels": [8, 16, 16],
    "decoder_in_channels": [16, 16, 16],
    "num_denoising": 0,
    "decoder_n_points": 2,
    "anchor_image_size": None,
    "hidden_expansion": 0.5,
}
_RTDETR_RESNET: Final = {
    "model_type": "rt_detr_resnet",
    "embedding_size": 8,
    "hidden_sizes": [8, 8, 16, 16],
    "depths": [1, 1, 1, 1],
    "layer_type": "basic",
    "out_features": ["stage2", "stage3", "stage4"],
}
_HGNET: Final = {
    "model_type": "hgnet_v2",
    "arch": "B",
    "embedding_size": 8,
    "stem_channels": [3, 8, 8],
    "hidden_sizes": [8, 8, 16, 16],
    "depths": [1, 1, 1, 1],
    "stage_in_channels": [8, 8, 8, 16],
    "stage_mid_channels": [4, 4, 4, 4],
    "stage_out_channels": [8, 8, 16, 16],
    "stage_num_blocks": [1, 1, 1, 1],
    "stage_numb_of_layers": [1, 1, 1, 1],
    "stage_kernel_size": [3, 3, 3, 3],
    "out_features": ["stage2", "stage3", "stage4"],
}
_VIT: Final = {
    "image_size": SIDE,
    "patch_size": 16,
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 32,
}
_LEVELS: Final = ["stage2", "stage3", "stage4"]
_SQUARE: Final = {"height": SIDE, "width": SIDE}
_EDGES: Final = {"shortest_edge": 64, "longest_edge": 96}

_DEFORMABLE: Final = {
    **_SMALL,
    "backbone_config": {**_RESNET, "out_features": _LEVELS},
    "num_feature_levels": 4,
    "encoder_n_points": 2,
    "decoder_n_points": 2,
    "two_stage_num_proposals": 12,
    "d_model": 32,
}
DETR: Final = {**_SMALL, "backbone_config": {**_RESNET, "out_features": ["stage4"]}}

Made = tuple[str, str, Mapping[str, Any], str, Mapping[str, Any]]
"""Model type, class, fields of its config, its image processor, and what that is told."""

DETECTORS: Final[Mapping[str, Made]] = {
    "detr": ("detr", "DetrForObjectDetection", DETR, "DetrImageProcessor", {"size": _EDGES}),
    "detr-square": ("detr", "DetrForObjectDetection", DETR, "DetrImageProcessor", {"size": _SQUARE, "do_pad": False}),
    "table-transformer": (
        "table-transformer",
        "TableTransformerForObjectDetection",
        DETR,
        "DetrImageProcessor",
        {"size": _EDGES},
    ),
    "conditional-detr": (
        "conditional_detr",
        "ConditionalDetrForObjectDetection",
        DETR,
        "ConditionalDetrImageProcessor",
        {"size": _EDGES},
    ),
    "dab-detr": (
        "dab-detr",
        "DabDetrForObjectDetection",
        {**{name: value for name, value in DETR.items() if name != "d_model"}, "hidden_size": 16},
        "ConditionalDetrImageProcessor",
        {"size": _EDGES},
    ),
    "deformable-detr": (
        "deformable_detr",
        "DeformableDetrForObjectDetection",
        _DEFORMABLE,
        "DeformableDetrImageProcessor",
        {"size": _EDGES},
    ),
    "deformable-detr-two-stage": (
        "deformable_detr",
        "DeformableDetrForObjectDetection",
        {**_DEFORMABLE, "two_stage": True, "with_box_refine": True},
        "DeformableDetrImageProcessor",
        {"size": _EDGES},
    ),
    "rt-detr": (
        "rt_detr",
        "RTDetrForObjectDetection",
        {**_HYBRID, "backbone_config": _RTDETR_RESNET},
        "RTDetrImageProcessor",
        {"size": _SQUARE},
    ),
    "rt-detr-v2": (
        "rt_detr_v2",
        "RTDetrV2ForObjectDetection",
        {**_HYBRID, "backbone_config": _RTDETR_RESNET},
        "RTDetrImageProcessor",
        {"size": _SQUARE},
    ),
    "d-fine": (
        "d_fine",
        "DFineForObjectDetection",
        {**_HYBRID, "backbone_config": _HGNET, "decoder_n_points": [2, 2, 2]},
        "RTDetrImageProcessor",
        {"size": _SQUARE},
    ),
    "deimv2": (
        "deimv2",
        "Deimv2ForObjectDetection",
        {**_HYBRID, "backbone_config": _HGNET, "decoder_n_points": [2, 2, 2]},
        "RTDetrImageProcessor",
        {"size": _SQUARE},
    ),
    "lw-detr": (
        "lw_detr",
        "LwDetrForObjectDetection",
        {
            "d_model": 16,
            "decoder_layers": 2,
            "decoder_ffn_dim": 16,
            "decoder_self_attention_heads": 2,
            "decoder_cross_attention_heads": 2,
            "decoder_n_points": 2,
            "num_queries": 12,
            "group_detr": 1,
            "projector_scale_factors": [1.0],
            "c2f_num_blocks": 1,
            "backbone_config": {
                "model_type": "lw_detr_vit",
                **{name: value for name, value in _VIT.items() if name != "intermediate_size"},
                "pretrain_image_size": SIDE,
                "num_windows": 4,
                "window_block_indices": [0],
                "out_indices": [1, 2],
            },
        },
        "DeformableDetrImageProcessor",
        {"size": _SQUARE, "do_pad": False},
    ),
    "rf-detr": (
        "rf_detr",
        "RfDetrForObjectDetection",
        {
            "d_model": 16,
            "decoder_layers": 2,
            "decoder_ffn_dim": 16,
            "decoder_self_attention_heads": 2,
            "decoder_cross_attention_heads": 2,
            "decoder_n_points": 2,
            "num_queries": 12,
            "group_detr": 1,
            "c2f_num_blocks": 1,
            "intermediate_size": 32,
            "backbone_config": {
                "model_type": "rf_detr_dinov2",
                **{name: value for name, value in _VIT.items() if name != "intermediate_size"},
                "mlp_ratio": 2,
                "num_windows": 2,
                "window_block_indices": [0],
                "num_register_tokens": 0,
                "out_features": ["stage1", "stage2"],
            },
        },
        "RfDetrImageProcessor",
        {"size": _SQUARE},
    ),
    "yolos": (
        "yolos",
        "YolosForObjectDetection",
        {**_VIT, "image_size": [SIDE, SIDE], "num_detection_tokens": 12},
        "YolosImageProcessor",
        {"size": _EDGES},
    ),
}


def save_detector(kind: str, folder: Path, seed: int = 0, table: Mapping[str, Made] = DETECTORS) -> Path:
    """Saves a tiny model with its image processor, with weights large enough for its queries to differ."""
    model_type, model, fields, processor, told = table[kind]
    torch.manual_seed(seed)
    kinds: Any = CONFIG_MAPPING
    labels = {"id2label": dict(enumerate(NAMES)), "label2id": {name: index for index, name in enumerate(NAMES)}}
    network = getattr(transformers, model)(kinds[model_type](**fields, **labels)).eval()
    spread(network)
    network.save_pretrained(folder)
    getattr(transformers, processor)(**told).save_pretrained(folder)
    return folder


def spread(network: Any, deviation: float = 0.15) -> None:
    """Weights so large that a network's queries say different things."""
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim > 1:
                parameter.normal_(0, deviation)
