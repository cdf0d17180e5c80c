"""YOLO's text files: a line for each object with its class and its box or outline as shares of the picture.

A line is ``class x y w h``, or ``class x1 y1 x2 y2 x3 y3 …`` for an outline, each with or without a score at its end.
"""

from collections.abc import Iterator
from typing import Final

from granview.core import rle
from granview.core.errors import GranViewError, InputError
from granview.core.prediction import Prediction
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.file_records import file_records
from granview.io.saved.listing import SavedListing
from granview.io.saved.objects import ObjectClasses, SavedObject, as_instances, object_notices
from granview.io.saved.saved_prediction import (
    CERTAIN,
    SAVED_FORMATS,
    Recognition,
    SavedFormat,
    SavedPrediction,
    SavedReader,
    SavedRecord,
)
from granview.io.yolo_lines import LINE, box_in_px, in_px, object_lines

_PROBED: Final = 32
_HINT: Final = "A line is: class x y w h, or class x1 y1 x2 y2 x3 y3 …, and a score where there is one."


class YoloText(SavedFormat):
    """Objects by the names of their pictures."""

    title = "YOLO texts"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """Texts whose lines are such objects."""
        paths = listing.of_suffix(".txt")
        lines = [line for path in paths[:_PROBED] for line in object_lines(path)[:4]]
        if not lines or not all(LINE.fullmatch(line) for line in lines):
            return None
        outlines = any(len(line.split()) > 6 for line in lines)
        tasks = ("instance-segmentation", "object-detection") if outlines else ("object-detection",)
        what = "outlines" if outlines else "boxes"
        return Recognition(CERTAIN, tasks, f"{len(paths):,} texts of {what} as YOLO writes them.")

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return YoloTextReader(listing, reading)


class YoloTextReader(SavedReader):
    """Texts by name."""

    def __init__(self, listing: SavedListing, reading: SavedReading) -> None:
        self._paths = listing.of_suffix(".txt")
        self.records = file_records(self._paths, listing)
        self._classes = ObjectClasses(listing, reading)
        self.labels, self.notices = self._classes.labels, self._classes.notices

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """The objects of a picture.

        Raises:
            InputError: the file cannot be read, or a line is none.
        """
        self._classes.know(described.sample, self._class_numbers())
        self.labels, self.notices = self._classes.labels, self._classes.notices
        lines = object_lines(record.path)
        objects = [
            self._object(line, f"{record.title}: line {place}", described.size) for place, line in enumerate(lines, 1)
        ]
        words = object_notices(objects, sum(len(line.split()) % 2 == 0 for line in lines))
        return SavedPrediction(as_instances(objects, described.size, record.title), words)

    def empty(self, described: DescribedSample) -> Prediction:
        """No objects."""
        return as_instances((), described.size, "")

    def _class_numbers(self) -> Iterator[str]:
        for path in self._paths:
            yield from (line.split()[0] for line in object_lines(path))

    def _object(self, line: str, what: str, size: tuple[int, int]) -> SavedObject:
        if not LINE.fullmatch(line):
            raise InputError(f"{what} is no object: {line[:60]}.", _HINT)
        number, *words = line.split()
        values = [float(word) for word in words]
        score = values.pop() if len(values) % 2 else 1.0
        place = self._classes.place(None, int(number), what)
        if len(values) == 4:
            return SavedObject(place, score, box_in_px(values, size), None)
        try:
            return SavedObject(place, score, None, rle.from_polygons([in_px(values, size)], size))
        except GranViewError as error:
            raise InputError(f"{what} cannot be used. {error.message}", _HINT) from error


SAVED_FORMATS.register("yolo-text")(YoloText())
