from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from granview.core import rle
from granview.core.errors import ArgumentError, NotFinite
from granview.core.lane import LaneSpec
from granview.core.prompt import ObjectPrompt
from granview.core.run_params import RunParams
from granview.models.adapter import SampleInput
from granview.models.families import hf_sam3
from granview.models.load import load_adapter
from tests.helpers.tiny_prompted import save_prompted

PICTURE = np.random.default_rng(5).integers(0, 255, (48, 70, 3)).astype(np.uint8)
SIZE = (48, 70)
PHRASES = ("a cat", "dog")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_prompted("sam3", tmp_path_factory.mktemp("sam3"))


@pytest.fixture
def adapter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A model whose weights are random is sure of nothing, so that whatever it says counts as found."""
    monkeypatch.setattr(hf_sam3, "LEAST_SCORE", 0.0)
    return load_adapter(LaneSpec("x", str(folder), device="cpu", task="mask-generation"), lambda *step: None)


def _said(adapter: Any, *phrases: str) -> Any:
    batch = adapter.preprocess([SampleInput(PICTURE, {}, tuple(ObjectPrompt(phrase=phrase) for phrase in phrases))])
    (answer,) = adapter.postprocess(adapter.forward(batch), [SIZE], RunParams())
    return answer


def _own_library(folder: Path, phrase: str) -> tuple[np.ndarray, np.ndarray]:
    """The masks and scores that the processor and the model of transformers give, the surest first."""
    from transformers import AutoProcessor, Sam3Model

    processor = AutoProcessor.from_pretrained(folder)
    network = Sam3Model.from_pretrained(folder, dtype=torch.float32).eval()
    made = processor(images=PICTURE, text=phrase, return_tensors="pt")
    with torch.inference_mode():
        output = network(**{name: made[name] for name in ("pixel_values", "input_ids", "attention_mask")})
    (found,) = processor.post_process_instance_segmentation(output, threshold=0.0, target_sizes=[SIZE])
    order = found["scores"].argsort(descending=True)
    return found["masks"][order].numpy().astype(bool), found["scores"][order].numpy()


def test_all_objects_of_a_phrase_are_outlined_as_its_own_library_does(adapter: Any, folder: Path) -> None:
    answer = _said(adapter, *PHRASES).prediction
    for place, phrase in enumerate(PHRASES):
        masks, scores = _own_library(folder, phrase)
        own = [mask for mask, of in zip(answer.masks, answer.of_prompt, strict=True) if of == place]
        assert len(own) == len(masks)
        wrong = np.array([rle.decode(mask) for mask in own]) != masks
        assert wrong.mean() < 0.005  # random weights give values about one half, on either side of it
        np.testing.assert_allclose(answer.scores[answer.of_prompt == place], scores, atol=1e-5)


def test_scores_that_are_no_numbers_are_an_error_and_not_a_picture_without_objects(adapter: Any) -> None:
    with torch.no_grad():
        for parameter in adapter.network.dot_product_scoring.parameters():
            parameter.fill_(float("nan"))
    assert isinstance(_said(adapter, *PHRASES), NotFinite)


def test_a_phrase_of_more_tokens_than_it_reads_is_refused_and_not_cut(adapter: Any) -> None:
    with pytest.raises(ArgumentError, match="tokens, and the model reads 32"):
        _said(adapter, "cat " * 40)
