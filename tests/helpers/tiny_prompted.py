"""Tiny prompted models with random weights, saved as transformers saves the real ones."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import torch

_SIDE: Final = 64
_PROMPTS: Final = {"hidden_size": 16, "image_size": _SIDE, "mask_input_channels": 4}
_DECODER: Final = {
    "hidden_size": 16,
    "mlp_dim": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "iou_head_hidden_dim": 16,
}
_VIT: Final = {
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "image_size": _SIDE,
    "patch_size": 8,
    "output_channels": 16,
    "window_size": 4,
    "mlp_dim": 32,
    "num_pos_feats": 8,
}


def save_prompted(kind: str, folder: Path) -> Path:
    """Write a model with its processor."""
    torch.manual_seed(3)
    network, processor = _MAKERS[kind](folder)
    network.save_pretrained(folder)
    processor.save_pretrained(folder)
    return folder


def _sam(folder: Path) -> tuple[Any, Any]:
    from transformers import SamConfig, SamModel, SamProcessor

    config = SamConfig(
        vision_config={**_VIT, "global_attn_indexes": [1]},
        prompt_encoder_config={**_PROMPTS, "patch_size": 8, "image_embedding_size": 8},
        mask_decoder_config=_DECODER,
    )
    return SamModel(config), SamProcessor(_sam_pictures())


def _sam_hq(folder: Path) -> tuple[Any, Any]:
    from transformers import SamHQConfig, SamHQModel, SamHQProcessor

    config = SamHQConfig(
        vision_config={**_VIT, "global_attn_indexes": [0, 1]},
        prompt_encoder_config={**_PROMPTS, "patch_size": 8, "image_embedding_size": 8},
        mask_decoder_config={**_DECODER, "vit_dim": 16},
    )
    return SamHQModel(config), SamHQProcessor(_sam_pictures())


def _sam_pictures() -> Any:
    from transformers import SamImageProcessor

    side, quarter = {"height": _SIDE, "width": _SIDE}, {"height": 16, "width": 16}
    return SamImageProcessor(
        size={"longest_edge": _SIDE}, pad_size=side, mask_size={"longest_edge": 16}, mask_pad_size=quarter
    )


def _sam2(folder: Path) -> tuple[Any, Any]:
    from transformers import Sam2Config, Sam2ImageProcessor, Sam2Model, Sam2Processor

    backbone = {
        "model_type": "sam2_hiera_det_model",
        "hidden_size": 8,
        "num_attention_heads": 1,
        "image_size": [_SIDE, _SIDE],
        "blocks_per_stage": [1, 1, 2, 1],
        "embed_dim_per_stage": [8, 16, 32, 64],
        "num_attention_heads_per_stage": [1, 1, 2, 2],
        "window_positional_embedding_background_size": [4, 4],
        "window_size_per_stage": [8, 4, 4, 2],
        "global_attention_blocks": [3],
    }
    vision = {
        "backbone_config": backbone,
        "backbone_channel_list": [64, 32, 16, 8],
        "backbone_feature_sizes": [[16, 16], [8, 8], [4, 4]],
        "fpn_hidden_size": 16,
    }
    config = Sam2Config(
        vision_config=vision,
        prompt_encoder_config={**_PROMPTS, "patch_size": 16},
        mask_decoder_config={**_DECODER, "attention_downsample_rate": 1, "iou_head_depth": 2},
    )
    side = {"height": _SIDE, "width": _SIDE}
    return Sam2Model(config), Sam2Processor(Sam2ImageProcessor(size=side, mask_size={"height": 16, "width": 16}))


_SAM3_SIDE: Final = 56
_SAM3_VISION: Final = {
    "backbone_config": {
        "model_type": "sam3_vit_model",
        "hidden_size": 16,
        "intermediate_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "image_size": _SAM3_SIDE,
        "patch_size": 14,
        "window_size": 2,
        "global_attn_indexes": [1],
        "pretrain_image_size": _SAM3_SIDE,
    },
    "fpn_hidden_size": 16,
    "backbone_feature_sizes": [[16, 16], [8, 8], [4, 4]],
}


def _sam3(folder: Path) -> tuple[Any, Any]:
    from transformers import Sam3Config, Sam3Model, Sam3Processor

    part = {"hidden_size": 16, "num_attention_heads": 2, "intermediate_size": 32, "num_layers": 1}
    tokenizer = clip_tokenizer(folder, 32)
    text = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    longest = {"vocab_size": len(tokenizer), "max_position_embeddings": 32, "projection_dim": 16}
    config = Sam3Config(
        vision_config=_SAM3_VISION,
        text_config={**text, **longest, **_ends(tokenizer)},
        geometry_encoder_config=part,
        detr_encoder_config=part,
        detr_decoder_config={**part, "num_queries": 6},
        mask_decoder_config={"hidden_size": 16, "num_attention_heads": 2},
    )
    return Sam3Model(config), Sam3Processor(_sam3_pictures(), tokenizer)


def _sam3_tracker(folder: Path) -> tuple[Any, Any]:
    from transformers import Sam3TrackerConfig, Sam3TrackerModel, Sam3TrackerProcessor

    config = Sam3TrackerConfig(
        vision_config=_SAM3_VISION,
        prompt_encoder_config={**_PROMPTS, "image_size": _SAM3_SIDE, "patch_size": 14},
        mask_decoder_config={**_DECODER, "attention_downsample_rate": 1, "iou_head_depth": 2},
    )
    return Sam3TrackerModel(config), Sam3TrackerProcessor(_sam3_pictures())


def _sam3_pictures() -> Any:
    from transformers import Sam3ImageProcessor

    side = {"height": _SAM3_SIDE, "width": _SAM3_SIDE}
    return Sam3ImageProcessor(size=side, mask_size={"height": 16, "width": 16})


def _clipseg(folder: Path) -> tuple[Any, Any]:
    from transformers import CLIPSegConfig, CLIPSegForImageSegmentation, CLIPSegProcessor, ViTImageProcessor

    tower = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 3, "num_attention_heads": 2}
    tokenizer = clip_tokenizer(folder)
    config = CLIPSegConfig(
        text_config={**tower, "vocab_size": len(tokenizer), "max_position_embeddings": 16, **_ends(tokenizer)},
        vision_config={**tower, "image_size": _SIDE, "patch_size": 16},
        projection_dim=16,
        reduce_dim=16,
        extract_layers=[0, 1, 2],
        decoder_num_attention_heads=2,
        decoder_intermediate_size=32,
    )
    pictures = ViTImageProcessor(size={"height": _SIDE, "width": _SIDE})
    return CLIPSegForImageSegmentation(config), CLIPSegProcessor(pictures, tokenizer)


def _ends(tokenizer: Any) -> dict[str, int]:
    return {"bos_token_id": tokenizer.bos_token_id, "eos_token_id": tokenizer.eos_token_id}


def clip_tokenizer(folder: Path, length: int = 16) -> Any:
    """A CLIP tokenizer that knows letters alone."""
    from transformers import CLIPTokenizer

    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [*letters, *(f"{letter}</w>" for letter in letters), "<|startoftext|>", "<|endoftext|>"]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.json").write_text(json.dumps({word: place for place, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    return CLIPTokenizer(vocab=str(folder / "vocab.json"), merges=str(folder / "merges.txt"), model_max_length=length)


_MAKERS: Final[Mapping[str, Callable[[Path], tuple[Any, Any]]]] = {
    "sam": _sam,
    "sam_hq": _sam_hq,
    "sam2": _sam2,
    "sam3_tracker": _sam3_tracker,
    "clipseg": _clipseg,
    "sam3": _sam3,
}
POINTED: Final = ("sam", "sam_hq", "sam2", "sam3_tracker")
"""Those that are asked by points and boxes."""
