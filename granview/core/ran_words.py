"""How a lane runs, in few words: what its variant asks for, and what of that was really done."""

from granview.core.lane import RanAs
from granview.core.variant import Variant

_TORCH = "torch"


def ran_words(variant: Variant, ran: RanAs | None) -> tuple[str, ...]:
    """Such as ``int8`` and ``97 % of weights``; empty for a model that runs as it was trained.

    Args:
        variant: What was asked for.
        ran: How it really ran; None while that is not known.
    """
    asked = "" if variant.is_plain else variant.short
    if ran is None:
        return (asked,) if asked else ()
    converted = "" if ran.covered is None else f"{_percent(ran.covered)} of weights"
    pruned = ran.sparsity is not None and variant.step_of("pruning") is not None
    zeros = f"{_percent(ran.sparsity or 0.0)} zeros" if pruned else ""
    engine = "" if ran.engine.startswith(_TORCH) or variant.step_of("engine") else ran.engine
    return tuple(words for words in (asked, _other_format(variant, ran), converted, zeros, engine) if words)


def _other_format(variant: Variant, ran: RanAs) -> str:
    """The number format that it really ran in, where nothing that was asked for explains it."""
    explained = variant.step_of("quantisation") is not None or ran.precision == variant.precision
    return "" if explained or not ran.precision else f"ran in {ran.precision}"


def _percent(share: float) -> str:
    """Never 100 % of what is not whole, nor 0 % of what is there."""
    percent = share * 100
    if 99 < percent < 100 or 0 < percent < 1:
        return f"{percent:.1f} %" if 0.05 <= percent < 99.95 else ("> 99.9 %" if percent > 50 else "< 0.1 %")
    return f"{percent:.0f} %"
