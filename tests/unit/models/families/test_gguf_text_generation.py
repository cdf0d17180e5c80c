"""GGUF files as lanes, beside transformers' own load of the same file."""

import pytest
import torch

from granview.core.errors import ArgumentError, InputError, UnsupportedModel
from granview.core.variant import Variant
from granview.engine.source_check import check_source
from granview.engine.task_inference import infer_tasks
from granview.models.loading.gguf_file import read_gguf
from tests.helpers.texts import run_texts
from tests.helpers.tiny_gguf import save_tiny_gguf

TASK = "text-generation"
PROMPTS = ["The quick brown", "What is the capital"]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return save_tiny_gguf(tmp_path_factory.mktemp("gguf") / "tiny.gguf")


@pytest.fixture
def own(path, monkeypatch):
    """The library's own network and tokenizer; of accelerate it needs no more here than that it is said to be there."""
    from transformers import AutoModelForCausalLM, AutoTokenizer, modeling_utils

    monkeypatch.setattr(modeling_utils, "is_accelerate_available", lambda: True)
    network = AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, dtype=torch.float32)
    return network.eval(), AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name)


def test_weights_and_texts_are_those_of_the_library(path, own, load):
    adapter = load(path, task=TASK)
    network, tokenizer = own
    ours = adapter.network.state_dict()
    assert {name: tensor.shape for name, tensor in ours.items()} == {
        name: tensor.shape for name, tensor in network.state_dict().items()
    }
    assert all(torch.equal(ours[name], tensor) for name, tensor in network.state_dict().items())
    for prompt, said in zip(PROMPTS, run_texts(adapter, PROMPTS), strict=True):
        inputs = tokenizer(prompt, return_tensors="pt")
        with torch.inference_mode():
            output = network.generate(**inputs, max_new_tokens=8, do_sample=False)
        written = output[0, inputs["input_ids"].shape[1] :]
        assert said.prediction.text == tokenizer.decode(written, skip_special_tokens=True)
        assert said.prediction.prompt == prompt


def test_it_says_how_the_file_stores_its_weights_and_that_they_were_unpacked(path, load):
    facts = load(path, task=TASK, variant=Variant("bf16")).facts
    assert facts.notices[0].startswith("The file stores its weights as Q8_0 (99.6%) and F32 (0.4%)")
    assert "unpacked to bf16" in facts.notices[0]
    assert facts.weights_mb == path.stat().st_size / 1e6
    assert facts.architecture == "LlamaForCausalLM"
    assert "gguf" in facts.versions


def test_a_file_alone_in_its_folder_is_what_the_folder_names(path, load):
    assert infer_tasks(str(path.parent)) == infer_tasks(str(path)) == (TASK,)
    assert load(path.parent, task=TASK).facts.architecture == "LlamaForCausalLM"


def test_a_damaged_file_is_told(path, tmp_path, load):
    data = path.read_bytes()
    for name, damaged in (("cut", data[: len(data) // 2]), ("torn", data[:200] + b"\xff" * 400 + data[600:])):
        file = tmp_path / f"{name}.gguf"
        file.write_bytes(damaged)
        with pytest.raises((InputError, UnsupportedModel), match=f"{name}.gguf"):
            load(file, task=TASK)


def test_a_file_that_only_ends_so_is_refused_before_anything_is_started(tmp_path):
    file = tmp_path / "text.gguf"
    file.write_text("no model")
    with pytest.raises(ArgumentError, match="is no GGUF file"):
        check_source(str(file))


def test_an_architecture_that_transformers_cannot_read_is_told(tmp_path, load):
    file = save_tiny_gguf(tmp_path / "odd.gguf", architecture="rwkv99")
    with pytest.raises(UnsupportedModel, match="architecture 'rwkv99'"):
        load(file, task=TASK)


def test_formats_are_named_by_their_share_of_the_weights(tmp_path):
    file = read_gguf(save_tiny_gguf(tmp_path / "plain.gguf", "F16"))
    assert (file.architecture, list(file.formats)) == ("llama", ["F16", "F32"])
    assert file.stored_as() == "F16 (99.6%) and F32 (0.4%)"
