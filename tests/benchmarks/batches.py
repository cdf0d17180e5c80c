"""What a model says of texts in a batch against what it says of each alone, over all architectures of texts.

Not a part of the suite, which has some of each kind (``tests/unit/models/texts/test_batch_sharing.py``); takes a few
minutes:

    python -m tests.benchmarks.batches
    python -m tests.benchmarks.batches fnet recurrent_gemma
"""

import logging
import sys
import warnings
from collections import Counter
from typing import Final

import torch

from granview.core.text import TextInput
from granview.models.loading.supported_models import HEADS
from tests.helpers.texts import run_texts, unlike
from tests.helpers.tiny_adapters import ADAPTERS, tiny_adapter

_TEXTS: Final = ("a <mask> b", "the fox <mask> over it", "nobody, in 7 towns, saw the <mask> at all", "<mask> it so")
_GIVEN: Final = [TextInput.of(text, question="who?") for text in _TEXTS]


def main(kinds: list[str]) -> int:
    """Print a line for each task and architecture whose texts do not share every pass; 1 where an answer changes."""
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    torch.set_num_threads(1)
    counts: Counter[str] = Counter()
    for task in ADAPTERS:
        for kind in HEADS[task].classes():
            if kinds and kind not in kinds:
                continue
            word, details = compared(task, kind)
            counts[word] += 1
            if kinds or word != "ANY":
                print(f"{task} {kind}: {word}. {details}", flush=True)
    print(", ".join(f"{count} {word}" for word, count in counts.most_common()))
    return int(counts["CHANGES"] > 0)


def compared(task: str, kind: str) -> tuple[str, str]:
    """Which texts share a pass of a tiny network, or ``CHANGES`` where one's answer depends on another."""
    try:
        adapter = tiny_adapter(task, kind, len(_GIVEN))
        alone = [run_texts(adapter, [given])[0].prediction for given in _GIVEN]
        again = [run_texts(adapter, [given])[0].prediction for given in _GIVEN]
    except Exception as error:  # noqa: BLE001  whatever an architecture needs besides
        return "not built or run", f"{type(error).__name__}: {str(error)[:120]}"
    if any(unlike(*pair) for pair in zip(again, alone, strict=True)):
        return "random", adapter.sharing.name
    together = [said.prediction for said in run_texts(adapter, _GIVEN)]
    changed = [unlike(*pair) for pair in zip(together, alone, strict=True)]
    return ("CHANGES", f"{adapter.sharing.name}: {changed}") if any(changed) else (adapter.sharing.name, "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
