"""Rows as aligned text, for people; the files are for programs."""

from collections.abc import Mapping, Sequence
from textwrap import fill

from granview.core.number_format import format_fixed
from granview.report.verdict.rounding import digits_for


def text_table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Columns as wide as their widest cell, two spaces apart; those in ``right`` aligned to the right."""
    table = [list(heads), *(list(row) for row in rows)]
    widths = [max(len(row[index]) for row in table) for index in range(len(heads))]
    lines = (
        "  ".join(
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    )
    return "\n".join(lines)


def legend(words: Mapping[str, str], width: int = 100) -> str:
    """What names mean, a paragraph each, with the names in a column of their own."""
    indent = max(map(len, words), default=0) + 2
    return "\n".join(
        fill(
            text,
            width,
            initial_indent=name.ljust(indent),
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for name, text in words.items()
    )


def number_text(value: object, digits: int = 3) -> str:
    """A number with so many digits after the point; ``n/a`` where there is no value.

    One that is not 0 is never written as 0: ``<0.001``, and below 0 ``>-0.001``.
    """
    if value is None:
        return "n/a"
    if not isinstance(value, float):
        return str(value)
    least = 10.0**-digits
    if digits and value and abs(value) < least / 2:
        return f"<{least:.{digits}f}" if value > 0 else f">−{least:.{digits}f}"
    return format_fixed(value, digits)


def signed_text(value: float, digits: int = 3) -> str:
    """A difference with its sign; one that is not 0 is never written as 0."""
    if value and abs(value) < 10.0**-digits / 2:
        return number_text(value, digits)
    return format_fixed(value, digits, "+")


def interval_text(low: float | None, high: float | None, digits: int = 3, why_none: str | None = None) -> str:
    """Both ends with their signs, and so many digits that they differ; why there is none, else ``n/a``."""
    if low is None or high is None:
        return why_none or "n/a"
    shown = max(digits, digits_for(low, high, digits))
    return " to ".join(format_fixed(end, shown, "+") for end in (low, high))
