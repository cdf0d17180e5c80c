from types import SimpleNamespace

import pytest
import torch
from transformers import GenerationConfig

from granview.core.params import Generation
from granview.models.generation.settings import as_transformers, own_settings, seeded, unused_settings

CPU = torch.device("cpu")


def network(**config):
    return SimpleNamespace(generation_config=GenerationConfig(**config))


def test_special_tokens_are_the_model_s_and_the_rest_is_the_run_s():
    own = own_settings(network(eos_token_id=[2, 3], bad_words_ids=[[7]], num_beams=4, length_penalty=2.0), pad_id=9)
    config = as_transformers(Generation(num_beams=2, no_repeat_ngram_size=3), own, max_new_tokens=5)
    assert (config.eos_token_id, config.bad_words_ids, config.pad_token_id) == ([2, 3], [[7]], 9)
    assert (config.num_beams, config.no_repeat_ngram_size, config.max_new_tokens) == (2, 3, 5)
    assert config.length_penalty != 2.0
    assert config.output_scores


def test_the_model_s_own_padding_is_kept():
    assert own_settings(network(pad_token_id=4), pad_id=9).pad_token_id == 4


@pytest.mark.parametrize("draw", [True, False])
def test_what_belongs_to_drawing_is_set_where_tokens_are_drawn(draw):
    own = own_settings(network(), pad_id=0)
    config = as_transformers(Generation(do_sample=draw, temperature=0.5, top_k=3, top_p=0.7), own, 5)
    given = (config.temperature, config.top_k, config.top_p)
    assert given == ((0.5, 3, 0.7) if draw else (None, None, None))


def test_what_a_model_recommends_is_named():
    assert unused_settings(network()) == ()
    assert unused_settings(network(eos_token_id=2)) == ()
    assert unused_settings(network(num_beams=1, do_sample=False, repetition_penalty=1.0)) == ()
    said = unused_settings(network(num_beams=4, length_penalty=2.0))
    assert said == (
        "Its generation_config.json recommends num_beams 4, length_penalty 2.0; the run's own parameters are used.",
    )


def test_draws_repeat_within_and_go_on_outside():
    drawing = Generation(do_sample=True, seed=5)
    torch.manual_seed(1)
    expected = torch.rand(1)
    torch.manual_seed(1)
    with seeded(drawing, CPU):
        first = torch.rand(1)
    assert torch.equal(torch.rand(1), expected)
    with seeded(drawing, CPU):
        assert torch.equal(torch.rand(1), first)
