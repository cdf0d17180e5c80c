"""Source and target language of mBART, NLLB and M2M-100, beside transformers' own way."""

import pytest
import torch

from granview.core.errors import InputError
from granview.core.params import Generation
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.generation.languages import languages_of, near_codes
from tests.helpers.tiny_text_models import save_tiny_text, unigram
from tests.helpers.tiny_translators import TRANSLATORS, save_tiny_translator

TASK = "translation"
TEXT = "The quick brown fox"


@pytest.fixture(scope="module", params=TRANSLATORS)
def family(request, tmp_path_factory):
    return request.param, save_tiny_translator(request.param, tmp_path_factory.mktemp(request.param))


def params_for(source="", target=""):
    return RunParams(
        generation=Generation(max_new_tokens=6),
        of_task={TASK: {"source_language": source, "target_language": target}},
    )


def said_by(adapter, params):
    sample = TextInput.of(TEXT)
    (said,) = adapter.postprocess(adapter.forward(adapter.preprocess([sample], params)), [sample], params)
    return said


def test_texts_and_likelihoods_are_those_of_the_library(family, load):
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    kind, folder = family
    adapter = load(folder, task=TASK)
    first, one, other = TRANSLATORS[kind][2]
    network, tokenizer = AutoModelForSeq2SeqLM.from_pretrained(folder).eval(), AutoTokenizer.from_pretrained(folder)
    texts = {}
    for source, target in ((first, one), (one, other), (other, first)):
        tokenizer.src_lang, tokenizer.tgt_lang = source, target
        inputs = tokenizer(TEXT, return_tensors="pt")
        forced = languages_of(tokenizer)[target]
        with torch.inference_mode():
            output = network.generate(**inputs, forced_bos_token_id=forced, max_new_tokens=6, num_beams=1)
            labels = tokenizer(text_target="brown fox", return_tensors="pt")["input_ids"]
            loss = network(**inputs, labels=labels).loss
        params = params_for(source, target)
        said = said_by(adapter, params)
        assert said.prediction.text == tokenizer.decode(output[0], skip_special_tokens=True)
        assert said.prediction.prompt_tokens == inputs["input_ids"].shape[1]
        assert output[0, 1] == forced
        nll, n = adapter.likelihood(TextInput.of(TEXT), "brown fox", params)
        assert (nll / n, n) == (pytest.approx(float(loss), rel=1e-5), labels.shape[1])
        texts[source, target] = adapter.tokens(TextInput.of(TEXT), params).id_array.tolist()
    assert len({tuple(ids) for ids in texts.values()}) == 3, "the source's code stands beside the text"


def test_without_a_choice_it_is_as_the_tokenizer_begins(family, load):
    kind, folder = family
    adapter = load(folder, task=TASK)
    first, one, _ = TRANSLATORS[kind][2]
    before = adapter.tokens(TextInput.of(TEXT)).id_array.tolist()
    adapter.tokens(TextInput.of("Fox"), params_for(one))
    adapter.tokenizing._remembered.clear()
    assert adapter.tokens(TextInput.of(TEXT)).id_array.tolist() == before
    assert adapter.tokens(TextInput.of(TEXT), params_for(first)).id_array.tolist() == before
    assert any("target_language" in notice for notice in adapter.facts.notices)


def test_a_language_that_the_model_does_not_know_is_told_with_near_ones(family, load):
    kind, folder = family
    adapter = load(folder, task=TASK)
    near = TRANSLATORS[kind][2][1]
    for wrong in (params_for(target="deu_Xxxx"), params_for(source="deu_Xxxx")):
        with pytest.raises(InputError, match="is 'deu_Xxxx', which is none of the model's") as error:
            adapter.preprocess([TextInput.of(TEXT)], wrong)
        assert near in error.value.hint


def test_a_model_without_languages_says_that_it_does_not_use_them(tmp_path, load):
    adapter = load(save_tiny_text("t5", "text2text-generation", tmp_path), task=TASK)
    assert any("names no languages" in notice for notice in said_by(adapter, params_for(target="de")).notices)
    assert languages_of(unigram()) == {}


def test_near_codes_begin_alike_or_are_spelt_alike():
    assert near_codes("en", ["deu_Latn", "eng_Latn", "ewe_Latn"]) == ["eng_Latn"]
    assert near_codes("EN_xx", ["en_XX", "ro_RO"])[0] == "en_XX"
    assert near_codes("latn", ["zho_Hans"]) == []
