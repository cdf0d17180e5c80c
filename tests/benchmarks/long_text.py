"""A text of 1 MB as one sample: what its windows, and what becomes of them, cost beside its tokenizer alone.

The network is a tiny BERT with a window of 512 tokens, since only what stands around the forward pass is compared.
"""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.load import load_adapter
from tests.benchmarks.row import Row
from tests.helpers.tiny_text_models import CORPUS, save_tiny_text, wordpiece

TITLE = "Text of 1 MB, one sample, windows of 512 tokens, one core"
_CHARS, _WINDOW, _GAP = 1_000_000, 512, 100
_TASKS = ("text-classification", "token-classification", "question-answering", "fill-mask")


def measure() -> list[Row]:
    """Rows of seconds; ratios are against the tokenizer's backend, called once."""
    import torch

    torch.set_num_threads(1)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        for task in _TASKS:
            rows += _of_task(task, Path(name) / task)
    return rows


def _of_task(task: str, folder: Path) -> list[Row]:
    save_tiny_text("bert", task, folder, max_position_embeddings=_WINDOW)
    wordpiece(_WINDOW).save_pretrained(folder)
    adapter: Any = load_adapter(LaneSpec(task, str(folder), device="cpu", task=task), lambda what, fraction: None)
    text, params = _text(task), RunParams()
    alone_s, _ = _timed(lambda: adapter.tokenizer.backend_tokenizer.encode(text.text, text.question))
    before_s, batch = _timed(lambda: adapter.preprocess([text], params))
    forward_s, output = _timed(lambda: adapter.forward(batch))
    after_s, _ = _timed(lambda: adapter.postprocess(output, [text], params))
    windows = len(batch.texts[0].windows)
    return [
        Row(f"{task}: the tokenizer alone", f"{alone_s:.2f} s", 1.0),
        Row("GranView: preprocessing", f"{before_s:.2f} s", before_s / alone_s, "at most 2"),
        Row(f"forward pass of {windows} windows, a tiny BERT", f"{forward_s:.2f} s"),
        Row("GranView: postprocessing", f"{after_s:.2f} s", after_s / alone_s),
    ]


def _text(task: str) -> TextInput:
    words = random.Random(1).choices(" ".join(CORPUS).split(), k=_CHARS // 4)
    if task == "fill-mask":
        words[::_GAP] = ["[MASK]"] * len(words[::_GAP])
    question = "What is the capital of France?" if task == "question-answering" else None
    return TextInput.of(" ".join(words)[:_CHARS], question=question)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    made = work()
    return time.perf_counter() - start, made
