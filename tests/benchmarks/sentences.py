"""A classifier of BERT-base's size with random weights, and sentences for it."""

import json
import random
from pathlib import Path

_WORDS = 3000
_LETTERS = "etaoinshrdlucmfwypvbgk"
_MEAN_WORDS = 15


def save_classifier(folder: Path) -> Path:
    """Write BERT-base (Devlin et al. 2019; 12 layers of 768) with random weights and a WordPiece tokenizer."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    vocabulary = {word: index for index, word in enumerate([*special, *_vocabulary()])}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing("[CLS] $A [SEP]", None, [("[CLS]", 2), ("[SEP]", 3)])
    torch.manual_seed(0)
    network = BertForSequenceClassification(BertConfig(vocab_size=30_522, num_labels=2))
    network.save_pretrained(folder)
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        mask_token="[MASK]",
        model_max_length=512,
    ).save_pretrained(folder)
    return folder


def save_sentences(path: Path, count: int) -> list[str]:
    """Write sentences of 3 to 40 words, 15 in the mean, as JSON lines; returns them."""
    draw = random.Random(7)
    words = _vocabulary()
    lengths = [min(max(round(draw.gammavariate(4, _MEAN_WORDS / 4)), 3), 40) for _ in range(count)]
    texts = [" ".join(draw.choices(words, k=length)) for length in lengths]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    return texts


def _vocabulary() -> list[str]:
    draw = random.Random(3)
    words: dict[str, None] = {}
    while len(words) < _WORDS:
        words["".join(draw.choices(_LETTERS, k=draw.randint(2, 9)))] = None
    return list(words)
