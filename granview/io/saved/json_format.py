"""Folders in which every sample has a JSON file, as GranView writes predictions, and pipelines of transformers do."""

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from granview.core.errors import GranViewError, InputError
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.json_files import read_json_file
from granview.io.saved.class_names import classes_beside, label_set
from granview.io.saved.file_records import file_records
from granview.io.saved.listing import SavedListing
from granview.io.saved.saved_prediction import (
    CERTAIN,
    Recognition,
    SavedFormat,
    SavedPrediction,
    SavedReader,
    SavedRecord,
)

HINT: Final = "Save it as GranView writes it; docs/guide/saved-predictions.md shows how."
SUFFIX: Final = ".json"
_PROBED: Final = 8


class JsonFormat(SavedFormat):
    """Files of one shape."""

    tasks: tuple[str, ...] = ()

    @abstractmethod
    def is_shape(self, value: Any) -> bool:
        """Whether a decoded file is of this format."""

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """By what the first files hold."""
        paths = listing.of_suffix(SUFFIX)
        values = [value for path in paths[:_PROBED] if (value := _decoded(path)) is not None]
        shaped = [value for value in values if self.is_shape(value)]
        if not shaped or len(shaped) < len(values):
            return None
        return Recognition(CERTAIN, self.tasks, f"{len(paths):,} JSON files of {self.title}.")


class JsonReader(SavedReader):
    """Files by name.

    Args:
        listing: The folder.
        reading: What was chosen.
        names_in: The names of classes in a decoded file, by which they are known where nothing else names them; None
            for predictions without classes.
    """

    def __init__(
        self, listing: SavedListing, reading: SavedReading, names_in: Callable[[Any], list[str]] | None = None
    ) -> None:
        paths = listing.of_suffix(SUFFIX)
        self.records = file_records(paths, listing)
        if names_in is None:
            return
        beside = classes_beside(listing)
        if reading.classes:
            self._take(label_set(reading.classes), "The classes are those that were chosen.")
        elif beside is not None:
            self._take(beside[0].labels, f"The classes are those of {beside[1]}.")
        else:
            names = dict.fromkeys(name for path in paths for name in names_in(_decoded(path)))
            self._take(label_set(tuple(sorted(names))), "The classes are those that the files name, by letters.")

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """What the file of a sample says.

        Raises:
            InputError: it cannot be read, is of another shape, or does not fit the sample.
        """
        value = read_json_file(record.path, HINT, object)
        try:
            return SavedPrediction(self.prediction(value, record, described))
        except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
            raise InputError(f"{record.title} is not understood: {error}.", HINT) from error
        except InputError:
            raise
        except GranViewError as error:
            raise InputError(f"{record.title} cannot be used. {error.message}", HINT) from error

    @abstractmethod
    def prediction(self, value: Any, record: SavedRecord, described: DescribedSample) -> Prediction:
        """The prediction of a decoded file; what it lacks may be any error of Python's."""

    def class_of(self, name: str, record: SavedRecord) -> int:
        """The place of a class.

        Raises:
            InputError: there is none of that name.
        """
        place = self.labels.index(name)
        if place is None:
            raise InputError(f"{record.title} names the class {name}, which is not known.", "Name all with classes=….")
        return place

    def _take(self, labels: LabelSet, words: str) -> None:
        self.labels = LabelSet(labels.names, labels.colors, labels.void)
        self.notices = (words,)


def span_in(entry: Any, length: int, record: SavedRecord) -> tuple[int, int]:
    """The offsets of an entry.

    Raises:
        InputError: they do not lie within a text of so many code points.
    """
    start, end = int(entry["start"]), int(entry["end"])
    if not 0 <= start <= end <= length:
        words = f"{record.title} names the span {start} to {end}, beyond its text of {length} characters."
        raise InputError(words, "Save it for this text.")
    return start, end


def _decoded(path: Path) -> Any:
    """What a file holds; None for one that cannot be read, which its sample will say."""
    try:
        return read_json_file(path, HINT, object)
    except InputError:
        return None
