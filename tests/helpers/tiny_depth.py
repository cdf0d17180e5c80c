"""Tiny depth networks with random weights, each with its image processor, as transformers has them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

SIDE = 56


def _dinov2() -> Any:
    from transformers import Dinov2Config

    return Dinov2Config(
        hidden_size=16,
        num_hidden_layers=4,
        num_attention_heads=2,
        intermediate_size=16,
        image_size=SIDE,
        patch_size=14,
        out_indices=[1, 2, 3, 4],
        reshape_hidden_states=False,
    )


def _dpt_processor(**options: Any) -> Any:
    from transformers import DPTImageProcessor

    return DPTImageProcessor(
        size={"height": SIDE, "width": SIDE}, keep_aspect_ratio=True, ensure_multiple_of=14, **options
    )


def depth_anything(kind: str = "relative") -> tuple[Any, Any]:
    from transformers import DepthAnythingConfig, DepthAnythingForDepthEstimation

    config = DepthAnythingConfig(
        backbone_config=_dinov2(),
        patch_size=14,
        reassemble_hidden_size=16,
        neck_hidden_sizes=[8, 8, 8, 8],
        fusion_hidden_size=8,
        head_hidden_size=4,
        depth_estimation_type=kind,
        max_depth=20 if kind == "metric" else 1,
    )
    return DepthAnythingForDepthEstimation(config), _dpt_processor()


def metric_depth_anything() -> tuple[Any, Any]:
    return depth_anything("metric")


def dpt() -> tuple[Any, Any]:
    from transformers import DPTConfig, DPTForDepthEstimation, DPTImageProcessor

    config = DPTConfig(
        hidden_size=16,
        num_hidden_layers=4,
        num_attention_heads=2,
        intermediate_size=16,
        image_size=64,
        patch_size=16,
        backbone_out_indices=[0, 1, 2, 3],
        neck_hidden_sizes=[8, 8, 8, 8],
        fusion_hidden_size=8,
    )
    return DPTForDepthEstimation(config), DPTImageProcessor(size={"height": 64, "width": 64})


def glpn() -> tuple[Any, Any]:
    from transformers import GLPNConfig, GLPNForDepthEstimation, GLPNImageProcessor

    config = GLPNConfig(
        hidden_sizes=[8, 8, 16, 16],
        depths=[1, 1, 1, 1],
        num_attention_heads=[1, 1, 2, 2],
        mlp_ratios=[2, 2, 2, 2],
        decoder_hidden_size=8,
    )
    return GLPNForDepthEstimation(config), GLPNImageProcessor(size_divisor=32)


def zoedepth() -> tuple[Any, Any]:
    from transformers import BeitConfig, ZoeDepthConfig, ZoeDepthForDepthEstimation, ZoeDepthImageProcessor

    backbone = BeitConfig(
        image_size=64,
        hidden_size=16,
        num_hidden_layers=4,
        num_attention_heads=2,
        intermediate_size=16,
        patch_size=16,
        out_features=["stage1", "stage2", "stage3", "stage4"],
        reshape_hidden_states=False,
        use_relative_position_bias=True,
    )
    config = ZoeDepthConfig(
        backbone_config=backbone,
        backbone_hidden_size=16,
        neck_hidden_sizes=[8, 8, 8, 8],
        fusion_hidden_size=8,
        bottleneck_features=8,
        num_relative_features=8,
        bin_embedding_dim=8,
        num_attractors=[2, 2, 1, 1],
    )
    processor = ZoeDepthImageProcessor(size={"height": 64, "width": 64}, ensure_multiple_of=16)
    return ZoeDepthForDepthEstimation(config), processor


def depth_pro() -> tuple[Any, Any]:
    from transformers import DepthProConfig, DepthProForDepthEstimation, DepthProImageProcessor, Dinov2Config

    patches = Dinov2Config(
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        image_size=32,
        patch_size=8,
    )
    config = DepthProConfig(
        patch_size=32,
        fusion_hidden_size=8,
        intermediate_hook_ids=[1, 0],
        intermediate_feature_dims=[8, 8],
        scaled_images_feature_dims=[8, 8, 8],
        use_fov_model=True,
        image_model_config=patches,
        patch_model_config=patches,
        fov_model_config=patches,
    )
    return DepthProForDepthEstimation(config), DepthProImageProcessor(size={"height": 128, "width": 128})


NETWORKS: dict[str, tuple[Callable[[], tuple[Any, Any]], str]] = {
    "depth_anything": (depth_anything, "inverse"),
    "metric_depth_anything": (metric_depth_anything, "metric"),
    "dpt": (dpt, "inverse"),
    "glpn": (glpn, "metric"),
    "zoedepth": (zoedepth, "metric"),
    "depth_pro": (depth_pro, "metric"),
}
"""By name, what makes a network with its processor, and what the network gives."""


def save(name: str, folder: Path) -> tuple[Any, Any]:
    """Writes a network and its processor into a folder, and gives both back."""
    torch.manual_seed(0)
    network, processor = NETWORKS[name][0]()
    network.eval().save_pretrained(folder)
    processor.save_pretrained(folder)
    return network, processor
