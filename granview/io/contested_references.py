"""What is said of references that several inputs may claim alike: none of these has them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from granview.io.data_set import Leftover
from granview.io.search_events import RefusedReference

HINT: Final = "Call each reference as one input alone, or put both into folders of the same names."

_LISTED: Final = 3


def contested_in_words(contested: Mapping[Path, Sequence[Path]]) -> RefusedReference:
    """One sentence for all of them.

    Args:
        contested: By reference, the inputs that may claim it alike; at least one.
    """
    paths = list(contested)
    listed = "; ".join(f"{_place(path)} ({claims(contested[path])})" for path in paths[:_LISTED])
    more = "; …" if len(paths) > _LISTED else ""
    if len(paths) == 1:
        words = f"{_place(paths[0])} may be the reference of {claims(contested[paths[0]])}, so none of these has it."
    else:
        words = (
            f"{len(paths):,} references may each be that of several inputs, so none of these has them: {listed}{more}."
        )
    return RefusedReference(paths[0], words, HINT, (contested_leftover("references of several inputs", contested),))


def contested_leftover(sort: str, contested: Mapping[Path, Sequence[Path]]) -> Leftover:
    """Such references, as files that nothing is read from.

    Args:
        sort: What they are, in the plural.
        contested: By reference, the inputs that may claim it alike; at least one.
    """
    first = min(contested)
    others = "; others are alike." if len(contested) > 1 else "."
    reason = f"{_place(first)} may belong to {claims(contested[first])}, so none of these has it{others}"
    return Leftover(sort, len(contested), first, reason, HINT)


def claims(inputs: Sequence[Path]) -> str:
    """The inputs that may claim a reference, with their folders: ``a/1.jpg or b/1.jpg``."""
    listed = [_place(path) for path in sorted(inputs)[:_LISTED]]
    return f"{', '.join(listed)} or others" if len(inputs) > _LISTED else " or ".join(listed)


def _place(path: Path) -> str:
    """A file with its folder."""
    return f"{path.parent.name}/{path.name}"
