"""A tiny GGUF file of the llama architecture, with a tokenizer as GPT-2 has, written by the format's own library."""

import json
from pathlib import Path

import numpy as np

from tests.helpers.tiny_text_models import byte_level

_WIDTH, _HEADS, _KV_HEADS, _LAYERS, _INNER, _CONTEXT = 32, 4, 2, 2, 64, 128


def save_tiny_gguf(path: Path, quantised: str = "Q8_0", architecture: str = "llama") -> Path:
    """Write random weights, the same each time; matrices quantised, the rest in float32.

    Args:
        path: The file.
        quantised: A format of ``gguf.GGMLQuantizationType``.
        architecture: What the file says that it is.
    """
    from gguf import GGMLQuantizationType, GGUFWriter, quantize

    vocabulary, merges = _vocabulary()
    writer = GGUFWriter(path, architecture)
    writer.add_name("tiny")
    writer.add_context_length(_CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(_LAYERS)
    writer.add_feed_forward_length(_INNER)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_KV_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(10_000.0)
    writer.add_vocab_size(len(vocabulary))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(vocabulary)
    writer.add_token_types([3 if token.startswith("<") and token.endswith(">") else 1 for token in vocabulary])
    writer.add_token_merges(merges)
    writer.add_bos_token_id(vocabulary.index("<s>"))
    writer.add_eos_token_id(vocabulary.index("</s>"))
    writer.add_pad_token_id(vocabulary.index("<pad>"))
    writer.add_add_bos_token(False)
    kind = GGMLQuantizationType[quantised]
    draw = np.random.default_rng(0)
    for name, shape in _shapes(len(vocabulary)).items():
        values = draw.normal(0, 0.25, shape).astype(np.float32) if len(shape) == 2 else np.ones(shape, np.float32)
        if len(shape) == 2:
            writer.add_tensor(name, quantize(values, kind), raw_dtype=kind)
        else:
            writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _vocabulary() -> tuple[list[str], list[str]]:
    model = json.loads(byte_level().backend_tokenizer.to_str())["model"]
    vocabulary = sorted(model["vocab"], key=model["vocab"].__getitem__)
    return vocabulary, [pair if isinstance(pair, str) else " ".join(pair) for pair in model["merges"]]


def _shapes(n_tokens: int) -> dict[str, tuple[int, ...]]:
    kv = _WIDTH * _KV_HEADS // _HEADS
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (n_tokens, _WIDTH),
        "output_norm.weight": (_WIDTH,),
        "output.weight": (n_tokens, _WIDTH),
    }
    for layer in range(_LAYERS):
        of_layer = {
            "attn_norm": (_WIDTH,),
            "ffn_norm": (_WIDTH,),
            "attn_q": (_WIDTH, _WIDTH),
            "attn_k": (kv, _WIDTH),
            "attn_v": (kv, _WIDTH),
            "attn_output": (_WIDTH, _WIDTH),
            "ffn_gate": (_INNER, _WIDTH),
            "ffn_up": (_INNER, _WIDTH),
            "ffn_down": (_WIDTH, _INNER),
        }
        shapes |= {f"blk.{layer}.{name}.weight": shape for name, shape in of_layer.items()}
    return shapes
