import numpy as np
import pytest
import torch

from granview.core.errors import WeightsMissing
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.load import load_adapter
from tests.helpers.exported_networks import save_lookup
from tests.helpers.tiny_text_models import save_tiny_text

PARAMS = RunParams()
TEXTS = (TextInput.of("Maria met Albert in Brussels"), TextInput.of("London near Paris"))


def load(path, task):
    return load_adapter(LaneSpec("x", str(path), device="cpu", task=task), lambda what, share: None)


def says(adapter, texts):
    batch = adapter.preprocess(texts, PARAMS)
    return [output.prediction for output in adapter.postprocess(adapter.forward(batch), texts, PARAMS)]


@pytest.mark.parametrize("with_types", [False, True])
def test_a_tagger_beside_its_tokenizer_reads_its_table(tmp_path, with_types):
    folder = save_tiny_text("bert", "token-classification", tmp_path)
    (folder / "model.safetensors").unlink()
    table = np.random.default_rng(3).normal(size=(260, 5))
    adapter = load(save_lookup(folder / "model.onnx", table, with_types), "token-classification")
    (batch,) = [adapter.preprocess(TEXTS[:1], PARAMS)]
    ids = batch.passes[0]["input_ids"]
    _, outputs = adapter.forward(batch)
    np.testing.assert_allclose(outputs[0]["logits"], table.astype(np.float32)[ids.numpy()], atol=1e-6)
    assert len(says(adapter, TEXTS)) == 2
    assert adapter.facts.labels.names == ("PER", "LOC")


def test_without_a_config_the_sentence_says_what_to_copy(tmp_path):
    path = save_lookup(tmp_path / "model.onnx", np.zeros((260, 5)))
    with pytest.raises(WeightsMissing, match=r"holds no config\.json"):
        load(path, "token-classification")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("task", ["text-classification", "question-answering"])
def test_a_model_that_torch_has_exported_says_what_transformers_says(tmp_path, task):
    from transformers import AutoModelForQuestionAnswering, AutoModelForSequenceClassification

    folder = save_tiny_text("bert", task, tmp_path)
    auto = AutoModelForQuestionAnswering if task == "question-answering" else AutoModelForSequenceClassification
    network = auto.from_pretrained(folder, attn_implementation="eager").eval()
    outputs = ["start_logits", "end_logits"] if task == "question-answering" else ["logits"]

    class Plain(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.network = network

        def forward(self, input_ids, attention_mask, token_type_ids):
            found = self.network(input_ids, attention_mask, token_type_ids)
            return tuple(found[name] for name in outputs)

    ids = torch.randint(0, 200, (2, 12))
    sides = {0: torch.export.Dim("n", min=1, max=64), 1: torch.export.Dim("t", min=2, max=64)}
    torch.onnx.export(
        Plain(),
        (ids, torch.ones_like(ids), torch.zeros_like(ids)),
        folder / "model.onnx",
        input_names=["input_ids", "attention_mask", "token_type_ids"],
        output_names=outputs,
        dynamic_shapes=(sides, sides, sides),
        dynamo=True,
        verbose=False,
    )
    question = [TextInput.of("Maria met Albert in Brussels near London", question="Who met Albert?")]
    texts = question if task == "question-answering" else list(TEXTS)
    ours, theirs = (says(load(place, task), texts) for place in (folder / "model.onnx", folder))
    for one, other in zip(ours, theirs, strict=True):
        if task == "question-answering":
            assert one.spans.tolist() == other.spans.tolist()
            np.testing.assert_allclose(one.scores, other.scores, atol=1e-5)
        else:
            np.testing.assert_allclose(one.scores, other.scores, atol=1e-5)
