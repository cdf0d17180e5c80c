"""A table of saved predictions, ready to be read row by row."""

from collections.abc import Callable
from typing import Any

from granview.core.errors import GranViewError, InputError
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.class_names import classes_beside, label_set
from granview.io.saved.listing import SavedListing
from granview.io.saved.rows import SavedRows, Values
from granview.io.saved.saved_prediction import SavedPrediction, SavedReader, SavedRecord
from granview.io.saved.text_values import READ_VALUE, names_in

ValueOf = Callable[[Values], Any]
"""What of a row is the prediction."""

_NAMED = frozenset({"text-classification", "image-classification", "token-classification"})


class TableReader(SavedReader):
    """Rows by name or place.

    Args:
        rows: The table.
        listing: Where it lies.
        reading: What was chosen.
        task: The task.
        value_of: What of a row is the prediction.
        notice: How that was understood.
    """

    def __init__(
        self,
        rows: SavedRows,
        listing: SavedListing,
        reading: SavedReading,
        task: str,
        value_of: ValueOf,
        notice: str,
    ) -> None:
        self.records = rows.records()
        self._rows, self._task, self._value_of = rows, task, value_of
        by = f"Rows go by the column {rows.id_column}." if rows.id_column else "Rows go by their place in the table."
        self.notices = (notice, by)
        if task in _NAMED:
            self._name_classes(listing, reading)

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """What the row of a sample says.

        Raises:
            InputError: it says nothing that the task knows, or does not fit the sample.
        """
        row = self._rows.values(record)
        text = "" if described.text_input is None else described.text_input.text
        try:
            return READ_VALUE[self._task](self._value_of(row), row, text, self.labels)
        except (GranViewError, LookupError, TypeError, ValueError, OverflowError) as error:
            words = error.message if isinstance(error, GranViewError) else f"is not understood: {error}"
            hint = "Correct the table, or leave the sample out."
            raise InputError(f"{record.title} {words.rstrip('.')}.", hint) from error

    def _name_classes(self, listing: SavedListing, reading: SavedReading) -> None:
        beside = classes_beside(listing)
        if reading.classes:
            self.labels, words = label_set(reading.classes), "The classes are those that were chosen."
        elif beside is not None:
            self.labels, words = beside[0].labels, f"The classes are those of {beside[1]}."
        else:
            named = (name for row in self._rows.rows for name in names_in(self._task, self._value_of(row.values)))
            self.labels = label_set(tuple(sorted(set(named))))
            words = "The classes are those that the table names, by letters."
        self.notices = (*self.notices, words)
