"""A BERT of the large one's shape (335 million parameters) with random weights, on disk."""

from pathlib import Path

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *(f"word{number}" for number in range(30_517)))


def save_large(folder: Path) -> Path:
    """Save it with its tokenizer as a Hugging Face folder; 1.34 GB of safetensors."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    torch.manual_seed(0)
    shape = {"hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16, "intermediate_size": 4096}
    BertForSequenceClassification(BertConfig(vocab_size=len(WORDS), num_labels=2, **shape)).save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    return folder
