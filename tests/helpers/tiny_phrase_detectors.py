"""Tiny detectors that read phrases, with random weights and a tokenizer of letters, saved as a hub has them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import torch
import transformers
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

from tests.helpers.tiny_detectors import SIDE, spread
from tests.helpers.tiny_text_models import letters

_KINDS: Any = CONFIG_MAPPING
_TOWER: Final = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2}


def _owl(model_type: str, name: str) -> tuple[Any, Any]:
    config = _KINDS[model_type](
        text_config={**_TOWER, "vocab_size": 60, "max_position_embeddings": 16, "eos_token_id": 2, "bos_token_id": 1},
        vision_config={**_TOWER, "image_size": SIDE, "patch_size": 16},
        projection_dim=16,
    )
    processor = getattr(transformers, f"{name}ImageProcessor")(size={"height": SIDE, "width": SIDE})
    return getattr(transformers, f"{name}ForObjectDetection")(config), processor


def _grounding(model_type: str, name: str) -> tuple[Any, Any]:
    swin = {"model_type": "swin", "image_size": SIDE, "embed_dim": 8, "depths": [1, 1, 1, 1], "num_heads": [1, 1, 2, 2]}
    text = {**_TOWER, "model_type": "bert", "vocab_size": 60, "max_position_embeddings": 64}
    config = _KINDS[model_type](
        backbone_config={**swin, "window_size": 2, "out_features": ["stage2", "stage3", "stage4"]},
        text_config=text,
        **{"d_model": 32, "encoder_layers": 1, "decoder_layers": 2, "encoder_ffn_dim": 16, "decoder_ffn_dim": 16},
        **{"encoder_attention_heads": 4, "decoder_attention_heads": 4, "num_queries": 12, "max_text_len": 48},
        **{"encoder_n_points": 2, "decoder_n_points": 2},
    )
    processor = transformers.GroundingDinoImageProcessor(size={"shortest_edge": SIDE, "longest_edge": 96})
    return getattr(transformers, f"{name}ForObjectDetection")(config), processor


READERS: Final[Mapping[str, Callable[[], tuple[Any, Any]]]] = {
    "owlvit": lambda: _owl("owlvit", "OwlViT"),
    "owlv2": lambda: _owl("owlv2", "Owlv2"),
    "grounding-dino": lambda: _grounding("grounding-dino", "GroundingDino"),
    "mm-grounding-dino": lambda: _grounding("mm-grounding-dino", "MMGroundingDino"),
}
"""The network and its image processor."""


def save_reader(kind: str, folder: Path, seed: int = 0) -> Path:
    """Saves a tiny model with its image processor and tokenizer."""
    torch.manual_seed(seed)
    network, processor = READERS[kind]()
    spread(network.eval(), 0.2)
    network.save_pretrained(folder)
    processor.save_pretrained(folder)
    letters().save_pretrained(folder)
    return folder
