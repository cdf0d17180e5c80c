import numpy as np
import pytest
import torch

from granview.core.errors import InputError, UnsupportedModel
from granview.core.text import TextInput
from granview.core.variant import Variant
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import CLASSES, CORPUS, ENCODERS, save_tiny_text

TASK = "text-classification"
LONG = " ".join(CORPUS)


def pipeline_scores(folder, given, **options):
    """Probabilities in class order, as transformers' own pipeline gives them."""
    from transformers import pipeline

    own = pipeline(TASK, model=str(folder), device="cpu", dtype=torch.float32)
    said = [own(one, top_k=None, **options) for one in given]
    return [[next(x["score"] for x in row if x["label"] == name) for name in CLASSES] for row in said]


@pytest.mark.parametrize("kind", [*ENCODERS, "gpt2", "qwen2"])
def test_agrees_with_the_pipeline(kind, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    texts = [text for text in CORPUS if len(text) < 70]
    said = run_texts(load(folder, task=TASK), texts)
    expected = np.array(pipeline_scores(folder, texts))
    assert expected.std(0).max() > 0.01
    np.testing.assert_allclose([one.prediction.scores for one in said], expected, atol=2e-5)
    assert not said[0].prediction.multi_label


def test_texts_of_several_lengths_share_a_batch_and_change_nothing(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    texts = ["a", "The quick brown fox", CORPUS[2]]
    together = run_texts(adapter, texts)
    for text, said in zip(texts, together, strict=True):
        alone = run_texts(adapter, [text])[0]
        np.testing.assert_allclose(said.prediction.scores, alone.prediction.scores, atol=2e-5)
    assert len({adapter.batch_key(TextInput.of(text)) for text in texts}) == 1


def test_several_labels_at_once(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path, problem_type="multi_label_classification")
    prediction = run_texts(load(folder, task=TASK), [CORPUS[0]])[0].prediction
    assert prediction.multi_label
    np.testing.assert_allclose(prediction.scores, pipeline_scores(folder, [CORPUS[0]])[0], atol=2e-5)
    assert abs(prediction.scores.sum() - 1) > 1e-3


def test_pairs_are_read_as_pairs(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    adapter = load(folder, task=TASK)
    pair = TextInput.of("What is it?", "It is Paris.")
    scores = run_texts(adapter, [pair])[0].prediction.scores
    expected = pipeline_scores(folder, [{"text": "What is it?", "text_pair": "It is Paris."}])[0]
    np.testing.assert_allclose(scores, expected, atol=2e-5)
    batch = adapter.preprocess([pair])
    assert set(batch.passes[0]["token_type_ids"][0].tolist()) == {0, 1}


def test_a_long_text_is_the_mean_of_its_windows_logits(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    adapter = load(folder, task=TASK)
    said = run_texts(adapter, [LONG], stride=16)[0]
    expected = own_windows(folder, LONG, 64, 16)
    np.testing.assert_allclose(said.prediction.scores, expected.mean(0).softmax(-1), atol=2e-5)
    assert f"{len(expected)} windows that share 16 tokens were run; their logits are averaged." in said.notices[0]


def own_windows(folder, text, limit, stride):
    """Logits (windows, classes) by the tokenizer's own overflowing windows."""
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    windows = tokenizer(text, truncation=True, max_length=limit, stride=stride, return_overflowing_tokens=True)
    network = AutoModelForSequenceClassification.from_pretrained(folder).eval()
    with torch.inference_mode():
        rows = [network(input_ids=torch.tensor([ids])).logits[0] for ids in windows["input_ids"][:-1]]
        last = windows["input_ids"][-1]
        whole = tokenizer(text, verbose=False)["input_ids"]
        rows.append(network(input_ids=torch.tensor([[whole[0], *whole[-limit + 1 :]]])).logits[0])
    assert set(last) <= set(whole)
    return torch.stack(rows)


def test_a_long_text_is_truncated_where_asked_and_says_so(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    said = run_texts(load(folder, task=TASK), [LONG], long_text="truncate")[0]
    expected = pipeline_scores(folder, [LONG], truncation=True)[0]
    np.testing.assert_allclose(said.prediction.scores, expected, atol=2e-5)
    assert said.notices[0].startswith("The model's window holds 64 tokens: the first 62 of the text's ")


def test_of_a_pair_the_longer_text_is_cut(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    batch = adapter.preprocess([TextInput.of("What is it?", LONG)])
    short = adapter.tokenizer("What is it?")["input_ids"]
    assert sum(len(inputs["input_ids"]) for inputs in batch.passes) > 1
    for inputs in batch.passes:
        for row in inputs["input_ids"].tolist():
            assert row[: len(short)] == short
    with pytest.raises(InputError, match="are taken by what goes with the text"):
        adapter.preprocess([TextInput.of(LONG, LONG)])


def test_a_long_text_runs_in_calls_of_the_batch_s_size(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK, batch_size=2)
    batch = adapter.preprocess([TextInput.of(LONG * 2)])
    rows = [len(inputs["input_ids"]) for inputs in batch.passes]
    assert rows[0] == 2
    assert sum(rows) == len(batch.texts[0].windows) > 4


def test_roberta_s_window_leaves_out_the_positions_it_cannot_use(tmp_path, load):
    adapter = load(save_tiny_text("roberta", TASK, tmp_path), task=TASK)
    adapter.tokenizer.model_max_length = 10**30
    assert adapter.window == 62
    assert len(run_texts(adapter, [LONG])[0].notices) == 1


def test_characters_that_no_tokenizer_takes_are_replaced_and_told(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    odd, plain = run_texts(adapter, ["a good\0 film\ud800", "a good� film�"])
    np.testing.assert_allclose(odd.prediction.scores, plain.prediction.scores, atol=2e-5)
    assert odd.notices == ("2 characters that no tokenizer takes (NUL, lone surrogates) went to the model as U+FFFD.",)
    assert plain.notices == ()


@pytest.mark.parametrize("precision", ["bf16", "fp16"])
def test_reduced_precision_is_close_to_full(precision, tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    full = run_texts(load(folder, task=TASK), CORPUS[:3])
    reduced = run_texts(load(folder, task=TASK, variant=Variant(precision)), CORPUS[:3])
    for one, other in zip(full, reduced, strict=True):
        np.testing.assert_allclose(one.prediction.scores, other.prediction.scores, atol=0.05)


def test_facts_say_what_was_loaded(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    facts = load(folder, task=TASK).facts
    assert facts.labels.names == CLASSES
    assert facts.architecture == "BertForSequenceClassification"
    assert facts.weights_mb == (folder / "model.safetensors").stat().st_size / 1e6
    assert set(facts.versions) == {"torch", "transformers", "tokenizers"}
    assert facts.notices == ()


def test_operations_are_those_of_one_sample(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    one = TextInput.of(CORPUS[0])
    alone = adapter.count_flops(adapter.preprocess([one]))
    assert alone > 2 * 2 * 4 * 32 * 32 * len(adapter.tokens(one))
    assert adapter.count_flops(adapter.preprocess([one, one, one])) == alone


def test_length_is_in_tokens_and_the_shape_is_that_of_the_batch(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    given = [TextInput.of("the film"), TextInput.of(CORPUS[0])]
    lengths = [adapter.length(one) for one in given]
    assert lengths == [len(adapter.tokenizer(one.text)["input_ids"]) for one in given]
    assert adapter.preprocess(given).shape == (2, max(lengths))


def test_a_regression_is_refused(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path, problem_type="regression")
    with pytest.raises(UnsupportedModel, match="gives a number, not classes"):
        load(folder, task=TASK)


def test_one_output_is_said_to_be_read_as_a_probability(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path, num_labels=1), task=TASK)
    assert any("one output" in notice for notice in adapter.facts.notices)
    (said,) = run_texts(adapter, [CORPUS[0]])
    assert said.prediction.scores.shape == (1,)
    assert 0 < said.prediction.scores[0] < 1


def test_an_empty_text_has_its_special_tokens_alone(tmp_path, load):
    scores = run_texts(load(save_tiny_text("bert", TASK, tmp_path / "bert"), task=TASK), [""])[0].prediction.scores
    assert scores.sum() == pytest.approx(1)
    with pytest.raises(InputError, match="The text is empty"):
        run_texts(load(save_tiny_text("gpt2", TASK, tmp_path / "gpt2"), task=TASK), [""])


def test_a_compiled_lane_sees_few_lengths_and_its_batches_are_alike(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK, variant=Variant(compiled=True))
    short, middle, long = (TextInput.of(text) for text in ("a film", CORPUS[2], LONG))
    assert [adapter.preprocess([one]).shape[1] for one in (short, middle, long)] == [32, 32, 64]
    keys = [adapter.batch_key(one) for one in (short, middle, long)]
    assert keys[0] == keys[1] != keys[2]
