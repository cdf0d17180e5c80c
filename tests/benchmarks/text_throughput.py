"""512 short sentences through a classifier of BERT-base's size: GranView, a hand-written loop, transformers' pipeline.

The loop sorts the sentences by length and runs batches of 32. GranView's time runs from the model being loaded to the
last result being committed to the session, its warm-up pass included; theirs from a model that is loaded and warm.
"""

import statistics
import tempfile
from pathlib import Path

from granview.core.lane import LaneSpec
from tests.benchmarks.row import Row
from tests.benchmarks.sentences import save_classifier, save_sentences
from tests.benchmarks.timed_runs import lane_s, program_s

TITLE = "Text classification, 512 sentences, BERT-base shape"
SENTENCES, ROUNDS, BATCH = 512, 3, 32
_PIPELINE_BATCHES = (1, 8, 32)


def measure() -> list[Row]:
    """Rows of sentences per second; ratios are against the hand-written loop."""
    with tempfile.TemporaryDirectory() as name:
        model, texts = save_classifier(Path(name) / "model"), Path(name) / "sentences.jsonl"
        save_sentences(texts, SENTENCES)
        lane = LaneSpec("bert", str(model), device="cpu", task="text-classification", batch_size=BATCH)
        rounds = [
            (program_s("bare_texts", "loop", model, texts, BATCH), lane_s(lane, texts, SENTENCES))
            for _ in range(ROUNDS)
        ]
        pipelines = {batch: program_s("bare_texts", "pipeline", model, texts, batch) for batch in _PIPELINE_BATCHES}
    loop = statistics.median(pair[0] for pair in rounds)
    ours = statistics.median(pair[1] for pair in rounds)
    ratio = statistics.median(pair[0] / pair[1] for pair in rounds)
    return [
        Row("hand-written loop, sorted by length, batch 32", _rate(loop), 1.0),
        Row("GranView, batch 32", _rate(ours), ratio, "at least 0.95"),
        *(Row(f"transformers' pipeline, batch {batch}", _rate(s), loop / s) for batch, s in pipelines.items()),
    ]


def _rate(seconds: float) -> str:
    return f"{SENTENCES / seconds:.1f} texts/s"
