"""Tables of what was predicted of texts: CSV, TSV, JSON Lines, Parquet; a column holds the prediction."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.saved_reading import SavedReading
from granview.io.datasets.row_items import Row
from granview.io.saved.listing import SavedListing
from granview.io.saved.rows import columns_of, first_of, first_rows, read_rows, table_of
from granview.io.saved.saved_prediction import POSSIBLE, PROBABLE, SAVED_FORMATS, Recognition, SavedFormat, SavedReader
from granview.io.saved.table_reader import TableReader
from granview.io.saved.text_values import ANSWERS, CLASSES, ENTITIES, PICTURES, WRITING
from granview.io.saved.values.class_scores import as_scores

_ANY: Final = ("prediction", "predicted", "pred", "predictions", "model_output", "output", "response", "answer")
_CLASS_NAMES: Final = ("predicted_label", "pred_label", "predicted_class", "y_pred", "scores", "probabilities")
_WRITTEN: Final = ("generated_text", "generated", "summary_text", "translation_text", "completion")
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    CLASSES: (*_CLASS_NAMES, *_ANY, "label"),
    PICTURES: (*_CLASS_NAMES, *_ANY, "label"),
    ENTITIES: ("predicted_entities", "entities", "predicted_spans", "ner", *_ANY, "spans"),
    ANSWERS: ("prediction_text", "predicted_answer", *_ANY),
    **dict.fromkeys(
        WRITING,
        (*_WRITTEN, *_ANY, "summary", "translation"),
    ),
}
"""By task, what the column of predictions is called, the surest first."""

_SUFFIXES: Final = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
_OF_HARNESS: Final = frozenset({"doc_id", "doc", "resps"})


class TextTables(SavedFormat):
    """A row for each text."""

    title = "tables"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """By the names of its columns, and by what the first values of the likeliest are."""
        path = table_of(listing, *_SUFFIXES)
        rows = [] if path is None else first_rows(path)
        columns = columns_of(rows)
        if path is None or not rows or set(columns) >= _OF_HARNESS:
            return None
        tasks = [task for task in _COLUMNS if first_of(columns, _COLUMNS[task])]
        if not tasks:
            return None
        likeliest = _likeliest(rows, columns)
        ordered = (*likeliest, *(task for task in tasks if task not in likeliest))
        certainty = PROBABLE if likeliest else POSSIBLE
        return Recognition(certainty, ordered, f"A table with the columns {', '.join(columns[:12])}.")

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Its rows in memory.

        Raises:
            InputError: it has no column of predictions for the task.
        """
        path = listing.files[0]
        rows = read_rows(path, reading.id)
        columns = columns_of(rows.rows[:50])
        column = reading.column or first_of(columns, _COLUMNS.get(task, ()))
        if column not in columns:
            raise InputError(
                f"{path.name} has no column of predictions for {task}.",
                f"Name it with column=; its columns: {', '.join(columns)}.",
            )
        notice = f"The predictions are the column {column}."
        return TableReader(rows, listing, reading, task, lambda row: row.get(column), notice)


def _likeliest(rows: Sequence[Row], columns: Sequence[str]) -> tuple[str, ...]:
    """The tasks that the values of the first column that any of them knows are like."""
    lists = first_of(columns, _COLUMNS[ENTITIES])
    if lists and any(_is_span_list(row.values.get(lists)) for row in rows):
        return (ENTITIES,)
    classes = first_of(columns, _COLUMNS[CLASSES])
    values = [row.values.get(classes) for row in rows if row.values.get(classes) not in (None, "")]
    if classes and values and (_is_named_for(classes) or _repeats(values)):
        return (CLASSES,)
    if first_of(columns, ("prediction_text", "predicted_answer")) or "context" in columns:
        return (ANSWERS,)
    return WRITING if first_of(columns, _COLUMNS[WRITING[0]]) else ()


def _is_span_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping | list) and as_scores(value) is None


def _is_named_for(column: str) -> bool:
    return column.casefold() in (
        "predicted_label",
        "pred_label",
        "predicted_class",
        "y_pred",
        "scores",
        "probabilities",
    )


def _repeats(values: Sequence[Any]) -> bool:
    """Whether values are classes: probabilities, or short words of which there are few."""
    if any(as_scores(value) is not None for value in values):
        return True
    words = [str(value) for value in values]
    return max(map(len, words)) <= 40 and len(set(words)) <= max(2, len(words) // 2)


SAVED_FORMATS.register("text-tables")(TextTables())
