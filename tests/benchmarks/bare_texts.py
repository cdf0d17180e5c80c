"""What a careful user writes by hand to classify texts, run as a program: prints the seconds that they took.

Arguments: ``loop`` or ``pipeline``, the model's folder, the texts as JSON lines, the batch size.
"""

import json
import sys
import time
from pathlib import Path


def run_loop(model_folder: Path, texts: list[str], batch_size: int) -> float:
    """Sorted by length, tokenised and padded batch by batch; returns seconds, loading left out."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    model = AutoModelForSequenceClassification.from_pretrained(model_folder).eval()
    tokenizer = AutoTokenizer.from_pretrained(model_folder)

    def step(chunk: list[str]) -> None:
        with torch.inference_mode():
            model(**tokenizer(chunk, padding=True, return_tensors="pt")).logits.softmax(-1).numpy()

    step(texts[:batch_size])
    start = time.perf_counter()
    ordered = sorted(texts, key=lambda text: len(tokenizer(text)["input_ids"]))
    for first in range(0, len(ordered), batch_size):
        step(ordered[first : first + batch_size])
    return time.perf_counter() - start


def run_pipeline(model_folder: Path, texts: list[str], batch_size: int) -> float:
    """The same by transformers' own pipeline; returns seconds, loading left out."""
    from transformers import pipeline

    classify = pipeline("text-classification", model=str(model_folder), device="cpu", top_k=None)
    classify(texts[:batch_size], batch_size=batch_size)
    start = time.perf_counter()
    classify(texts, batch_size=batch_size)
    return time.perf_counter() - start


if __name__ == "__main__":
    way = {"loop": run_loop, "pipeline": run_pipeline}[sys.argv[1]]
    lines = Path(sys.argv[3]).read_text(encoding="utf-8").splitlines()
    print(way(Path(sys.argv[2]), [json.loads(line)["text"] for line in lines], int(sys.argv[4])))
