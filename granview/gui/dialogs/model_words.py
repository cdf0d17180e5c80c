"""What a line of the list of models says."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.engine.catalog import CatalogEntry
from granview.gui.dialogs.model_rows import HUB, LadderHead
from granview.gui.language.below import localized
from granview.gui.model.task_titles import in_words
from granview.gui.style.theme import Theme
from granview.gui.widgets.number_format import count_in_short

_BUILT_IN: Final = ("GranView", "Methods")
"""Families that are always there, so that nothing need be said."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ModelWords", text)


def name_of(entry: CatalogEntry) -> str:
    """What a model is called; a rung by its name below its ladder's."""
    return entry.rung or entry.title


def about_model(entry: CatalogEntry) -> str:
    """Where a model comes from, what it is for, and a line about it."""
    if entry.ladder:
        return localized(entry.note)
    first = "" if entry.family == HUB else localized(entry.family)
    return " · ".join(part for part in (first, in_words(entry.tasks), localized(entry.note)) if part)


def about_ladder(head: LadderHead) -> str:
    """What a ladder is for, and the names of its rungs."""
    names = ", ".join(entry.rung for entry in head.entries)
    return " · ".join((in_words(head.entries[0].tasks[:1]), names))


def params_of_ladder(head: LadderHead) -> str:
    """Parameters of the smallest and the largest rung."""
    first, last = head.entries[0].params, head.entries[-1].params
    return count_in_short(first) if first == last else f"{count_in_short(first)} – {count_in_short(last)}"


def size_in_words(megabytes: float | None, is_estimate: bool) -> str:
    """A size in 10^6 bytes as it is shown; a sign stands before an estimate."""
    if megabytes is None:
        return ""
    sign = "≈ " if is_estimate else ""
    if megabytes >= 1000:
        return f"{sign}{megabytes / 1000:.1f} GB"
    return f"{sign}{megabytes:.{1 if megabytes < 10 else 0}f} MB"


def state_of_model(entry: CatalogEntry, theme: Theme) -> tuple[str, str]:
    """Whether a model is here, and the colour of that."""
    if entry.family in _BUILT_IN:
        return "", theme.muted
    if entry.local:
        return _tr("on this machine"), theme.good
    if entry.gated:
        return _tr("gated, to download"), theme.warn
    return (_tr("to download"), theme.muted) if entry.weights_mb is not None else ("", theme.muted)


def state_of_ladder(head: LadderHead, theme: Theme) -> tuple[str, str]:
    """How many rungs are here and what the others download, and the colour of that."""
    count = len(head.entries)
    if head.here == count:
        return _tr("on this machine"), theme.good
    missing = [entry for entry in head.entries if not entry.local]
    size = size_in_words(sum(entry.weights_mb or 0.0 for entry in missing), any(entry.is_estimate for entry in missing))
    if head.here:
        words = _tr("{here} of {count} here, {size} to download")
        return words.format(here=head.here, count=count, size=size), theme.muted
    return _tr("{size} to download").format(size=size), theme.muted
