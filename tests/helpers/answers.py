"""Explanations for tests: what a lane would answer."""

import numpy as np

from granview.core.explain_facts import ExplainFacts, LayerFacts, MethodFacts, StackFacts
from granview.core.explanation import PARTS, SPECIAL, Explanation, HeatMaps, Tokens, TokenWeights
from granview.gui.paint.heat import Heat


def map_answer(values: list[list[float]], width: float = 100, height: float = 100, **more: object) -> Explanation:
    """A map over a whole picture."""
    return Explanation("attention", HeatMaps(np.array(values, np.float32), (0, 0, width, height)), **more)  # type: ignore[arg-type]


def word_answer(text: str, values: list[float], at: list[int] | None = None, part: str = "text") -> Explanation:
    """Weights over ``[CLS]`` and the words of a text; ``at``: the tokens that were asked about."""
    words, offsets, start = text.split(" "), [(0, 0)], 0
    for word in words:
        offsets.append((start, start + len(word)))
        start += len(word) + 1
    parts = [SPECIAL] + [PARTS.index(part)] * len(words)
    tokens = Tokens(("[CLS]", *words), np.array(offsets, np.int32), np.array(parts, np.uint8))
    asked = {} if at is None else {"asked": tokens, "at": np.array(at, np.int32)}
    return Explanation("attention", TokenWeights(np.array(values, np.float32), tokens), **asked)  # type: ignore[arg-type]


def heat(explanation: Explanation, top: float | None = None, signed: bool = False, shared: bool = True) -> Heat:
    """An answer as it is drawn, on its own scale unless another end is given."""
    return Heat(explanation, float(explanation.weights.values.max()) if top is None else top, signed, shared)


def facts(*offered: str, layers: int = 0, heads: int = 2) -> ExplainFacts:
    """What a lane offers: these methods of ``attention`` and ``grad-cam``, and one stack where it has layers."""
    methods = tuple(
        MethodFacts(name, name, "A paper", f"{name} says.", "And no more.", "" if name in offered else "Not here.")
        for name in ("attention", "grad-cam")
    )
    stack = StackFacts("image", tuple(LayerFacts(f"layer.{n}", heads, 4, 4) for n in range(layers)))
    return ExplainFacts(methods, (stack,) if layers else ())
