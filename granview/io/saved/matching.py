"""Which saved prediction belongs to which sample: by path, name, id or place in a table."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.file_names import safe_name
from granview.core.sample import Sample
from granview.io.described_sample import DescribedSample
from granview.io.pairing_names import image_key
from granview.io.row_address import is_row
from granview.io.saved.listing import name_below
from granview.io.saved.saved_prediction import SavedReader, SavedRecord

_ENDING: Final = re.compile(
    r"(?:[ ._-](?:pred|preds|prediction|predictions|predicted|output|out|result|results|mask|masks|cp[ _-]masks|seg"
    r"|segmentation|label|labels|labelids|depth|disp|disparity|sr|restored|denoised|deblurred|enhanced|fake[ _-]b"
    r"|probs?|probabilities|softmax|logits|instances?|pseudo))$",
    re.IGNORECASE,
)
"""What programs add to the names of what they save."""

_SCALE: Final = re.compile(r"[ ._-]?x[2348]$", re.IGNORECASE)
_CHANNEL: Final = re.compile(r"_0000$")
_DIGITS: Final = re.compile(r"0*([0-9]{1,18})")
_LISTED: Final = 3


def names_of_file(path: Path, root: Path) -> tuple[str, ...]:
    """What the sample of a file is called: its path from the folder without the suffix, then without usual endings."""
    whole = name_below(path, root).removesuffix(path.suffix)
    names = [whole]
    bare = whole
    while (shorter := _SCALE.sub("", _ENDING.sub("", bare))) != bare and shorter and shorter[-1] != "/":
        bare = shorter
        names.append(bare)
    return tuple(names)


class RecordIndex:
    """The records of a reader by what their samples are called, ignoring case.

    Args:
        reader: The predictions.
    """

    def __init__(self, reader: SavedReader) -> None:
        self._reader = reader
        self._by_name: dict[str, list[SavedRecord]] = {}
        self._by_place: dict[int, list[SavedRecord]] = {}
        for record in reader.records:
            for name in dict.fromkeys(tail for each in record.names for tail in _tails(each)):
                self._by_name.setdefault(name, []).append(record)
            if record.place is not None:
                self._by_place.setdefault(record.place, []).append(record)

    def match(self, described: DescribedSample) -> SavedRecord | None:
        """The prediction of a sample; None where there is none.

        Raises:
            InputError: there are several, and nothing tells which is meant.
        """
        for name in (*self._reader.names_of(described), *sample_names(described.sample)):
            records = self._by_name.get(name.casefold(), ())
            if records:
                return _only(records, name, described.sample)
        place = described.sample.record
        records = () if place is None else self._by_place.get(place, ())
        return _only(records, described.sample.name, described.sample) if records else None


def sample_names(sample: Sample) -> tuple[str, ...]:
    """What a sample may be called, the surest first: the end of its path, its name in the comparison, its file."""
    path = _own_file(sample)
    names: list[str] = []
    if path is not None:
        parts = path.with_suffix("").parts[-4:]
        names += ["/".join(parts[-n:]) for n in range(len(parts), 1, -1)]
    names += [sample.name, safe_name(sample.name)]
    if path is not None:
        names += [path.stem, path.name, safe_name(path.stem), _CHANNEL.sub("", path.stem), image_key(path)]
        if digits := _DIGITS.fullmatch(path.stem):
            names.append(digits[1])
    return tuple(dict.fromkeys(names))


def _own_file(sample: Sample) -> Path | None:
    """The file that is the sample alone; none of a record or a row of a file of many."""
    path = Path(sample.path)
    return path if sample.path and sample.record is None and not is_row(path) else None


def _tails(name: str) -> Iterable[str]:
    """A path, and what is left of it without its first folders, in lower case."""
    parts = name.casefold().split("/")
    return ("/".join(parts[start:]) for start in range(len(parts)))


def _only(records: Sequence[SavedRecord], name: str, sample: Sample) -> SavedRecord:
    """The one record; of several, the one whose own name this is whole.

    Raises:
        InputError: there are several.
    """
    if len(records) == 1:
        return records[0]
    for rank in range(max(len(record.names) for record in records)):
        whole = [one for one in records if len(one.names) > rank and one.names[rank].casefold() == name.casefold()]
        if len(whole) == 1:
            return whole[0]
    listed = ", ".join(record.title for record in records[:_LISTED]) + (", …" if len(records) > _LISTED else "")
    raise InputError(
        f"{len(records)} saved predictions may be that of {sample.filename}: {listed}.",
        "Leave one, or lay them in folders as the samples are.",
    )
