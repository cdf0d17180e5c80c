import json

import msgspec
import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from granview.core.errors import UnsupportedModel, WeightsChanged
from granview.core.variant import Variant
from granview.zoo.build import file_sha256
from granview.zoo.nets_text.bilstm import BiLstmClassifier
from granview.zoo.nets_text.bilstm_folder import BiLstmConfig
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import CORPUS, wordpiece

TASK = "text-classification"


@pytest.fixture
def folder(tmp_path):
    torch.manual_seed(0)
    network = BiLstmClassifier(260, 3, 8, 8)
    config = BiLstmConfig(260, {0: "negative", 1: "neutral", 2: "positive"}, 8, 8)
    (tmp_path / "config.json").write_bytes(msgspec.json.encode(config))
    save_file(network.state_dict(), tmp_path / "model.safetensors")
    (tmp_path / "card.json").write_text(json.dumps({"sha256": file_sha256(tmp_path / "model.safetensors")}))
    wordpiece(limit=40).save_pretrained(tmp_path)
    network.eval().requires_grad_(False)
    return tmp_path, network


def test_says_what_the_network_says_whatever_the_batch(folder, load):
    path, network = folder
    texts = ["a film", CORPUS[0], "It was not good"]
    said = run_texts(load(path, task=TASK), texts)
    tokenizer = wordpiece()
    for text, one in zip(texts, said, strict=True):
        ids = torch.tensor([tokenizer(text)["input_ids"]])
        expected = network(ids, torch.ones_like(ids)).softmax(-1)[0]
        np.testing.assert_allclose(one.prediction.scores, expected, atol=1e-5)


def test_a_long_text_is_read_by_windows(folder, load):
    adapter = load(folder[0], task=TASK)
    assert adapter.window == 40
    assert "their logits are averaged" in run_texts(adapter, [" ".join(CORPUS)])[0].notices[0]


def test_facts_say_what_was_loaded(folder, load):
    facts = load(folder[0], task=TASK).facts
    assert facts.architecture == "BiLstmClassifier"
    assert facts.labels.names == ("negative", "neutral", "positive")
    assert facts.params == sum(parameter.numel() for parameter in folder[1].parameters())
    assert facts.notices == ()


def test_changed_weights_are_refused(folder, load):
    weights = folder[0] / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\1")
    with pytest.raises(WeightsChanged):
        load(folder[0], task=TASK)


def test_another_task_is_refused(folder, load):
    with pytest.raises(UnsupportedModel, match="No family of models for fill-mask knows"):
        load(folder[0], task="fill-mask")


def test_bfloat16_is_close_to_full_precision(folder, load):
    full = run_texts(load(folder[0], task=TASK), CORPUS[:2])
    reduced = run_texts(load(folder[0], task=TASK, variant=Variant("bf16")), CORPUS[:2])
    for one, other in zip(full, reduced, strict=True):
        np.testing.assert_allclose(one.prediction.scores, other.prediction.scores, atol=0.03)
