import json

import numpy as np
import pytest
import torch

from granview.core.errors import InputError, UnsupportedModel
from granview.core.params import Generation, TextParams
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.core.variant import Variant
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import CORPUS, ENCODER_DECODERS, save_tiny_text

TASK = "text2text-generation"
SHORT = tuple(text for text in CORPUS if len(text) < 60)


def own_generate(folder, text, **options):
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    network = AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32).eval()
    inputs = tokenizer(text, return_tensors="pt", truncation=True)
    common = {"return_dict_in_generate": True, "output_scores": True, "max_new_tokens": 8}
    output = network.generate(**inputs, **{**common, **options})
    scores = network.compute_transition_scores(
        output.sequences, output.scores, output.get("beam_indices"), normalize_logits="beam_indices" not in output
    )
    return tokenizer.decode(output.sequences[0], skip_special_tokens=True), scores[0].exp().numpy()


@pytest.mark.parametrize("kind", ENCODER_DECODERS)
@pytest.mark.parametrize("beams", [1, 3])
def test_agrees_with_generate(kind, beams, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    adapter = load(folder, task=TASK)
    said = run_texts(adapter, SHORT[:2], Generation(max_new_tokens=8, num_beams=beams))
    for text, one in zip(SHORT, said, strict=False):
        expected, probabilities = own_generate(folder, text, num_beams=beams, do_sample=False)
        assert one.prediction.text == expected
        assert one.prediction.nll is None
        assert one.first_token_ms > 0
        assert one.new_tokens >= len(one.prediction.tokens)
        if one.new_tokens == len(one.prediction.tokens):
            np.testing.assert_allclose(one.prediction.confidence, probabilities[: one.new_tokens], atol=1e-4)


@pytest.mark.parametrize("kind", ["t5", "bart"])
def test_sampling_agrees_with_generate_from_the_same_seed(kind, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    drawing = {"do_sample": True, "temperature": 0.8, "top_k": 0, "top_p": 0.95}
    said = run_texts(load(folder, task=TASK), SHORT[:2], Generation(max_new_tokens=8, seed=3, **drawing))
    torch.manual_seed(3)
    assert said[1].prediction.text == own_generate(folder, SHORT[1], **drawing)[0]


def test_texts_of_several_lengths_share_a_batch_and_change_nothing(tmp_path, load):
    adapter = load(save_tiny_text("t5", TASK, tmp_path), task=TASK)
    texts = ["a", SHORT[0], CORPUS[0]]
    for text, together in zip(texts, run_texts(adapter, texts), strict=True):
        assert together.prediction.text == run_texts(adapter, [text])[0].prediction.text


@pytest.mark.parametrize("task", ["summarization", "translation"])
def test_the_config_s_prefix_is_put_before_the_text(task, tmp_path, load):
    folder = save_tiny_text("t5", TASK, tmp_path)
    edit(
        folder / "config.json",
        task_specific_params={
            "summarization": {"prefix": "summarize: ", "num_beams": 4},
            "translation_en_to_de": {"prefix": "translate English to German: "},
            "translation_en_to_fr": {"prefix": "translate English to French: "},
        },
    )
    adapter = load(folder, task=task)
    prefix = {"summarization": "summarize: ", "translation": "translate English to German: "}[task]
    given = TextInput.of("the fox")
    tokens = adapter.tokens(given)
    assert adapter.tokenizer.decode(tokens.ids, skip_special_tokens=True) == f"{prefix}the fox"
    inside = tokens.offsets[tokens.part == 0].tolist()
    assert "".join(given.text[start:end] for start, end in inside).replace(" ", "") == "thefox"
    bare = adapter.tokenizer("other: the fox")["input_ids"]
    assert list(adapter.tokens(given, params(prefix="other: ")).ids) == bare
    told = [notice for notice in adapter.facts.notices if "2 prefixes for translation" in notice]
    assert len(told) == (task == "translation")


def params(**text):
    return RunParams(text=TextParams(**text))


def test_a_long_text_keeps_its_start_and_says_so(tmp_path, load):
    folder = save_tiny_text("bart", TASK, tmp_path)
    said = run_texts(load(folder, task=TASK), [" ".join(CORPUS)])[0]
    assert said.prediction.text == own_generate(folder, " ".join(CORPUS), do_sample=False)[0]
    assert said.notices[0].startswith("The model's window holds 64 tokens: the first 63 of the text's ")


def test_the_decoder_s_positions_limit_what_is_written(tmp_path, load):
    adapter = load(save_tiny_text("bart", TASK, tmp_path), task=TASK)
    said = run_texts(adapter, ["the fox"], Generation(max_new_tokens=500))[0]
    assert said.new_tokens <= 63
    assert said.notices == ("The model writes at most 63 new tokens, not 500.",)


def test_tokens_are_told_while_they_are_written(tmp_path, load):
    adapter = load(save_tiny_text("t5", TASK, tmp_path), task=TASK)
    adapter.written_every_s = 0.0
    told = []

    class Listener:
        def written(self, index, text):
            told.append(text)

        def cancelled(self):
            return False

    said = run_texts(adapter, ["the fox"], watcher=Listener())[0]
    assert len(told) >= said.new_tokens
    assert told[-1] == said.prediction.text


def test_operations_are_one_pass_of_the_encoder_and_one_step(tmp_path, load):
    adapter = load(save_tiny_text("t5", TASK, tmp_path), task=TASK)
    one, other = (adapter.count_flops(adapter.preprocess([TextInput.of(text)])) for text in ("the fox", CORPUS[0]))
    assert 0 < one < other
    twice = adapter.count_flops(adapter.preprocess([TextInput.of("the fox")] * 2))
    assert twice == one


def test_a_model_of_another_task_is_told_and_where_it_fits(tmp_path, load):
    folder = save_tiny_text("t5", TASK, tmp_path)
    with pytest.raises(UnsupportedModel, match="is a T5ForConditionalGeneration, not a model for fill-mask") as error:
        load(folder, task="fill-mask")
    assert error.value.hint == "Use --task summarization or translation or text2text-generation."


@pytest.mark.parametrize(("forced", "told"), [(None, True), (3, False)])
def test_a_model_of_several_languages_says_where_none_is_chosen(forced, told, tmp_path, load, monkeypatch):
    from transformers import PreTrainedTokenizerFast

    folder = save_tiny_text("bart", TASK, tmp_path)
    edit(folder / "generation_config.json", forced_bos_token_id=forced)
    monkeypatch.setattr(PreTrainedTokenizerFast, "src_lang", "en_XX", raising=False)
    notices = load(folder, task="translation").facts.notices
    assert any("knows several languages" in notice for notice in notices) == told


def test_an_empty_text_is_told(tmp_path, load):
    with pytest.raises(InputError, match="The text is empty"):
        run_texts(load(save_tiny_text("t5", TASK, tmp_path), task=TASK), [" "])


def test_reduced_precision_runs(tmp_path, load):
    adapter = load(save_tiny_text("t5", TASK, tmp_path), task=TASK, variant=Variant("bf16"))
    assert run_texts(adapter, SHORT[:2])[0].new_tokens > 0


def edit(path, **changes):
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
