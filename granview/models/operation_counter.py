"""torch's own counter of operations, without what it would import to count them."""

from typing import Any

from torch.utils.flop_counter import FlopCounterMode, _FlopCounterMode


def operation_counter() -> FlopCounterMode:
    """A counter of floating-point operations that prints nothing.

    torch's modes ask torch's compiler, at their first operation, to leave them alone; that imports the compiler, one to
    two seconds of a lane's first pass. Nothing is compiled where operations are counted, so the mode is told beforehand
    that it has been asked.
    """
    _say_that_it_was_asked(_FlopCounterMode)
    return FlopCounterMode(display=False)


def _say_that_it_was_asked(mode: Any) -> None:
    """As ``torch._compile`` keeps it: beside the function that the mode runs; other versions of torch ask anew."""
    function = getattr(mode.__torch_dispatch__, "__wrapped__", None)
    if function is not None and not hasattr(function, _ASKED):
        setattr(function, _ASKED, function)


_ASKED = "__dynamo_disable"
