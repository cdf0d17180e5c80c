import pytest
from transformers import AutoModel, GPT2Config, LlamaConfig, RobertaConfig, T5Config

from granview.models.texts.context_window import UNLIMITED, context_window, positions
from tests.helpers.tiny_text_models import byte_level, byte_level_roberta, unigram, wordpiece

_SMALL = {"vocab_size": 50, "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "intermediate_size": 8}


def built(config):
    return AutoModel.from_config(config)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (RobertaConfig(**_SMALL, max_position_embeddings=34, pad_token_id=1), 32),
        (GPT2Config(vocab_size=50, n_embd=8, n_layer=1, n_head=1, n_positions=40), 40),
        (LlamaConfig(**_SMALL, max_position_embeddings=48), 48),
        (T5Config(vocab_size=50, d_model=8, d_kv=8, d_ff=8, num_layers=1, num_heads=1), UNLIMITED),
    ],
)
def test_positions_are_those_that_the_network_can_use(config, expected):
    assert positions(built(config)) == expected


def test_the_lower_limit_counts():
    roberta = built(RobertaConfig(**_SMALL, max_position_embeddings=34, pad_token_id=1))
    assert context_window(roberta, byte_level_roberta(limit=20)) == 20
    assert context_window(roberta, byte_level_roberta(limit=10**30)) == 32
    t5 = built(T5Config(vocab_size=50, d_model=8, d_kv=8, d_ff=8, num_layers=1, num_heads=1))
    assert context_window(t5, unigram(limit=16)) == 16
    assert context_window(t5, byte_level()) == UNLIMITED
    assert context_window(t5, wordpiece(limit=7)) == 7
