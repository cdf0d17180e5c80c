"""512 short sentences through a classifier of BERT-base's size: GranView, a hand-written loop, transformers' pipeline.

The loop sorts the sentences by length and runs batches of 32. GranView's time runs from the model being loaded to the
last result being committed to the session, its warm-up pass included; theirs from a model that is loaded and warm.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from granview.api.inputs import find_inputs
from granview.api.running import run_lanes
from granview.core.events import Event, LaneReady, ResultArrived
from granview.core.lane import LaneSpec
from granview.core.messages import RunParams
from granview.store.session import Session
from tests.benchmarks.row import Row
from tests.benchmarks.sentences import save_classifier, save_sentences

TITLE = "Text classification, 512 sentences, BERT-base shape"
SENTENCES, ROUNDS, BATCH = 512, 3, 32
_PIPELINE_BATCHES = (1, 8, 32)


class _Clock:
    """Notes when the lane was ready and when the last result came."""

    def __init__(self) -> None:
        self.ready_s = self.last_s = 0.0
        self.results = 0

    def listen(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, LaneReady):
                self.ready_s = time.perf_counter()
            elif isinstance(event, ResultArrived):
                self.results += 1
                self.last_s = time.perf_counter()


def measure() -> list[Row]:
    """Rows of sentences per second; ratios are against the hand-written loop."""
    with tempfile.TemporaryDirectory() as name:
        model, texts = save_classifier(Path(name) / "model"), Path(name) / "sentences.jsonl"
        save_sentences(texts, SENTENCES)
        rounds = [(_bare("loop", model, texts, BATCH), _ours(model, texts)) for _ in range(ROUNDS)]
        pipelines = {batch: _bare("pipeline", model, texts, batch) for batch in _PIPELINE_BATCHES}
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


def _bare(way: str, model: Path, texts: Path, batch_size: int) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.bare_texts", way, str(model), str(texts), str(batch_size)]
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    return float(answer.stdout.split()[-1])


def _ours(model: Path, texts: Path) -> float:
    clock = _Clock()
    lane = LaneSpec("bert", str(model), device="cpu", task="text-classification", batch_size=BATCH)
    with tempfile.TemporaryDirectory() as name, Session.create(Path(name) / "run.granview") as session:
        run_lanes(session, [lane], find_inputs([texts], []), RunParams(), clock.listen)
    if clock.results != SENTENCES:
        raise RuntimeError(f"{clock.results} of {SENTENCES} sentences were answered")
    return clock.last_s - clock.ready_s
