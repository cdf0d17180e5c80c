"""CoNLL files whose last column is the tag that a model gave each token."""

from granview.core.errors import InputError
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.datasets.tag_schemes import entities_of
from granview.io.described_sample import DescribedSample
from granview.io.saved.class_names import label_set
from granview.io.saved.listing import SavedListing
from granview.io.saved.rows import SavedRows, first_rows, read_rows, table_of
from granview.io.saved.saved_prediction import (
    PROBABLE,
    SAVED_FORMATS,
    Recognition,
    SavedFormat,
    SavedPrediction,
    SavedReader,
    SavedRecord,
)
from granview.io.saved.text_values import ENTITIES
from granview.io.saved.values.entities import entities_of_spans

_OTHERS = frozenset({".csv", ".tsv", ".json", ".jsonl", ".parquet"})
"""Data sets of other kinds."""


class ConllTags(SavedFormat):
    """A sentence for each text, in the order of the texts."""

    title = "tagged tokens"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """By sentences with tags."""
        path = table_of(listing)
        rows = [] if path is None or path.suffix.lower() in _OTHERS else first_rows(path, 5)
        if not rows or not all({"tokens", "tags"} <= set(row.values) for row in rows):
            return None
        return Recognition(PROBABLE, (ENTITIES,), "Sentences of tokens, whose last column is the predicted tag.")

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Its sentences in memory."""
        return ConllReader(read_rows(listing.files[0]), reading)


class ConllReader(SavedReader):
    """Sentences by their place.

    Args:
        rows: The sentences.
        reading: What was chosen.
    """

    def __init__(self, rows: SavedRows, reading: SavedReading) -> None:
        self.records = rows.records()
        self._rows = rows
        tags = {tag[2:] for row in rows.rows for tag in row.values.get("tags", ()) if len(tag) > 2}
        self.labels = label_set(reading.classes or tuple(sorted(tags)))
        self.notices = ("Sentences go by their place in the file; types are those that the tags name.",)

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """The entities of a sentence.

        Raises:
            InputError: its tokens are not those of the text, or a tag is none.
        """
        values, text = self._rows.values(record), described.text.text
        tokens = [str(token) for token in values["tokens"]]
        if " ".join(tokens) != text:
            raise InputError(
                f"{record.title} has other tokens than {described.sample.filename}.",
                "Save the predictions of the same sentences, in the same order.",
            )
        try:
            return SavedPrediction(entities_of_spans(entities_of(values["tags"], tokens), self.labels))
        except InputError as error:
            raise InputError(f"{record.title} {error.message}.", "Correct its tags.") from error


SAVED_FORMATS.register("conll-tags")(ConllTags())
