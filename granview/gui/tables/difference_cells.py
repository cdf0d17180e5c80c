"""What a lane has over the pinned one, in words."""

from PySide6.QtCore import QCoreApplication

from granview.analysis.paired import PairedDifference
from granview.gui.tables.numbers import signed
from granview.gui.tables.tables import Tone
from granview.tasks.base import Column

translate = QCoreApplication.translate


def difference_text(difference: PairedDifference, digits: int) -> str:
    """The difference, with half its interval where that is known."""
    text = signed(difference.mean, digits)
    if difference.low is None or difference.high is None:
        return text
    half = (difference.high - difference.low) / 2
    return f"{text} ±{half:.{digits}f}"


def difference_tip(difference: PairedDifference, digits: int) -> str:
    """The difference and its interval as a sentence, and whether it may be chance."""
    if difference.low is None or difference.high is None:
        return translate("Metrics", "Difference to the pinned lane; too few samples for an interval.")
    text = translate(
        "Metrics", "Difference to the pinned lane: {mean}, 95 % interval {low} to {high}, over {n} samples (bootstrap)."
    ).format(
        mean=signed(difference.mean, digits + 1),
        low=signed(difference.low, digits + 1),
        high=signed(difference.high, digits + 1),
        n=difference.n,
    )
    verdict = (
        translate("Metrics", "More than chance.") if difference.significant else translate("Metrics", "May be chance.")
    )
    return f"{text} {verdict}"


def difference_tone(difference: PairedDifference, column: Column) -> Tone:
    """Good or bad where it is more than chance."""
    if not difference.significant or difference.mean is None or not column.better:
        return Tone.QUIET
    return Tone.GOOD if (difference.mean > 0) == (column.better == "higher") else Tone.BAD
