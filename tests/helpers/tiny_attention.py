"""Tiny networks with attention and random weights, one or more per way in which transformers writes attention."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

Inputs = dict[str, Any]
_SMALL = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 48}
_TEXT = {**_SMALL, "vocab_size": 60, "pad_token_id": 0, "max_position_embeddings": 64}
_VISION = {**_SMALL, "image_size": 48, "patch_size": 8}
_DECODER = {**_TEXT, "num_key_value_heads": 2, "bos_token_id": 1, "eos_token_id": 2}


@dataclass(frozen=True)
class Tiny:
    """A network's builder, a sample for it, and where its eager attentions are in its output.

    Attributes:
        build: Makes the network.
        inputs: Makes a sample.
        attentions: The eager attentions of an output, in the order of the calls; None where it has none or not all.
    """

    build: Callable[[], Any]
    inputs: Callable[[], Inputs]
    attentions: Callable[[Any], list[Tensor]] | None = lambda output: list(output.attentions)


def image(height: int = 48, width: int = 48) -> Inputs:
    return {"pixel_values": torch.randn(1, 3, height, width)}


def wide_image() -> Inputs:
    return image(64, 96)


def words() -> Inputs:
    return {"input_ids": torch.randint(3, 60, (1, 11))}


def padded_words() -> Inputs:
    ids = torch.randint(3, 60, (1, 11))
    ids[:, 8:] = 0
    return {"input_ids": ids, "attention_mask": (ids != 0).long()}


def causal_words() -> Inputs:
    return {**words(), "use_cache": False}


def padded_causal_words() -> Inputs:
    return {**padded_words(), "use_cache": False}


def two_texts() -> Inputs:
    target = torch.randint(3, 60, (1, 5))
    return {**padded_words(), "decoder_input_ids": target, "use_cache": False}


def image_and_words() -> Inputs:
    return {**image(), **words()}


def _made(config: str, model: str, **options: Any) -> Callable[[], Any]:
    def build() -> Any:
        import transformers

        torch.manual_seed(0)
        network = getattr(transformers, model)(getattr(transformers, config)(**options))
        return _stirred(network.eval())

    return build


def _without(options: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {each: value for each, value in options.items() if each != name}


def _stirred(network: Any) -> Any:
    """With weights large enough that attention is far from uniform, and position biases that are not 0."""
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if parameter.ndim > 1 or "relative" in name:
                parameter.copy_(torch.randn_like(parameter) * 0.15)
    return network


def _encoder_decoder(output: Any) -> list[Tensor]:
    decoder = zip(output.decoder_attentions, output.cross_attentions, strict=True)
    return [*output.encoder_attentions, *(weights for pair in decoder for weights in pair)]


def _clipseg(output: Any) -> list[Tensor]:
    parts = (output.vision_model_output, output.decoder_output)
    return [weights for part in parts for weights in part.attentions]


_SWIN = {"image_size": 48, "patch_size": 4, "embed_dim": 16, "depths": [2, 2], "num_heads": [2, 4], "window_size": 4}
_SEGFORMER = {
    "hidden_sizes": [16, 16, 32, 32],
    "depths": [1, 1, 1, 1],
    "num_attention_heads": [1, 2, 2, 4],
    "mlp_ratios": [2, 2, 2, 2],
    "decoder_hidden_size": 16,
}
_MOBILEVIT = {
    "image_size": 64,
    "hidden_sizes": [16, 24, 32],
    "neck_hidden_sizes": [8, 8, 16, 16, 24, 24, 32],
    "num_attention_heads": 2,
    "aspp_out_channels": 8,
    "num_labels": 3,
}
_SEQ2SEQ = {
    "vocab_size": 60,
    "d_model": 32,
    "encoder_layers": 2,
    "decoder_layers": 2,
    "encoder_attention_heads": 4,
    "decoder_attention_heads": 4,
    "encoder_ffn_dim": 48,
    "decoder_ffn_dim": 48,
    "max_position_embeddings": 64,
    "pad_token_id": 0,
    "decoder_start_token_id": 1,
}
_T5 = {
    "vocab_size": 60,
    "d_model": 32,
    "d_kv": 8,
    "d_ff": 48,
    "num_layers": 2,
    "num_heads": 4,
    "pad_token_id": 0,
    "decoder_start_token_id": 1,
}
_CLIPSEG = {
    "text_config": {**_TEXT, "bos_token_id": 1, "eos_token_id": 2},
    "vision_config": _VISION,
    "projection_dim": 16,
    "reduce_dim": 16,
    "extract_layers": [0, 1],
    "decoder_num_attention_heads": 2,
    "decoder_intermediate_size": 24,
}

IMAGE: Mapping[str, Tiny] = {
    "vit": Tiny(_made("ViTConfig", "ViTModel", **_VISION), image),
    "deit": Tiny(_made("DeiTConfig", "DeiTModel", **_VISION), image),
    "dinov2": Tiny(_made("Dinov2Config", "Dinov2Model", **_VISION), lambda: image(48, 64)),
    "dinov2-registers": Tiny(
        _made("Dinov2WithRegistersConfig", "Dinov2WithRegistersModel", num_register_tokens=4, **_VISION), image
    ),
    "dinov3": Tiny(_made("DINOv3ViTConfig", "DINOv3ViTModel", num_register_tokens=4, **_VISION), image),
    "siglip": Tiny(_made("SiglipVisionConfig", "SiglipVisionModel", **_VISION), image),
    "beit": Tiny(
        _made(
            "BeitConfig",
            "BeitModel",
            use_relative_position_bias=True,
            use_absolute_position_embeddings=False,
            **_VISION,
        ),
        image,
    ),
    "dpt": Tiny(
        _made(
            "DPTConfig",
            "DPTForSemanticSegmentation",
            **{**_VISION, "num_hidden_layers": 4},
            backbone_out_indices=[0, 1, 2, 3],
            neck_hidden_sizes=[8, 8, 8, 8],
            fusion_hidden_size=8,
            num_labels=3,
        ),
        image,
    ),
    "segformer": Tiny(_made("SegformerConfig", "SegformerForSemanticSegmentation", **_SEGFORMER), wide_image),
    "swin": Tiny(_made("SwinConfig", "SwinModel", **_SWIN), lambda: image(72, 80), None),
    "clipseg": Tiny(_made("CLIPSegConfig", "CLIPSegForImageSegmentation", **_CLIPSEG), image_and_words, _clipseg),
    "mobilevit": Tiny(_made("MobileViTConfig", "MobileViTForSemanticSegmentation", **_MOBILEVIT), wide_image, None),
}

TEXT: Mapping[str, Tiny] = {
    "bert": Tiny(_made("BertConfig", "BertModel", **_TEXT), words),
    "bert-padded": Tiny(_made("BertConfig", "BertModel", **_TEXT), padded_words),
    "distilbert": Tiny(
        _made("DistilBertConfig", "DistilBertModel", dim=32, n_layers=2, n_heads=4, hidden_dim=48, vocab_size=60),
        padded_words,
    ),
    "roberta": Tiny(_made("RobertaConfig", "RobertaModel", **_TEXT), padded_words),
    "electra": Tiny(_made("ElectraConfig", "ElectraModel", embedding_size=16, **_TEXT), words),
    "albert": Tiny(_made("AlbertConfig", "AlbertModel", embedding_size=16, **_TEXT), padded_words),
    "modernbert": Tiny(
        _made(
            "ModernBertConfig",
            "ModernBertModel",
            local_attention=4,
            global_attn_every_n_layers=2,
            cls_token_id=1,
            sep_token_id=2,
            **{**_TEXT, "num_hidden_layers": 4},
        ),
        padded_words,
    ),
    "gpt2": Tiny(_made("GPT2Config", "GPT2Model", n_embd=32, n_layer=2, n_head=4, vocab_size=60), causal_words),
    "llama": Tiny(_made("LlamaConfig", "LlamaModel", **_DECODER), causal_words),
    "llama-padded": Tiny(_made("LlamaConfig", "LlamaModel", **_DECODER), padded_causal_words),
    "mistral": Tiny(_made("MistralConfig", "MistralModel", sliding_window=4, **_DECODER), causal_words),
    "qwen2": Tiny(_made("Qwen2Config", "Qwen2Model", **_DECODER), causal_words),
    "qwen3": Tiny(_made("Qwen3Config", "Qwen3Model", head_dim=8, **_DECODER), causal_words),
    "gemma2": Tiny(
        _made("Gemma2Config", "Gemma2Model", head_dim=8, attn_logit_softcapping=2.0, sliding_window=4, **_DECODER),
        causal_words,
    ),
    "gpt-oss": Tiny(
        _made("GptOssConfig", "GptOssModel", head_dim=8, num_local_experts=2, num_experts_per_tok=1, **_DECODER),
        causal_words,
    ),
    "diffllama": Tiny(
        _made("DiffLlamaConfig", "DiffLlamaModel", **{**_DECODER, "num_hidden_layers": 3}), padded_causal_words
    ),
    "recurrent-gemma": Tiny(
        _made(
            "RecurrentGemmaConfig",
            "RecurrentGemmaForCausalLM",
            block_types=["recurrent", "attention"],
            lru_width=32,
            **{**_DECODER, "num_hidden_layers": 4},
        ),
        causal_words,
    ),
    "xglm": Tiny(
        _made("XGLMConfig", "XGLMModel", vocab_size=60, d_model=32, ffn_dim=48, num_layers=2, attention_heads=4),
        padded_causal_words,
    ),
    "git": Tiny(_made("GitConfig", "GitForCausalLM", vision_config=_VISION, **_TEXT), causal_words),
    "t5": Tiny(_made("T5Config", "T5Model", **_T5), two_texts, _encoder_decoder),
    "bart": Tiny(_made("BartConfig", "BartModel", **_SEQ2SEQ), two_texts, _encoder_decoder),
    "marian": Tiny(_made("MarianConfig", "MarianModel", **_SEQ2SEQ), two_texts, _encoder_decoder),
    "mvp": Tiny(_made("MvpConfig", "MvpModel", **_SEQ2SEQ), two_texts, _encoder_decoder),
    "fsmt": Tiny(
        _made("FSMTConfig", "FSMTModel", src_vocab_size=60, tgt_vocab_size=60, **_without(_SEQ2SEQ, "vocab_size")),
        two_texts,
        _encoder_decoder,
    ),
    "bigbird-pegasus": Tiny(
        _made("BigBirdPegasusConfig", "BigBirdPegasusModel", attention_type="original_full", **_SEQ2SEQ),
        two_texts,
        _encoder_decoder,
    ),
    "deberta": Tiny(
        _made("DebertaV2Config", "DebertaV2Model", relative_attention=True, pos_att_type=["p2c", "c2p"], **_TEXT),
        padded_words,
    ),
}

ALL: Mapping[str, Tiny] = {**IMAGE, **TEXT}

WITH_CLASSES: Mapping[str, Tiny] = {
    "vit": Tiny(_made("ViTConfig", "ViTForImageClassification", **_VISION), image),
    "segformer": IMAGE["segformer"],
    "swin": Tiny(_made("SwinConfig", "SwinForImageClassification", **_SWIN), image),
    "beit": Tiny(_made("BeitConfig", "BeitForImageClassification", **_VISION), image),
    "bert": Tiny(_made("BertConfig", "BertForSequenceClassification", **_TEXT), words),
    "bert-tokens": Tiny(_made("BertConfig", "BertForTokenClassification", **_TEXT), padded_words),
    "llama": Tiny(_made("LlamaConfig", "LlamaForCausalLM", **_DECODER), causal_words),
    "diffllama": Tiny(_made("DiffLlamaConfig", "DiffLlamaForCausalLM", **_DECODER), causal_words),
    "git": Tiny(_made("GitConfig", "GitForCausalLM", vision_config=_VISION, **_TEXT), causal_words),
    "ctrl": Tiny(
        _made("CTRLConfig", "CTRLLMHeadModel", n_embd=32, n_layer=2, n_head=4, dff=48, n_positions=64, vocab_size=60),
        causal_words,
    ),
    "deberta": Tiny(
        _made(
            "DebertaV2Config",
            "DebertaV2ForSequenceClassification",
            relative_attention=True,
            pos_att_type=["p2c", "c2p"],
            **_TEXT,
        ),
        words,
    ),
    "bart": Tiny(_made("BartConfig", "BartForConditionalGeneration", **_SEQ2SEQ), two_texts),
}
"""Networks that say something of a sample."""
