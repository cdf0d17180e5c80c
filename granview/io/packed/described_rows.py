"""What a data set of rows of pictures is before it is loaded: its splits, references, classes, and what is left."""

from collections.abc import Iterator, Sequence
from typing import Final

from granview.core.sample import MAX_COLUMNS
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.datasets.further_columns import left_out_words
from granview.io.folder_names import FolderNames
from granview.io.packed.column_uses import ColumnUses
from granview.io.packed.row_members import members_of_shards
from granview.io.packed.shards import Shards, first_uses
from granview.io.reference_choice import taken_sets
from granview.io.reference_formats.row_boxes import CORNERS, SIDES
from granview.io.search_events import Problem

_CLASSES: Final = "classes"
_LISTED: Final = 6
_TITLES: Final = {
    SIDES: "boxes of objects (x, y, width, height)",
    CORNERS: "boxes of objects (two corners)",
}


def described_rows(
    layout: str, title: str, folder: FolderNames, evidence: str, parts: Sequence[Shards], notes: Sequence[str] = ()
) -> DataSet | None:
    """The data set; None where no row has a picture.

    Args:
        layout: The layout's name.
        title: What such data sets are called.
        folder: The folder.
        evidence: What it was told by.
        parts: Its splits.
        notes: What must be said of it besides.
    """
    uses = first_uses(parts)
    if uses is None:
        return None
    n_rows = sum(part.n_rows for part in parts)
    held = [(name, sort.title, sort.truth) for name, sort in uses.references.items()]
    formats = next(part.box_formats for part in parts if part.uses is not None)
    held += [(name, _TITLES[how], "objects") for name, how in formats.items()]
    held += [(name, "classes", _CLASSES) for name in uses.classes]
    sets = tuple(ReferenceSet(name, f"{what}, in '{name}'", _n(parts, name), truth) for name, what, truth in held)
    return DataSet(
        layout,
        title,
        folder.path,
        evidence,
        n_rows,
        tuple(Split(part.name, part.n_rows, _most(part, sets)) for part in parts if part.name),
        sets,
        _classes(parts, uses),
        (
            *(Leftover("columns", 1, folder.path / name, reason) for name, reason in uses.unused.items()),
            *(left for part in parts for left in _of_other_columns(part)),
        ),
        (f"The pictures are those of the column '{uses.picture}'.", *_kept(uses), *notes),
    )


def _kept(uses: ColumnUses) -> Iterator[str]:
    """Which columns are neither input nor reference, and what becomes of them."""
    if not uses.further:
        return
    kept = uses.further[:MAX_COLUMNS]
    shown = ", ".join(f"'{name}'" for name in kept[:_LISTED])
    more = f" and {len(kept) - _LISTED} more" if len(kept) > _LISTED else ""
    yield f"Kept beside its samples as columns of the data: {shown}{more}; a slice asks for data.{kept[0]}."
    if words := left_out_words("It", uses.further):
        yield words


def members_of_rows(data_set: DataSet, choice: DataSetChoice, parts: Sequence[Shards]) -> Iterator[Member | Problem]:
    """The pictures of the chosen splits, with their references; each is called after its split and its row in it.

    Raises:
        InputError: two sorts of one truth are chosen.
    """
    wanted = taken_sets(data_set, choice)
    for part in parts:
        if choice.splits is None or not part.name or part.name in choice.splits:
            yield from members_of_shards(part, wanted, part.name or data_set.root.name)


def _n(parts: Sequence[Shards], column: str) -> int:
    return sum(part.n_rows_with(column) for part in parts)


def _most(part: Shards, sets: Sequence[ReferenceSet]) -> int:
    """In how many rows of a split there is the reference that most of them have."""
    return max((part.n_rows_with(each.name) for each in sets), default=0)


def _of_other_columns(part: Shards) -> Iterator[Leftover]:
    """Files whose columns have other names than those of the split's first file."""
    for path, names in part.lacking.items():
        listed = " or ".join(f"'{name}'" for name in names)
        reason = f"it has no column {listed}, which other files of the split have."
        has_pictures = part.uses is not None and part.uses.picture not in names
        sort = "references in rows" if has_pictures else "rows"
        hint = "Give its columns the names that those of the others have."
        yield Leftover(f"{sort} of {path.name}", part.n_rows_in(path), path, reason, hint)


def _classes(parts: Sequence[Shards], uses: ColumnUses) -> tuple[str, ...]:
    """Those of the first column of boxes or classes; none where there are masks, whose values are others."""
    if uses.references:
        return ()
    columns = next(part.columns for part in parts if part.uses is not None)
    known = {name: column.names for name, column in (columns.boxes or {}).items()} | dict(columns.names)
    return next((known[name] for name in (*uses.boxes, *uses.classes) if name in known), ())
