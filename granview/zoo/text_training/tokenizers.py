"""The zoo's tokenizers, trained on the generators' own training texts."""

from collections.abc import Iterator
from typing import Any

from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

PAD, UNKNOWN, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
_MARK = "▁"
BPE_PAD, BPE_END, BPE_UNKNOWN = "<pad>", "</s>", "<unk>"


def train_wordpiece(texts: Iterator[str], vocab_size: int, lowercase: bool) -> Tokenizer:
    """A WordPiece tokenizer as BERT has (Devlin et al., 2019), with [CLS] before and [SEP] after the text.

    All printable ASCII characters are in it, so that no English word is unknown.
    """
    normalizer = normalizers.BertNormalizer(lowercase=lowercase, strip_accents=lowercase)
    vocabulary = [PAD, UNKNOWN, CLS, SEP, *_pieces(texts, normalizer, vocab_size)][:vocab_size]
    tokenizer = Tokenizer(models.WordPiece({piece: i for i, piece in enumerate(vocabulary)}, unk_token=UNKNOWN))
    tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    tokenizer.add_special_tokens([PAD, UNKNOWN, CLS, SEP])
    ends = [(CLS, tokenizer.token_to_id(CLS)), (SEP, tokenizer.token_to_id(SEP))]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{CLS} $A {SEP}", pair=f"{CLS} $A {SEP} $B:1 {SEP}:1", special_tokens=ends
    )
    return tokenizer


def _pieces(texts: Iterator[str], normalizer: Any, size: int) -> list[str]:
    """Characters and then the most frequent pieces of words, with ## where a piece goes on with a word.

    They are the merges of a BPE whose words begin with a mark. The trainer that tokenizers has for WordPiece gives
    another vocabulary in every process.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.BertPreTokenizer(), pre_tokenizers.Metaspace()])
    trainer = trainers.BpeTrainer(vocab_size=size, show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    ranked = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    merged = [piece[1:] if piece[0] == _MARK else f"##{piece}" for piece, _ in ranked if piece != _MARK]
    characters = [chr(code) for code in range(33, 127)]
    alphabet = [*characters, *(f"##{one}" for one in characters if one.isalnum())]
    return list(dict.fromkeys((*alphabet, *merged)))


def train_byte_bpe(texts: Iterator[str], vocab_size: int) -> Tokenizer:
    """A byte-level BPE tokenizer as GPT-2 has (Radford et al., 2019), whose texts end with </s>; all round-trip."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        special_tokens=[BPE_PAD, BPE_END, BPE_UNKNOWN],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"$A {BPE_END}",
        pair=f"$A {BPE_END} $B {BPE_END}",
        special_tokens=[(BPE_END, tokenizer.token_to_id(BPE_END))],
    )
    return tokenizer


def as_transformers(tokenizer: Tokenizer, bert: bool, model_max_length: int | None) -> Any:
    """The tokenizer as transformers' fast tokenizer, which AutoTokenizer loads again; None is no limit of length."""
    from transformers import PreTrainedTokenizerFast

    if bert:
        names = {"pad_token": PAD, "unk_token": UNKNOWN, "cls_token": CLS, "sep_token": SEP}
    else:
        names = {"pad_token": BPE_PAD, "eos_token": BPE_END, "unk_token": BPE_UNKNOWN}
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        **({} if model_max_length is None else {"model_max_length": model_max_length}),
        clean_up_tokenization_spaces=False,
        model_input_names=["input_ids", "attention_mask"],
        **names,
    )
