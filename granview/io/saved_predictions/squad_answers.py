"""Answers as SQuAD's own evaluation reads them: one JSON object, from the id of a question to its answer."""

from typing import Any

from granview.core.errors import InputError
from granview.core.saved_reading import SavedReading
from granview.io.datasets.row_items import Row
from granview.io.json_files import read_json_file
from granview.io.saved.listing import SavedListing
from granview.io.saved.rows import SavedRows, table_of
from granview.io.saved.saved_prediction import PROBABLE, SAVED_FORMATS, Recognition, SavedFormat, SavedReader
from granview.io.saved.table_reader import TableReader
from granview.io.saved.text_values import ANSWERS

_HINT = "Write one object, from the id of each question to its answer."


class SquadAnswers(SavedFormat):
    """An answer for each id; an empty one says that the context has none."""

    title = "answers by id"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """By one object of texts alone."""
        path = table_of(listing, ".json")
        try:
            value: Any = None if path is None else read_json_file(path, _HINT, object)
        except InputError:
            return None
        if not isinstance(value, dict) or not value or not all(isinstance(each, str) for each in value.values()):
            return None
        return Recognition(PROBABLE, (ANSWERS,), f"{len(value):,} answers by the ids of questions.")

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """All answers in memory."""
        path = listing.files[0]
        answers = read_json_file(path, _HINT, dict[str, str])
        rows = tuple(
            Row(place, place + 1, {"id": name, "prediction_text": answer})
            for place, (name, answer) in enumerate(answers.items())
        )
        table = SavedRows(path, rows, "id")
        notice = "An empty answer says that there is none."
        return TableReader(table, listing, reading, task, lambda row: row["prediction_text"], notice)


SAVED_FORMATS.register("squad-answers")(SquadAnswers())
