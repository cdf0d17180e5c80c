"""Attention that is shown against eager ``output_attentions``, over all architectures that a lane of texts can load.

Not a part of the suite, which has one of each kind (``tests/helpers/tiny_attention.py``); takes a few minutes:

    python -m tests.benchmarks.architectures
    python -m tests.benchmarks.architectures xglm t5gemma
"""

import inspect
import logging
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import torch
from torch import Tensor

from granview.explain.attention.interface import configs_of
from granview.explain.geometry.text_view import TextView
from granview.explain.prepared_sample import PreparedSample, prepare
from granview.explain.subject import Subject
from granview.models.loading.supported_models import HEADS
from tests.helpers.explained import tokens
from tests.helpers.tiny_architectures import VOCABULARY, build

TOLERANCE: Final = 2e-6
SOURCE, TARGET = 11, 6
_WRITES: Final = ("summarization", "translation", "text2text-generation")
_TASKS: Final = [task for task in HEADS if task not in _WRITES[:2]]
_ALSO_DECODER: Final = HEADS["fill-mask"]
Verdict = tuple[str, str]
"""How it went, in a word or two, and the details."""


def main(kinds: list[str]) -> int:
    """Print a line for each task and architecture that is not simply equal, and the counts; 1 where any is wrong."""
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    torch.set_num_threads(1)
    counts: Counter[str] = Counter()
    for task in _TASKS:
        for kind in HEADS[task].classes():
            if kinds and kind not in kinds:
                continue
            word, details = compared(task, kind)
            counts[word] += 1
            if kinds or word != "equal":
                print(f"{task} {kind}: {word}. {details}", flush=True)
    print(", ".join(f"{count} {word}" for word, count in counts.most_common()))
    return int(counts["WRONG"] + counts["FAILS"] > 0)


def compared(task: str, kind: str) -> Verdict:
    """How a tiny network of an architecture fares."""
    try:
        decoder = task == "text-generation" and kind in _ALSO_DECODER.classes()
        network = build(HEADS[task].auto_class, kind, decoder)
        given, view = _sample(network, task)
        with torch.inference_mode():
            network(**given)
    except Exception as error:  # noqa: BLE001  whatever an architecture needs besides
        return "not built or run", f"{type(error).__name__}: {str(error)[:120]}"
    try:
        ready = prepare(Subject(network, given, view))
    except Exception as error:  # noqa: BLE001  this is what is looked for
        return "FAILS", f"{type(error).__name__}: {str(error)[:200]}"
    maps = list(_eager(network, given))
    if not ready.stacks:
        return ("refused" if maps else "without attention"), ready.no_attention
    return _verdict(ready, maps)


def _sample(network: Any, task: str) -> tuple[dict[str, Any], TextView]:
    torch.manual_seed(3)
    vocabulary = getattr(network.config.get_text_config(), "vocab_size", VOCABULARY)
    ids = torch.randint(5, vocabulary, (1, SOURCE))
    ids[0, -1] = 2
    taken = inspect.signature(network.forward).parameters
    given: dict[str, Any] = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    if "use_cache" in taken:
        given["use_cache"] = False
    if task not in _WRITES:
        feeds_its_decoder = network.config.is_encoder_decoder and "decoder_input_ids" in taken
        return given, TextView(tokens(SOURCE), fed=tokens(SOURCE) if feeds_its_decoder else None)
    given["decoder_input_ids"] = torch.randint(5, VOCABULARY, (1, TARGET))
    return given, TextView(tokens(SOURCE), tokens(TARGET, "target"))


def _eager(network: Any, given: dict[str, Any]) -> Iterator[Tensor]:
    """All attentions in the network's output, as eager attention computes them; few give scores before the softmax."""
    for config in configs_of(network):
        config._attn_implementation = "eager"
    try:
        with torch.inference_mode():
            output = network(**given, output_attentions=True)
    except Exception:  # noqa: BLE001  it has no such option
        return
    for name in output:
        if "attention" in name and output[name] is not None:
            yield from (each for each in output[name] if isinstance(each, Tensor))


def _verdict(ready: PreparedSample, maps: list[Tensor]) -> Verdict:
    """Each layer that is shown is looked for among the eager maps."""
    missing, unlike = list(maps), []
    for stack in ready.stacks:
        for layer in stack.layers:
            weights = ready.attention(layer).block(slice(None))
            place = next((place for place, each in enumerate(missing) if _equal(weights, each)), None)
            if place is None:
                unlike.append(layer.site.name)
            else:
                missing.pop(place)
    shown = ", ".join(f"{stack.name} {len(stack.layers)}" for stack in ready.stacks)
    if not missing:
        return ("more than eager" if unlike else "equal"), shown
    if unlike and not _merged(ready, missing):
        return "WRONG", f"{shown}; unlike: {', '.join(unlike[:3])}"
    return ("merged" if unlike else "in part"), f"{shown}; {' '.join(ready.notices)}"


def _equal(weights: Tensor, eager: Tensor) -> bool:
    if weights.shape != eager.shape:
        return False
    either = (eager.float(), eager.float().softmax(-1))
    return any(float((weights - each).abs().max()) <= TOLERANCE for each in either)


def _merged(ready: PreparedSample, missing: list[Tensor]) -> bool:
    """Whether a layer that attends to both texts at once is what eager attention gives in two parts."""
    across = [layer for stack in ready.stacks for layer in stack.layers if layer.across]
    wholes = [ready.attention(layer).block(slice(None)) for layer in across]
    halves = [
        (whole[..., :SOURCE], whole[..., SOURCE:]) if whole.shape[3] == 2 * SOURCE else whole.split([TARGET, SOURCE], 3)
        for whole in wholes
    ]
    parts = [part for both in halves for part in both]
    return all(any(_equal(part, each) for part in parts) for each in missing)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
