"""Tiny segmentation models with random weights, saved to folders as their own libraries save them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

NAMES = ("background", "road", "sky", "car", "person")


def _labels() -> dict[str, Any]:
    return {
        "id2label": dict(enumerate(NAMES)),
        "label2id": {name: index for index, name in enumerate(NAMES)},
    }


def segformer() -> tuple[Any, Any]:
    from transformers import SegformerConfig, SegformerForSemanticSegmentation, SegformerImageProcessor

    config = SegformerConfig(
        hidden_sizes=[8, 8, 16, 16],
        depths=[1, 1, 1, 1],
        num_attention_heads=[1, 1, 2, 2],
        mlp_ratios=[2, 2, 2, 2],
        decoder_hidden_size=16,
        **_labels(),
    )
    return SegformerForSemanticSegmentation(config), SegformerImageProcessor(size={"height": 64, "width": 64})


def upernet_swin() -> tuple[Any, Any]:
    from transformers import SegformerImageProcessor, SwinConfig, UperNetConfig, UperNetForSemanticSegmentation

    stages = ["stage1", "stage2", "stage3", "stage4"]
    backbone = SwinConfig(
        image_size=64, embed_dim=8, depths=[1, 1, 1, 1], num_heads=[1, 1, 2, 2], window_size=2, out_features=stages
    )
    config = UperNetConfig(backbone_config=backbone, hidden_size=16, auxiliary_channels=8, **_labels())
    return UperNetForSemanticSegmentation(config), SegformerImageProcessor(size={"height": 64, "width": 64})


def upernet_convnext() -> tuple[Any, Any]:
    from transformers import ConvNextConfig, SegformerImageProcessor, UperNetConfig, UperNetForSemanticSegmentation

    stages = ["stage1", "stage2", "stage3", "stage4"]
    backbone = ConvNextConfig(hidden_sizes=[8, 8, 16, 16], depths=[1, 1, 1, 1], out_features=stages)
    config = UperNetConfig(backbone_config=backbone, hidden_size=16, use_auxiliary_head=False, **_labels())
    return UperNetForSemanticSegmentation(config), SegformerImageProcessor(size={"height": 64, "width": 96})


def beit() -> tuple[Any, Any]:
    from transformers import BeitConfig, BeitForSemanticSegmentation, BeitImageProcessor

    config = BeitConfig(**_vision(), **_labels())
    processor = BeitImageProcessor(size={"height": 64, "width": 64}, do_center_crop=False)
    return BeitForSemanticSegmentation(config), processor


def data2vec_vision() -> tuple[Any, Any]:
    from transformers import BeitImageProcessor, Data2VecVisionConfig, Data2VecVisionForSemanticSegmentation

    config = Data2VecVisionConfig(**_vision(), **_labels())
    processor = BeitImageProcessor(size={"height": 64, "width": 64}, do_center_crop=False)
    return Data2VecVisionForSemanticSegmentation(config), processor


def _vision() -> dict[str, Any]:
    return {
        "image_size": 64,
        "hidden_size": 16,
        "num_hidden_layers": 4,
        "num_attention_heads": 2,
        "intermediate_size": 32,
        "out_indices": [1, 2, 3, 4],
    }


def dpt() -> tuple[Any, Any]:
    from transformers import DPTConfig, DPTForSemanticSegmentation, DPTImageProcessor

    config = DPTConfig(
        image_size=64,
        hidden_size=16,
        num_hidden_layers=4,
        num_attention_heads=2,
        intermediate_size=32,
        backbone_out_indices=[0, 1, 2, 3],
        neck_hidden_sizes=[8, 8, 8, 8],
        fusion_hidden_size=8,
        **_labels(),
    )
    processor = DPTImageProcessor(size={"height": 64, "width": 64})
    return DPTForSemanticSegmentation(config), processor


def mobilevit() -> tuple[Any, Any]:
    from transformers import MobileViTConfig, MobileViTForSemanticSegmentation, MobileViTImageProcessor

    config = MobileViTConfig(
        image_size=64,
        hidden_sizes=[8, 12, 16],
        neck_hidden_sizes=[4, 4, 8, 8, 8, 8, 16],
        num_attention_heads=2,
        aspp_out_channels=8,
        expand_ratio=1.0,
        **_labels(),
    )
    processor = MobileViTImageProcessor(size={"shortest_edge": 72}, crop_size={"height": 64, "width": 64})
    return MobileViTForSemanticSegmentation(config), processor


def mobilevitv2() -> tuple[Any, Any]:
    from transformers import MobileViTImageProcessor, MobileViTV2Config, MobileViTV2ForSemanticSegmentation

    sizes = {"image_size": 64, "width_multiplier": 0.25, "n_attn_blocks": [1, 1, 1], "aspp_out_channels": 8}
    config = MobileViTV2Config(**sizes, **_labels())
    processor = MobileViTImageProcessor(size={"shortest_edge": 72}, crop_size={"height": 64, "width": 64})
    return MobileViTV2ForSemanticSegmentation(config), processor


def mobilenet_v2() -> tuple[Any, Any]:
    from transformers import MobileNetV2Config, MobileNetV2ForSemanticSegmentation, MobileNetV2ImageProcessor

    config = MobileNetV2Config(depth_multiplier=0.1, min_depth=4, depth_divisible_by=4, **_labels())
    processor = MobileNetV2ImageProcessor(size={"shortest_edge": 72}, crop_size={"height": 64, "width": 64})
    return MobileNetV2ForSemanticSegmentation(config), processor


def mask2former() -> tuple[Any, Any]:
    from transformers import (
        Mask2FormerConfig,
        Mask2FormerForUniversalSegmentation,
        Mask2FormerImageProcessor,
        SwinConfig,
    )

    stages = ["stage1", "stage2", "stage3", "stage4"]
    backbone = SwinConfig(
        image_size=64, embed_dim=8, depths=[1, 1, 1, 1], num_heads=[1, 1, 2, 2], window_size=2, out_features=stages
    )
    config = Mask2FormerConfig(
        backbone_config=backbone,
        feature_size=32,
        mask_feature_size=32,
        hidden_dim=32,
        encoder_feedforward_dim=16,
        dim_feedforward=16,
        encoder_layers=1,
        decoder_layers=2,
        num_attention_heads=2,
        num_queries=8,
        **_labels(),
    )
    processor = Mask2FormerImageProcessor(size={"shortest_edge": 64, "longest_edge": 128})
    return Mask2FormerForUniversalSegmentation(config), processor


def maskformer() -> tuple[Any, Any]:
    from transformers import (
        DetrConfig,
        MaskFormerConfig,
        MaskFormerForInstanceSegmentation,
        MaskFormerImageProcessor,
        SwinConfig,
    )

    stages = ["stage1", "stage2", "stage3", "stage4"]
    backbone = SwinConfig(
        image_size=64, embed_dim=8, depths=[1, 1, 1, 1], num_heads=[1, 1, 2, 2], window_size=2, out_features=stages
    )
    decoder = DetrConfig(
        d_model=32, decoder_layers=2, decoder_attention_heads=2, decoder_ffn_dim=16, encoder_layers=1, num_queries=8
    )
    config = MaskFormerConfig(
        fpn_feature_size=32, mask_feature_size=32, backbone_config=backbone, decoder_config=decoder, **_labels()
    )
    processor = MaskFormerImageProcessor(size={"shortest_edge": 64, "longest_edge": 128})
    return MaskFormerForInstanceSegmentation(config), processor


SEMANTIC: dict[str, Callable[[], tuple[Any, Any]]] = {
    "segformer": segformer,
    "upernet-swin": upernet_swin,
    "upernet-convnext": upernet_convnext,
    "beit": beit,
    "data2vec-vision": data2vec_vision,
    "dpt": dpt,
    "mobilevit": mobilevit,
    "mobilevitv2": mobilevitv2,
    "mobilenet-v2": mobilenet_v2,
}
UNIVERSAL: dict[str, Callable[[], tuple[Any, Any]]] = {"mask2former": mask2former, "maskformer": maskformer}


_SPREAD = {"mask2former": 0.6}


def save_tiny(kind: str, folder: Path, seed: int = 0) -> Path:
    """Saves a tiny model with its image processor, with weights large enough for the classes to vary."""
    torch.manual_seed(seed)
    network, processor = {**SEMANTIC, **UNIVERSAL}[kind]()
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim > 1:
                parameter.normal_(0, _SPREAD.get(kind, 0.3))
    network.save_pretrained(folder)
    processor.save_pretrained(folder)
    return folder
