from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from granview.core import rle
from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.run_params import RunParams
from granview.models.adapter import SampleInput
from granview.models.load import load_adapter
from tests.helpers.tiny_prompted import save_prompted

PICTURE = np.random.default_rng(5).integers(0, 255, (48, 70, 3)).astype(np.uint8)
SIZE = (48, 70)
PHRASES = ("a cat", "dog")


def _own_library(folder: Path) -> list[np.ndarray]:
    """Where the probability of each phrase is above one half, in the picture's own size."""
    from transformers import AutoProcessor, CLIPSegForImageSegmentation

    processor = AutoProcessor.from_pretrained(folder)
    network = CLIPSegForImageSegmentation.from_pretrained(folder, dtype=torch.float32).eval()
    masks = []
    for phrase in PHRASES:
        made = processor(text=[phrase], images=[PICTURE], padding=True, return_tensors="pt")
        with torch.inference_mode():
            logits = network(**made).logits
        large = torch.nn.functional.interpolate(logits.reshape(1, 1, *logits.shape[-2:]), SIZE, mode="bilinear")
        masks.append((large[0, 0] > 0).numpy())
    return masks


def test_phrases_are_outlined_as_its_own_library_does(tmp_path: Path) -> None:
    folder = save_prompted("clipseg", tmp_path)
    adapter: Any = load_adapter(LaneSpec("x", str(folder), device="cpu", task="mask-generation"), lambda *step: None)
    prompts = (*(ObjectPrompt(phrase=phrase) for phrase in PHRASES), ObjectPrompt((PointPrompt(1, 1),)))
    batch = adapter.preprocess([SampleInput(PICTURE, {}, prompts)])
    (answer,) = adapter.postprocess(adapter.forward(batch), [SIZE], RunParams())
    assert answer.prediction.of_prompt.tolist() == [0, 1]
    for mask, expected in zip(answer.prediction.masks, _own_library(folder), strict=True):
        np.testing.assert_array_equal(rle.decode(mask), expected)
    assert answer.notices == ("1 of 3 prompts have no mask; it is asked by phrases.",)


def test_a_phrase_of_more_tokens_than_it_reads_is_refused_and_not_cut(tmp_path: Path) -> None:
    folder = save_prompted("clipseg", tmp_path)
    adapter: Any = load_adapter(LaneSpec("x", str(folder), device="cpu", task="mask-generation"), lambda *step: None)
    with pytest.raises(ArgumentError, match="tokens, and the model reads 16"):
        adapter.preprocess([SampleInput(PICTURE, {}, (ObjectPrompt(phrase="cat " * 20),))])
