"""The zoo's tokenizers, trained on the generators' own training texts."""

from collections.abc import Iterator
from typing import Any

from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

PAD, UNKNOWN, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
T5_PAD, T5_END, T5_UNKNOWN = "<pad>", "</s>", "<unk>"


def train_wordpiece(texts: Iterator[str], vocab_size: int, lowercase: bool) -> Tokenizer:
    """A WordPiece tokenizer as BERT has (Devlin et al., 2019), with [CLS] before and [SEP] after the text.

    All printable ASCII characters are in it, so that no English word is unknown.
    """
    tokenizer = Tokenizer(models.WordPiece(unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lowercase, strip_accents=lowercase)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    special = [PAD, UNKNOWN, CLS, SEP]
    alphabet = [chr(code) for code in range(33, 127)]
    trainer = trainers.WordPieceTrainer(
        vocab_size=vocab_size, special_tokens=special, initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator([*texts, *_every_place(alphabet)], trainer)
    ends = [(CLS, tokenizer.token_to_id(CLS)), (SEP, tokenizer.token_to_id(SEP))]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{CLS} $A {SEP}", pair=f"{CLS} $A {SEP} $B:1 {SEP}:1", special_tokens=ends
    )
    return tokenizer


def _every_place(alphabet: list[str]) -> list[str]:
    """Words that show each letter and digit both at the beginning of a word and within one."""
    return [character + character for character in alphabet if character.isalnum()]


def train_byte_bpe(texts: Iterator[str], vocab_size: int) -> Tokenizer:
    """A byte-level BPE tokenizer as GPT-2 has (Radford et al., 2019), whose texts end with </s>; any text round-trips."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        special_tokens=[T5_PAD, T5_END, T5_UNKNOWN],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"$A {T5_END}", pair=f"$A {T5_END} $B {T5_END}", special_tokens=[(T5_END, tokenizer.token_to_id(T5_END))]
    )
    return tokenizer


def as_transformers(tokenizer: Tokenizer, bert: bool, model_max_length: int) -> Any:
    """The tokenizer as transformers' fast tokenizer, which AutoTokenizer loads again."""
    from transformers import PreTrainedTokenizerFast

    if bert:
        names = {"pad_token": PAD, "unk_token": UNKNOWN, "cls_token": CLS, "sep_token": SEP}
    else:
        names = {"pad_token": T5_PAD, "eos_token": T5_END, "unk_token": T5_UNKNOWN}
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        model_max_length=model_max_length,
        clean_up_tokenization_spaces=False,
        model_input_names=["input_ids", "attention_mask"],
        **names,
    )
