"""Tiny text models with random weights and real fast tokenizers, saved to folders as transformers saves them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import torch

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
CLASSES = ("negative", "neutral", "positive")
CORPUS = (
    "The quick brown fox jumps over the lazy dog near London and Paris.",
    "Maria Curie met Albert Einstein in Brussels; they talked about physics.",
    "It was not a bad film, but it was not a good film either!",
    "What is the capital of France? The capital of France is Paris.",
    "summarize: translate English to German: a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9",
    "北京是中国的首都。我爱北京天安门。",
    "القاهرة عاصمة مصر. أحب القهوة العربية.",
    "I love it 🙂👍🏽 very much 🎉 café naïve Zürich",
)
"""English, Chinese, Arabic, emoji, accents."""

Built = tuple[Any, Any]
_BERT_TOKENS = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
_ROBERTA_TOKENS = {"bos_token": "<s>", "pad_token": "<pad>", "eos_token": "</s>", "unk_token": "<unk>"}


@cache
def _wordpiece() -> str:
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokenizer.train_from_iterator(
        CORPUS, trainers.WordPieceTrainer(vocab_size=260, special_tokens=special, show_progress=False)
    )
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return str(tokenizer.to_str())


@cache
def _byte_level(roberta: bool) -> str:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>", "<|user|>", "<|assistant|>"]
    trainer = trainers.BpeTrainer(
        vocab_size=330,
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(CORPUS, trainer)
    if roberta:
        tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    else:
        tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    return str(tokenizer.to_str())


@cache
def _unigram() -> str:
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=220,
        special_tokens=["<pad>", "</s>", "<unk>", "<s>"],
        unk_token="<unk>",
        show_progress=False,
    )
    tokenizer.train_from_iterator(CORPUS, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 1)]
    )
    return str(tokenizer.to_str())


def _fast(built: str, **options: Any) -> Any:
    from tokenizers import Tokenizer
    from transformers import PreTrainedTokenizerFast

    return PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer.from_str(built), clean_up_tokenization_spaces=False, **options
    )


def wordpiece(limit: int = 64) -> Any:
    """A tokenizer as BERT has."""
    names = ["input_ids", "token_type_ids", "attention_mask"]
    return _fast(_wordpiece(), mask_token="[MASK]", model_max_length=limit, model_input_names=names, **_BERT_TOKENS)


def byte_level_roberta(limit: int = 62) -> Any:
    """A tokenizer as RoBERTa has, whose tokens count the space before them."""
    names = {"model_input_names": ["input_ids", "attention_mask"], "cls_token": "<s>", "sep_token": "</s>"}
    return _fast(_byte_level(True), mask_token="<mask>", model_max_length=limit, **names, **_ROBERTA_TOKENS)


def byte_level(chat: bool = False) -> Any:
    """A tokenizer as GPT-2 has, without a token for padding."""
    tokenizer = _fast(_byte_level(False), eos_token="</s>", model_input_names=["input_ids", "attention_mask"])
    if chat:
        tokenizer.chat_template = (
            "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] + '\\n' }}{% endfor %}"
            "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
        )
    return tokenizer


def unigram(limit: int = 64) -> Any:
    """A tokenizer as T5 has."""
    names = {"pad_token": "<pad>", "eos_token": "</s>", "unk_token": "<unk>"}
    return _fast(_unigram(), model_max_length=limit, model_input_names=["input_ids", "attention_mask"], **names)


def letters() -> Any:
    """A tokenizer with a token for each letter, 49 in all, for networks of any architecture."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    special = ["<pad>", "<s>", "</s>", "<sep>", "<mask>", "<unk>"]
    tokens = [*special, *"abcdefghijklmnopqrstuvwxyz0123456789 ,.'?!:"]
    tokenizer = Tokenizer(models.WordLevel({token: index for index, token in enumerate(tokens)}, unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex("."), "isolated")
    tokenizer.post_processor = processors.BertProcessing(("</s>", 2), ("<s>", 1))
    names = {"pad_token": "<pad>", "cls_token": "<s>", "sep_token": "</s>", "eos_token": "</s>", "bos_token": "<s>"}
    inputs = ["input_ids", "token_type_ids", "attention_mask"]
    return _fast(str(tokenizer.to_str()), mask_token="<mask>", unk_token="<unk>", model_input_names=inputs, **names)


_SMALL = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 48}


def _vocabulary(tokenizer: Any, **positions: Any) -> dict[str, Any]:
    return {**_SMALL, "vocab_size": len(tokenizer), "max_position_embeddings": 64, **positions}


def bert(tokenizer: Any) -> Any:
    from transformers import BertConfig

    return BertConfig(**_vocabulary(tokenizer, pad_token_id=0))


def distilbert(tokenizer: Any) -> Any:
    from transformers import DistilBertConfig

    sizes = {"dim": 32, "n_layers": 2, "n_heads": 4, "hidden_dim": 48, "max_position_embeddings": 64}
    return DistilBertConfig(vocab_size=len(tokenizer), pad_token_id=0, **sizes)


def electra(tokenizer: Any) -> Any:
    from transformers import ElectraConfig

    return ElectraConfig(embedding_size=16, pad_token_id=0, **_vocabulary(tokenizer))


def modernbert(tokenizer: Any) -> Any:
    from transformers import ModernBertConfig

    special = {"pad_token_id": 0, "cls_token_id": 2, "sep_token_id": 3, "bos_token_id": 2, "eos_token_id": 3}
    return ModernBertConfig(local_attention=16, global_attn_every_n_layers=2, **special, **_vocabulary(tokenizer))


def roberta(tokenizer: Any) -> Any:
    from transformers import RobertaConfig

    special = {"pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2}
    return RobertaConfig(**{**_vocabulary(tokenizer), "max_position_embeddings": 64, "type_vocab_size": 1}, **special)


def gpt2(tokenizer: Any) -> Any:
    from transformers import GPT2Config

    special = {"bos_token_id": 2, "eos_token_id": 2}
    return GPT2Config(n_embd=32, n_layer=2, n_head=4, n_positions=128, vocab_size=len(tokenizer), **special)


def _decoder(kind: str) -> Callable[[Any], Any]:
    def config(tokenizer: Any) -> Any:
        import transformers

        special = {"bos_token_id": 0, "eos_token_id": 2, "pad_token_id": None}
        sizes = {**_vocabulary(tokenizer), "max_position_embeddings": 128, "num_key_value_heads": 2}
        return getattr(transformers, f"{kind}Config")(**sizes, **special)

    return config


def t5(tokenizer: Any) -> Any:
    from transformers import T5Config

    sizes = {"d_model": 32, "d_kv": 8, "d_ff": 48, "num_layers": 2, "num_heads": 4}
    special = {"pad_token_id": 0, "eos_token_id": 1, "decoder_start_token_id": 0}
    return T5Config(vocab_size=len(tokenizer), **sizes, **special)


def _seq2seq(kind: str) -> Callable[[Any], Any]:
    def config(tokenizer: Any) -> Any:
        import transformers

        layers = {"encoder_layers": 2, "decoder_layers": 2, "encoder_ffn_dim": 48, "decoder_ffn_dim": 48}
        heads = {"encoder_attention_heads": 4, "decoder_attention_heads": 4, "d_model": 32}
        special = {"pad_token_id": 0, "bos_token_id": 3, "eos_token_id": 1, "decoder_start_token_id": 0}
        own = {"vocab_size": len(tokenizer), "max_position_embeddings": 64, "forced_eos_token_id": None}
        return getattr(transformers, f"{kind}Config")(**layers, **heads, **special, **own)

    return config


def recurrent_gemma(tokenizer: Any) -> Any:
    """A network that is given a cache to fill and gives none back."""
    from transformers import RecurrentGemmaConfig

    special = {"bos_token_id": 0, "eos_token_id": 2, "pad_token_id": 1}
    sizes = {**_vocabulary(tokenizer), "num_key_value_heads": 2, "lru_width": 32, "attention_window_size": 128}
    return RecurrentGemmaConfig(block_types=["recurrent", "attention"], **sizes, **special)


def mamba(tokenizer: Any) -> Any:
    from transformers import MambaConfig

    special = {"bos_token_id": 2, "eos_token_id": 2, "pad_token_id": 1}
    return MambaConfig(vocab_size=len(tokenizer), hidden_size=32, state_size=4, num_hidden_layers=2, **special)


ENCODERS: dict[str, tuple[Callable[[], Any], Callable[[Any], Any]]] = {
    "bert": (wordpiece, bert),
    "roberta": (byte_level_roberta, roberta),
    "distilbert": (wordpiece, distilbert),
    "electra": (wordpiece, electra),
    "modernbert": (wordpiece, modernbert),
}
DECODERS: dict[str, tuple[Callable[[], Any], Callable[[Any], Any]]] = {
    "gpt2": (byte_level, gpt2),
    "llama": (byte_level, _decoder("Llama")),
    "qwen2": (byte_level, _decoder("Qwen2")),
    "gemma": (byte_level, _decoder("Gemma")),
    "mamba": (byte_level, mamba),
}
RECURRENT: dict[str, tuple[Callable[[], Any], Callable[[Any], Any]]] = {
    "recurrent-gemma": (byte_level, recurrent_gemma),
}
"""Decoders that count padding in."""
ENCODER_DECODERS: dict[str, tuple[Callable[[], Any], Callable[[Any], Any]]] = {
    "t5": (unigram, t5),
    "bart": (unigram, _seq2seq("Bart")),
    "marian": (unigram, _seq2seq("Marian")),
    "pegasus": (unigram, _seq2seq("Pegasus")),
}
_FAMILIES = {**ENCODERS, **DECODERS, **RECURRENT, **ENCODER_DECODERS}
_AUTO = {
    "text-classification": "AutoModelForSequenceClassification",
    "token-classification": "AutoModelForTokenClassification",
    "question-answering": "AutoModelForQuestionAnswering",
    "fill-mask": "AutoModelForMaskedLM",
    "text-generation": "AutoModelForCausalLM",
    "text2text-generation": "AutoModelForSeq2SeqLM",
}
_NAMES = {"text-classification": CLASSES, "token-classification": TAGS}
_SPREAD = 0.25


def save_tiny_text(kind: str, task: str, folder: Path, seed: int = 0, names: Any = None, **changes: Any) -> Path:
    """Saves a tiny model with its tokenizer, with weights large enough for its answers to vary.

    Args:
        kind: A key of ``ENCODERS``, ``DECODERS`` or ``ENCODER_DECODERS``.
        task: The task whose head it has.
        folder: Where to.
        seed: Of the weights.
        names: Names of its classes or tags, where they are not the usual ones.
        changes: Fields of the config.
    """
    import transformers

    torch.manual_seed(seed)
    make_tokenizer, make_config = _FAMILIES[kind]
    tokenizer = make_tokenizer()
    config = make_config(tokenizer)
    names = names or _NAMES.get(task)
    if names is not None:
        changes = {"id2label": dict(enumerate(names)), "label2id": {n: i for i, n in enumerate(names)}, **changes}
    for name, value in changes.items():
        setattr(config, name, value)
    network = getattr(transformers, _AUTO[task]).from_config(config)
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim > 1:
                parameter.normal_(0, _SPREAD)
    transformers.utils.logging.disable_progress_bar()
    network.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
