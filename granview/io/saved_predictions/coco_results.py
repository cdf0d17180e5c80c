"""COCO's results: a list of objects with their picture's id, class, box or outline, and score, in one file or in many.

The format is that of https://cocodataset.org/#format-results. Where every picture has a file of its own, as GranView
writes them, the file's name is the picture's.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core import rle
from granview.core.errors import GranViewError, InputError
from granview.core.json_reading import decode_large_json
from granview.core.prediction import Prediction
from granview.core.rle import Rle
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.coco_files import MAX_BYTES
from granview.io.described_sample import DescribedSample
from granview.io.regular_files import as_input_error, check_regular, open_regular
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

TOGETHER: Final = "coco_results.json"
_HINT: Final = "Write it as https://cocodataset.org/#format-results says."
_LIST: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*\[\s*[{\]]")
_MEMBER: Final = re.compile(rb'"(?:image_id|bbox|segmentation)"\s*:')
_HEAD_BYTES: Final = 1 << 14
_PROBED: Final = 32
_NOTHING: Final = msgspec.Raw(b"null")
_FEWEST: Final = 6


class _Result(msgspec.Struct, frozen=True):
    image_id: int | str
    category_id: int | str | None = None
    category: str | None = None
    category_name: str | None = None
    bbox: tuple[float, ...] | None = None
    score: float | None = None
    segmentation: msgspec.Raw = _NOTHING
    is_stuff: bool = False

    @property
    def name(self) -> str | None:
        return self.category if self.category is not None else self.category_name


class _Runs(msgspec.Struct, frozen=True):
    size: tuple[int, int]
    counts: str | tuple[int, ...]


class CocoResults(SavedFormat):
    """Objects by the ids of their pictures, which a COCO file gives, or else their names."""

    title = "COCO results"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """JSON files that begin as lists of such objects."""
        files = _files(listing)
        heads = [_head(path) for path in files[:_PROBED]]
        if not any(_LIST.match(head) and _MEMBER.search(head) for head in heads):
            return None
        outlines = any(b'"segmentation"' in head for head in heads)
        first = ("instance-segmentation", "panoptic-segmentation", "object-detection")
        tasks = first if outlines else ("object-detection",)
        what = files[0].name if len(files) == 1 else f"{len(files):,} files"
        return Recognition(CERTAIN, tasks, f"COCO results with {'outlines' if outlines else 'boxes'} in {what}.")

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads a file that is about all pictures at once, others when they are asked for."""
        return CocoResultsReader(listing, reading)


class CocoResultsReader(SavedReader):
    """Results by picture."""

    def __init__(self, listing: SavedListing, reading: SavedReading) -> None:
        self._files = _files(listing)
        self._classes = ObjectClasses(listing, reading)
        self.labels, self.notices = self._classes.labels, self._classes.notices
        self._is_alone = len(self._files) == 1
        if self._is_alone:
            path = self._files[0]
            self.records = tuple(SavedRecord(_names_of_id(image), path, str(image)) for image in _by_image(path))
        else:
            self.records = file_records(self._files, listing)

    def names_of(self, described: DescribedSample) -> tuple[str, ...]:
        """The picture's id in the COCO file that is its reference, or that was chosen."""
        if not self._is_alone:
            return ()
        self._classes.know_ids(described.sample)
        image = self._classes.image_id(described.sample)
        return () if image is None else (str(image),)

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """The objects of a picture.

        Raises:
            InputError: the file cannot be read, or holds an entry that cannot be used.
        """
        self._classes.know(described.sample, self._class_names())
        self.labels, self.notices = self._classes.labels, self._classes.notices
        by_image = _by_image(record.path)
        results = by_image.get(record.key, ()) if record.key else [one for group in by_image.values() for one in group]
        objects = [
            self._object(one, f"{record.title}: entry {place}", described) for place, one in enumerate(results, 1)
        ]
        words = object_notices(objects, sum(one.score is not None for one in results))
        return SavedPrediction(as_instances(objects, described.size, record.title), words)

    def empty(self, described: DescribedSample) -> Prediction:
        """No objects."""
        return as_instances((), described.size, "")

    def _object(self, one: _Result, what: str, described: DescribedSample) -> SavedObject:
        place = self._classes.place(one.name, one.category_id, what)
        mask, box = _mask(one, what, described.size), _box(one, what)
        if mask is None and box is None:
            raise InputError(f"{what} has neither a box nor an outline.", _HINT)
        return SavedObject(place, 1.0 if one.score is None else one.score, box, mask, one.is_stuff)

    def _class_names(self) -> Iterator[str]:
        for path in self._files:
            for group in _by_image(path).values():
                yield from (str(one.category_id) if one.name is None else one.name for one in group)


def _files(listing: SavedListing) -> tuple[Path, ...]:
    """The JSON files; where pictures have files of their own, without that of all together."""
    files = listing.of_suffix(".json")
    others = tuple(path for path in files if path.name != TOGETHER)
    return others or files


def _head(path: Path) -> bytes:
    with open_regular(path) as file:
        return file.read(_HEAD_BYTES)


def _names_of_id(image: str) -> tuple[str, ...]:
    """What a picture is called whose id this is: the id, or a name without its suffix."""
    return tuple(dict.fromkeys((image, Path(image).with_suffix("").as_posix())))


def _by_image(path: Path) -> Mapping[str, list[_Result]]:
    """The results of a file by the id of their picture, as text; read again only when it has changed.

    Raises:
        InputError: it cannot be read, or is in another format.
    """
    status = check_regular(path)
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, _mtime_ns: int, size: int) -> Mapping[str, list[_Result]]:
    if size > MAX_BYTES:
        raise InputError(f"{path.name} is larger than {MAX_BYTES >> 30} GiB.", "Split it.")
    with open_regular(path) as file:
        try:
            data = file.read()
        except OSError as error:
            raise as_input_error(path, error) from error
    by_image: dict[str, list[_Result]] = {}
    for one in decode_large_json(data, path.name, _HINT, list[_Result]):
        by_image.setdefault(str(one.image_id), []).append(one)
    return by_image


def _box(one: _Result, what: str) -> tuple[float, float, float, float] | None:
    if one.bbox is None:
        return None
    if len(one.bbox) != 4 or min(one.bbox[2:]) < 0:
        raise InputError(f"{what}: its bbox is not x, y, width and height.", _HINT)
    left, top, width, height = one.bbox
    return left, top, left + width, top + height


def _mask(one: _Result, what: str, size: tuple[int, int]) -> Rle | None:
    raw = bytes(one.segmentation).lstrip()
    kind: Any = _Runs if raw.startswith(b"{") else list[list[float]] | None
    outline = decode_large_json(raw, what, _HINT, kind)
    if not outline:
        return None
    try:
        if not isinstance(outline, _Runs):
            return rle.from_polygons([each for each in outline if len(each) >= _FEWEST], size)
        if outline.size != size:
            words = f"Its mask is {outline.size[1]} x {outline.size[0]} px, its picture {size[1]} x {size[0]}."
            raise InputError(words)
        if isinstance(outline.counts, str):
            return rle.checked(Rle(size, outline.counts.encode()))
        return rle.from_runs(outline.counts, size)
    except GranViewError as error:
        raise InputError(f"{what} cannot be used. {error.message}", _HINT) from error


SAVED_FORMATS.register("coco-results")(CocoResults())
