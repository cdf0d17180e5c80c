"""A tiny network with random weights of any transformers architecture that does a task, from its config's field names.

Fields that configs have in common are made small by their names; what an architecture needs besides stands in
``_OWN``, by model type.
"""

from collections.abc import Mapping
from typing import Any, Final

import torch
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

VOCABULARY: Final = 60
HEADS, LAYERS, WIDTH = 4, 4, 32
_MOST_PARAMETERS: Final = 30e6
_SPREAD: Final = 0.1

_BY_SIZE: Final[Mapping[int, str]] = {
    WIDTH: "hidden_size d_model n_embd dim embed_dim emb_dim model_dim decoder_hidden_size word_embed_proj_dim "
    "embedding_size dim_model n_embed encoder_hidden_size hidden_dim cross_attention_hidden_size",
    LAYERS: "num_hidden_layers n_layer n_layers num_layers encoder_layers decoder_layers num_decoder_layers "
    "num_encoder_layers depth num_attention_heads n_head n_heads num_heads encoder_attention_heads "
    "decoder_attention_heads num_encoder_attention_heads num_decoder_attention_heads attention_heads heads "
    "num_experts num_local_experts n_routed_experts moe_num_experts mamba_d_state state_size linear_num_value_heads "
    "qk_rope_head_dim mask_token_id cls_token_id",
    2: "num_key_value_heads n_kv_heads num_kv_heads multi_query_group_num num_experts_per_tok num_experts_per_token "
    "moe_k top_k_experts moe_topk linear_num_key_heads eos_token_id",
    8: "head_dim d_kv kv_channels attention_head_size d_head dim_head head_size qk_nope_head_dim v_head_dim "
    "swa_head_dim swa_v_head_dim mamba_d_head mamba_head_dim mamba_n_heads mamba_num_heads linear_key_head_dim "
    "linear_value_head_dim sliding_window attention_window_size",
    12: "qk_head_dim",
    48: "intermediate_size ffn_dim encoder_ffn_dim decoder_ffn_dim d_ff n_inner d_inner dff ffn_hidden_size dim_ff "
    "moe_intermediate_size shared_expert_intermediate_size shared_intermediate_size expert_ffn_hidden_size "
    "intermediate_size_mlp dense_intermediate_size prefix_dense_intermediate_size",
    VOCABULARY: "vocab_size src_vocab_size tgt_vocab_size vocab_size_per_layer_input",
    64: "max_position_embeddings n_positions n_ctx max_sequence_length max_seq_len max_source_positions "
    "max_target_positions seq_length initial_context_length",
    1: "n_group topk_group n_shared_experts num_expert_group num_shared_experts first_k_dense_replace bos_token_id "
    "decoder_start_token_id",
    16: "q_lora_rank kv_lora_rank o_lora_rank projection_dim lora_rank",
    0: "pad_token_id",
    3: "sep_token_id",
}
_SIZES: Final = {name: size for size, names in _BY_SIZE.items() for name in names.split()}

DROPPED: Final = object()
"""Stands for a field that keeps the value which its config gives it."""

_HYBRID: Final = {"layer_types": ["linear_attention", "full_attention"] * 2}
_ROPE: Final = {"rope_theta": 10000.0, "rope_type": "default"}
_LATENT: Final = {"num_key_value_heads": 4, "qk_rope_head_dim": 8, "qk_nope_head_dim": 8, "v_head_dim": 8}
_DELTA: Final = {"linear_head_dim": 8, "linear_num_heads": 4, "qk_head_dim": 16, "head_dim": DROPPED}

_OWN: Final[Mapping[str, Mapping[str, Any]]] = {
    **{
        name: {**_LATENT, "head_dim": 8}
        for name in ("axk2", "deepseek_v32", "minicpm3", "glm4_moe_lite", "glm_moe_dsa")
    },
    **{name: {**_LATENT, "head_dim": 8, "qk_head_dim": DROPPED} for name in ("axk1", "deepseek_v3", "youtu")},
    **{name: {"head_dim": 8} for name in ("hunyuan_v1_dense", "hunyuan_v1_moe", "ministral")},
    **{name: {"rotary_dim": 4} for name in ("gptj", "codegen")},
    "bailing_hybrid": {
        **(_LATENT | _DELTA | _HYBRID),
        **{"mlp_layer_types": ["dense", "sparse"] * 2, "num_experts": 8, "num_expert_group": 2},
    },
    "bamba": {"attn_layer_indices": [1, 3]},
    "cohere_compass_text": {"rope_parameters": {"full_attention": _ROPE, "sliding_attention": _ROPE}},
    "deepseek_v2": {**_LATENT, "head_dim": 8, "num_experts_per_tok": 2},
    "diffllama": {"num_hidden_layers": 3},
    "dots1": {"n_shared_experts": 1, "n_routed_experts": 4, "num_experts_per_tok": 2},
    "esm": {"vocab_size": VOCABULARY, "pad_token_id": 0, "mask_token_id": 4},
    "esmc": {"num_key_value_heads": 4},
    "falcon_h1": {"mamba_d_ssm": 64},
    "gemma3n_text": {
        **{"num_kv_shared_layers": 0, "layer_types": ["sliding_attention", "full_attention"] * 2, "laurel_rank": 4},
        **{"activation_sparsity_pattern": [0.0] * 4, "hidden_size_per_layer_input": 8, "intermediate_size": 48},
    },
    "gpt_neo": {"attention_types": [[["global", "local"], 2]]},
    "granitemoehybrid": _HYBRID,
    "jamba": {"attn_layer_period": 2, "attn_layer_offset": 1, "mamba_dt_rank": 4},
    "kimi_linear": {**_LATENT, **_DELTA, **_HYBRID, "mlp_layer_types": ["dense", "sparse"] * 2},
    "layoutlmv3": {"coordinate_size": 6, "shape_size": 4, "visual_embed": False},
    "led": {"attention_window": [4] * 4, "max_encoder_position_embeddings": 64, "max_decoder_position_embeddings": 64},
    "lfm2": {"layer_types": ["full_attention", "conv"] * 2},
    "lfm2_moe": {"layer_types": ["full_attention", "conv"] * 2, "num_dense_layers": 1},
    "lilt": {"hidden_size": 48, "channel_shrink_ratio": 4},
    "longcat_flash": {**_LATENT, "head_dim": 8, "qk_head_dim": DROPPED, "num_layers": 2, "num_hidden_layers": 4},
    "longformer": {"attention_window": [4] * 4},
    "longt5": {"local_radius": 3, "global_block_size": 4},
    "luke": {"entity_vocab_size": 20, "entity_emb_size": 16},
    "mamba2": {"num_heads": 8, "head_dim": 8, "n_groups": 1},
    "nemotron": {"head_dim": 8, "num_key_value_heads": 2},
    "perceiver": {
        **{"num_latents": 8, "d_latents": 32, "num_self_attends_per_block": 2},
        **{"num_self_attention_heads": 4, "num_cross_attention_heads": 4},
    },
    "recurrent_gemma": {"block_types": ["recurrent", "attention"], "lru_width": 32},
    "reformer": {
        **{"axial_pos_embds": False, "attn_layers": ["local", "lsh"], "num_hidden_layers": 2, "num_buckets": 2},
        **{"local_attn_chunk_length": 4, "lsh_attn_chunk_length": 4, "feed_forward_size": 48},
    },
    "t5": {"decoder_start_token_id": 1},
    "xmod": {"default_language": "en_XX", "languages": ["en_XX"]},
    "zamba": {
        **{"attention_hidden_size": 64, "attention_head_dim": 16, "num_key_value_heads": 4, "mamba_dt_rank": 4},
        **{"layers_block_type": ["linear_attention", "hybrid"] * 2},
    },
    "zamba2": {
        **{"attention_hidden_size": 64, "attention_head_dim": 16, "num_key_value_heads": 4, "num_query_groups": 4},
        **{"layers_block_type": ["linear_attention", "hybrid"] * 2, "hybrid_layer_ids": [1, 3]},
        **{"n_mamba_heads": 8, "mamba_headdim": 8, "adapter_rank": 4},
    },
    "zaya": {"num_experts_per_tok": 1, "router_hidden_size": 16, "layer_types": ["hybrid"] * 4},
}


class TooLarge(Exception):
    """What a network becomes whose config names its sizes otherwise."""


def build(auto_class: str, kind: str, decoder: bool = False) -> Any:
    """A tiny network, in evaluation mode, with weights large enough that attention is far from uniform.

    Args:
        auto_class: One of transformers' auto classes.
        kind: A model type.
        decoder: Whether an encoder is used as a decoder.

    Raises:
        TooLarge: its config names its sizes in a way that is not known here.
        Exception: whatever transformers raises where the sizes do not fit each other.
    """
    import transformers

    maker: Any = getattr(transformers, auto_class)
    with torch.device("meta"):
        size = sum(parameter.numel() for parameter in maker.from_config(_config(kind, decoder)).parameters())
    if size > _MOST_PARAMETERS:
        raise TooLarge(f"{size / 1e6:.0f} million parameters")
    torch.manual_seed(0)
    network = maker.from_config(_config(kind, decoder)).eval().float()
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if parameter.ndim > 1 or "relative" in name:
                parameter.copy_(torch.randn_like(parameter) * _SPREAD)
    return network


def _config(kind: str, decoder: bool) -> Any:
    kinds: Any = CONFIG_MAPPING
    config = kinds[kind](**_fields(kinds[kind], kind))
    if decoder and hasattr(config, "is_decoder"):
        config.is_decoder = True
    return config


def _fields(made: Any, kind: str) -> dict[str, Any]:
    usual = made()
    names = {*vars(usual), *made.attribute_map} & set(_SIZES)
    fields = {name: _SIZES[name] for name in names if _is_size(made, usual, name)}
    for name, declared in (made.sub_configs or {}).items():
        given = getattr(usual, name, None)
        part: Any = declared if given is None else type(given)
        if part.model_type:
            fields[name] = {**_fields(part, part.model_type), "model_type": part.model_type}
    own = _OWN.get(kind, {})
    return {name: value for name, value in {**fields, **own}.items() if value is not DROPPED}


def _is_size(made: Any, usual: Any, name: str) -> bool:
    """Whether a field is set: one that has a number (a token may be missing), under its config's own name for it."""
    if made.attribute_map.get(name) in _SIZES:
        return False
    try:
        value = getattr(usual, name, None)
    except AttributeError:
        return True
    return isinstance(value, int) or (value is None and name in ("pad_token_id", "bos_token_id", "eos_token_id"))
