"""Numbers with a fixed number of digits, as people read them: a true minus, and none before a zero."""


def format_fixed(value: float, digits: int, sign: str = "") -> str:
    """A number with that many digits after the point.

    What rounds to zero has no minus, and a minus is the sign of mathematics (−), not a hyphen.

    Args:
        value: The number.
        digits: Digits after the point.
        sign: ``+`` for a sign before what is positive or zero too, as before a difference.
    """
    return f"{value:{sign}z.{digits}f}".replace("-", "−")


def format_share(share: float) -> str:
    """A share as percent, with two digits after the point from 99 to 101 %, where marks lie close, else one."""
    percent = share * 100
    return f"{format_fixed(percent, 2 if 99 <= percent <= 101 else 1)} %"
