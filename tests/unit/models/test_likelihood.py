"""How likely a model finds a right text is what transformers' own loss says."""

from pathlib import Path
from typing import Any

import pytest
import torch

from granview.core.run_params import RunParams
from granview.core.text import TextInput
from tests.helpers.tiny_text_models import save_tiny_text

PROMPT = TextInput.of("Anna went")
TARGET = " to London"


@pytest.mark.parametrize("kind", ["t5", "bart", "marian"])
def test_an_encoder_decoder_agrees_with_its_own_loss(load: Any, kind: str, tmp_path: Path) -> None:
    adapter = load(save_tiny_text(kind, "text2text-generation", tmp_path / "m"), task="text2text-generation")
    nll, tokens = adapter.likelihood(PROMPT, TARGET, RunParams())
    ids = adapter.tokenizer(PROMPT.text, return_tensors="pt")
    labels = adapter.tokenizer(text_target=TARGET, return_tensors="pt").input_ids
    with torch.inference_mode():
        loss = adapter.network(**{k: v for k, v in ids.items() if k != "token_type_ids"}, labels=labels).loss
    assert tokens == labels.shape[1]
    assert nll == pytest.approx(float(loss) * tokens, rel=1e-4)


@pytest.mark.parametrize("kind", ["gpt2", "llama"])
def test_a_decoder_agrees_with_its_own_loss_over_the_target_alone(load: Any, kind: str, tmp_path: Path) -> None:
    adapter = load(save_tiny_text(kind, "text-generation", tmp_path / "m"), task="text-generation")
    nll, tokens = adapter.likelihood(PROMPT, TARGET, RunParams())
    prompt = adapter.tokenizer(PROMPT.text).input_ids
    target = adapter.tokenizer(TARGET, add_special_tokens=False).input_ids
    ids = torch.tensor([prompt + target])
    labels = torch.tensor([[-100] * len(prompt) + target])
    with torch.inference_mode():
        loss = adapter.network(input_ids=ids, labels=labels).loss
    assert tokens == len(target)
    assert nll == pytest.approx(float(loss) * tokens, rel=1e-4)


def test_models_that_do_not_write_have_none(load: Any, tmp_path: Path) -> None:
    adapter = load(save_tiny_text("bert", "text-classification", tmp_path / "m"), task="text-classification")
    assert adapter.likelihood(PROMPT, TARGET, RunParams()) is None
