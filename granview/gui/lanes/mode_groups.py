"""Which contents share a cell, for each mode."""

from collections.abc import Sequence
from typing import TypeVar

from granview.gui.model.cell_content import CellContent
from granview.gui.model.view_state import ViewState

C = TypeVar("C", bound=CellContent)


def everyone(contents: Sequence[C], view: ViewState) -> list[tuple[C, ...]]:
    """A cell for each lane; the sample alone and the reference first, where they are wanted."""
    first = [content for content in contents if content.is_plain]
    first += [content for content in contents if content.is_reference and view.show_reference]
    others = (content for content in contents if not content.is_reference and not content.is_plain)
    return [(content,) for content in (*first, *others)]


def alone(contents: Sequence[C], view: ViewState) -> list[tuple[C, ...]]:
    """One cell, with the lane that is to be alone, or else the first."""
    ordered = _lanes_first(contents)
    chosen = _by_key(ordered, view.solo) or next(iter(ordered), None)
    return [] if chosen is None else [(chosen,)]


def pair(contents: Sequence[C], view: ViewState) -> list[tuple[C, ...]]:
    """One cell with left and right; with what there is when there are not two."""
    ordered = _lanes_first(contents)
    left = _by_key(ordered, view.left) or next(iter(ordered), None)
    others = [content for content in ordered if content is not left]
    right = _by_key(others, view.right) or next(iter(others), None)
    return [tuple(content for content in (left, right) if content is not None)] if left else []


def _lanes_first(contents: Sequence[C]) -> list[C]:
    """What is said of the sample, the lanes before the reference; the sample alone only where nothing is said."""
    said = [content for content in contents if not content.is_plain]
    return sorted(said or contents, key=lambda content: content.is_reference)


def _by_key(contents: Sequence[C], key: str | None) -> C | None:
    return next((content for content in contents if content.key == key), None)
