"""A SegFormer-b0-sized model with random weights and a folder of photographs-sized images, on disk."""

from pathlib import Path

import numpy as np


def save_model(folder: Path) -> Path:
    """Save a SegFormer of b0's shape with 150 classes as a Hugging Face folder."""
    import torch
    from transformers import SegformerConfig, SegformerForSemanticSegmentation, SegformerImageProcessor

    torch.manual_seed(0)
    model = SegformerForSemanticSegmentation(SegformerConfig(num_labels=150)).eval()
    model.save_pretrained(folder)
    SegformerImageProcessor(size={"height": 512, "width": 512}).save_pretrained(folder)
    return folder


def save_images(folder: Path, count: int, edge_px: int = 512) -> list[Path]:
    """Save ``count`` smooth random RGB images of ``edge_px`` squared as PNG."""
    from PIL import Image

    folder.mkdir(parents=True)
    rng = np.random.default_rng(0)
    paths = []
    for index in range(count):
        coarse = rng.integers(0, 256, (16, 16, 3), dtype=np.uint8)
        path = folder / f"image_{index:03d}.png"
        Image.fromarray(coarse).resize((edge_px, edge_px), Image.Resampling.BICUBIC).save(path)
        paths.append(path)
    return paths
