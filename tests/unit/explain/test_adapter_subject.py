"""Lanes' own adapters, loaded from folders, as subjects of explanation: every kind of network, every kind of text."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from granview.core.errors import ArgumentError, InputError, UnsupportedModel
from granview.core.explain_query import ExplainQuery, PointPlace, SpanPlace
from granview.core.explanation import PARTS, Tokens, TokenWeights
from granview.core.lane import LaneSpec
from granview.core.text import TextInput
from granview.explain.adapter_subject import SUBJECTS, class_key, subject_of
from granview.explain.explainer import explain, facts_of
from granview.explain.geometry.image_view import ImageView
from granview.explain.prepared_sample import prepare
from granview.explain.subject import Subject
from granview.models.adapter import AnyAdapter
from granview.models.load import load_adapter
from tests.helpers.tiny_models import save_tiny
from tests.helpers.tiny_text_models import save_tiny_text

TEXT = TextInput.of("Anna went to London, and she liked it there.")


def adapter(folder: Path, task: str) -> AnyAdapter:
    return load_adapter(LaneSpec("a", str(folder), task=task, device="cpu"), lambda what, fraction: None)


def test_the_tokens_of_a_classifier_stand_where_they_stand_in_the_text(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("bert", "text-classification", tmp_path / "m"), "text-classification")
    prepared = prepare(subject_of(loaded, TEXT))
    explanation = explain(prepared, ExplainQuery("attention", SpanPlace(13, 19)))
    weights = explanation.weights
    assert isinstance(weights, TokenWeights)
    assert weights.values.sum() == pytest.approx(1, abs=1e-4)
    stretches = [TEXT.text[start:end] for start, end in weights.tokens.offsets if end]
    assert "".join(stretches) == TEXT.text.replace(" ", "")


def test_a_pair_has_tokens_of_both_texts(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("bert", "text-classification", tmp_path / "m"), "text-classification")
    prepared = prepare(subject_of(loaded, TextInput.of("Anna went.", "She left.")))
    explanation = explain(prepared, ExplainQuery("attention", SpanPlace(0, 3, "pair")))
    assert isinstance(explanation.weights, TokenWeights)
    assert {PARTS.index("text"), PARTS.index("pair")} < set(explanation.weights.tokens.part.tolist())


def test_a_decoder_explains_what_it_wrote_after_its_prompt(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("gpt2", "text-generation", tmp_path / "m"), "text-generation")
    prepared = prepare(subject_of(loaded, TextInput.of("Anna went"), " to London"))
    assert prepared.stacks[0].layers[0].site.causal
    explanation = explain(prepared, ExplainQuery("attention", SpanPlace(4, 10, "target")))
    weights = explanation.weights
    assert isinstance(weights, TokenWeights)
    assert set(weights.tokens.part.tolist()) == {PARTS.index("text"), PARTS.index("target")}
    asked = explanation.at
    assert asked is not None
    assert (weights.values[asked.max() + 1 :] == 0).all()


def test_an_encoder_decoder_has_attention_within_both_texts_and_across(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("t5", "text2text-generation", tmp_path / "m"), "text2text-generation")
    prepared = prepare(subject_of(loaded, TextInput.of("Anna went"), "London"))
    assert [stack.name for stack in prepared.stacks] == ["encoder", "decoder", "cross"]
    across = explain(prepared, ExplainQuery("attention", SpanPlace(0, 3, "target"), stack="cross")).weights
    assert isinstance(across, TokenWeights)
    assert across.values.sum() == pytest.approx(1, abs=1e-4)
    assert PARTS.index("target") not in across.tokens.part


def test_of_a_text_longer_than_the_window_the_first_window_is_explained_and_said(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("bert", "text-classification", tmp_path / "m"), "text-classification")
    facts = facts_of(prepare(subject_of(loaded, TextInput.of("Anna went to London. " * 50))))
    assert any("first window is explained" in notice for notice in facts.notices)


@pytest.mark.parametrize("source", ["zoo:unet-nano", "segformer"])
def test_segmentation_networks_are_explained_by_what_they_have(source: str, tmp_path: Path) -> None:
    folder: Any = source if source.startswith("zoo") else save_tiny(source, tmp_path / "m")
    loaded = adapter(folder, "image-segmentation")
    image = np.random.default_rng(0).integers(0, 255, (64, 96, 3), dtype=np.uint8)
    prepared = prepare(subject_of(loaded, image))
    method = "grad-cam" if source.startswith("zoo") else "attention"
    weights = explain(prepared, ExplainQuery(method, PointPlace(50, 30))).weights
    assert weights.values.ndim == 2
    assert np.isfinite(weights.values).all()


def test_explaining_leaves_the_model_s_answers_as_they_were(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("bert", "text-classification", tmp_path / "m"), "text-classification")
    before = loaded.forward(loaded.preprocess([TEXT]))[1][0].logits
    prepared = prepare(subject_of(loaded, TEXT))
    for method in ("attention", "rollout", "integrated-gradients"):
        explain(prepared, ExplainQuery(method, SpanPlace(0, 4)))
    after = loaded.forward(loaded.preprocess([TEXT]))[1][0].logits
    assert torch.equal(before, after)


def test_a_question_and_its_context_are_told_apart(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("bert", "question-answering", tmp_path / "m"), "question-answering")
    given = TextInput.of("Anna went to London.", question="Where?")
    prepared = prepare(subject_of(loaded, given))
    context = explain(prepared, ExplainQuery("attention", SpanPlace(13, 19))).asked
    assert context is not None
    named = {part: context.offsets[context.part == PARTS.index(part)].max() for part in ("text", "question")}
    assert named == {"text": len("Anna went to London."), "question": len("Where?")}
    found = explain(prepared, ExplainQuery("integrated-gradients"))
    with torch.inference_mode():
        starts = prepared.subject.run().start_logits
    assert found.target == int(starts.argmax())


def test_the_word_for_a_mask_is_explained(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("bert", "fill-mask", tmp_path / "m"), "fill-mask")
    subject = subject_of(loaded, TextInput.of("Anna went to [MASK]."))
    found = explain(prepare(subject), ExplainQuery("input-gradients"))
    assert subject.inputs["input_ids"][0, int(found.at[0])] == loaded.tokenizer.mask_token_id


def test_a_tagger_must_be_asked_about_a_token(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("bert", "token-classification", tmp_path / "m"), "token-classification")
    prepared = prepare(subject_of(loaded, TEXT))
    with pytest.raises(ArgumentError, match="Point at one"):
        explain(prepared, ExplainQuery("relevance"))
    assert explain(prepared, ExplainQuery("relevance", SpanPlace(13, 19))).weights.values.max() > 0


def test_windows_are_explained_without_their_padding(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("bert", "text-classification", tmp_path / "m"), "text-classification")
    subject = subject_of(loaded, TextInput.of("Anna went to London. " * 50))
    assert subject.inputs["attention_mask"].all()
    assert subject.inputs["input_ids"].shape[1] == len(subject.view.source)


@pytest.mark.parametrize("name", ["mask2former", "maskformer"])
def test_universal_networks_have_scores_for_pixels(name: str, tmp_path: Path) -> None:
    loaded = adapter(save_tiny(name, tmp_path / "m"), "image-segmentation")
    prepared = prepare(subject_of(loaded, np.zeros((64, 64, 3), np.uint8)))
    assert prepared.logits_shape is not None
    assert prepared.logits_shape[:2] == (1, len(loaded.facts.labels))
    assert [stack.name for stack in prepared.stacks] == ["image"]


def test_a_decoder_that_reads_the_text_itself_stands_one_token_on(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("bart", "question-answering", tmp_path / "m"), "question-answering")
    prepared = prepare(subject_of(loaded, TextInput.of("Anna went to London.", question="Where?")))
    assert [stack.name for stack in prepared.stacks] == ["encoder", "decoder", "cross"]
    encoder, decoder, cross = (stack.layers[0] for stack in prepared.stacks)
    assert isinstance(encoder.queries, Tokens)
    assert isinstance(decoder.queries, Tokens)
    assert decoder.queries.pieces == ("<start>", *encoder.queries.pieces[:-1])
    np.testing.assert_array_equal(decoder.queries.offsets[1:], encoder.queries.offsets[:-1])
    assert (cross.queries, cross.keys) == (decoder.queries, encoder.queries)
    found = explain(prepared, ExplainQuery("attention", SpanPlace(0, 4, "question"), stack="decoder"))
    assert found.asked is not None
    assert encoder.queries.pieces[found.at[0] - 1] == found.asked.pieces[found.at[0]] != "<start>"


@pytest.mark.parametrize("kind", ["t5", "marian"])
def test_a_decoder_begins_with_the_token_that_generation_begins_with(kind: str, tmp_path: Path) -> None:
    loaded: Any = adapter(save_tiny_text(kind, "text2text-generation", tmp_path / "m"), "text2text-generation")
    loaded.network.config.__dict__.pop("decoder_start_token_id", None)
    subject = subject_of(loaded, TextInput.of("Anna went"), "London")
    begun = loaded.network.generate(torch.tensor([[5, 6, 1]]), max_new_tokens=1)[0, 0]
    assert subject.inputs["decoder_input_ids"][0, 0] == begun


def test_layers_without_attention_are_said(tmp_path: Path) -> None:
    loaded = adapter(save_tiny_text("recurrent-gemma", "text-generation", tmp_path / "m"), "text-generation")
    facts = facts_of(prepare(subject_of(loaded, TextInput.of("Anna went"), " to London")))
    assert [len(stack.layers) for stack in facts.stacks] == [1]
    assert facts.notices[0].startswith("1 of this network's 2 layers have no attention weights")


def test_linear_attention_is_refused_with_its_reason(tmp_path: Path) -> None:
    loaded = adapter(save_tiny("mobilevitv2", tmp_path / "m"), "image-segmentation")
    facts = facts_of(prepare(subject_of(loaded, np.zeros((64, 64, 3), np.uint8))))
    assert not facts.stacks
    reasons = {method.name: method.why_not for method in facts.methods}
    for name in ("attention", "mean-attention", "rollout", "relevance"):
        assert "without a softmax over them" in reasons[name]


def test_an_unknown_adapter_is_explained_once_a_class_above_it_is_registered() -> None:
    class Detector:
        pass

    class FineDetector(Detector):
        pass

    with pytest.raises(UnsupportedModel, match="FineDetector cannot be explained"):
        subject_of(FineDetector(), None)  # type: ignore[arg-type]

    subject = Subject(torch.nn.Identity(), {}, ImageView((4, 4), (4, 4)))
    with SUBJECTS.temporarily(class_key(Detector), lambda *_: subject):
        assert subject_of(FineDetector(), None) is subject  # type: ignore[arg-type]


def test_a_picture_that_is_run_in_tiles_is_not_explained():
    adapter = load_adapter(LaneSpec("a", "zoo:unet-nano", device="cpu"), lambda what, share: None)
    with pytest.raises(InputError, match="A picture of 5000 x 4000 px is run in tiles"):
        subject_of(adapter, np.empty((4000, 5000, 3), np.uint8))
