"""Files of references that are each about many samples, such as COCO's: which of them is about a given file.

A file knows its samples by names, with or without folders. The sample is the one of that file name; where several have
it, the one whose folders agree as well.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Final

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.io.contested_references import claims
from granview.io.folder_walk import FolderListing
from granview.io.namesakes import Namesakes
from granview.io.pairing_names import format_by_name
from granview.io.record_names import folded, last_part
from granview.io.reference_format import REFERENCE_FORMATS, CollectionFormat, ReferenceFormat
from granview.io.regular_files import is_regular, open_regular
from granview.io.search_events import Notice, Problem, RefusedReference

_HEAD_BYTES: Final = 1 << 16
_LISTED: Final = 5


def collection_formats(path: Path) -> tuple[str, ...]:
    """The formats that a file is of, by its name, its first bytes and then all of it; none where it is no such file."""
    called, every = path.name.lower(), _collections(tuple(REFERENCE_FORMATS.all().items()))
    known = {name: form for name, form in every if form.extension and called.endswith(form.extension)}
    if not known:
        return ()
    try:
        with open_regular(path) as file:
            head = os.read(file.fileno(), _HEAD_BYTES)
    except (InputError, OSError):
        return ()
    return tuple(name for name, form in known.items() if form.may_be(head) and _is_of(form, path))


def _is_of(form: CollectionFormat, path: Path) -> bool:
    """Whether a file is of a format by all that is in it; of one that is damaged that is said later."""
    try:
        return form.sample_names(path) is not None
    except InputError:
        return True


@lru_cache(maxsize=4)
def _collections(formats: tuple[tuple[str, ReferenceFormat], ...]) -> tuple[tuple[str, CollectionFormat], ...]:
    """Those that are about many samples: asked for every file of a folder."""
    return tuple((name, form) for name, form in formats if isinstance(form, CollectionFormat))


def taken(listing: FolderListing) -> list[tuple[Path, tuple[str, ...]]]:
    """The files of a folder that may be about many samples, with their formats; they are taken out of the listing."""
    found: list[tuple[Path, tuple[str, ...]]] = []
    for held in listing.files.values():
        formats = {file.path: collection_formats(file.path) for file in held}
        found += [(path, names) for path, names in formats.items() if names]
        held[:] = [file for file in held if not formats[file.path]]
    formats = {path: collection_formats(path) for path in listing.references}
    listing.references[:] = [path for path in listing.references if not formats[path]]
    return found + [(path, names) for path, names in formats.items() if names]


def named_references(path: Path, sample: Path) -> list[Reference]:
    """The references that a file is for the sample that it was named for: the whole file, or its entry for that sample.

    Raises:
        InputError: the file is about many samples, and not about this one, or cannot be read.
    """
    formats = collection_formats(path)
    if not formats:
        return [Reference(str(path), format=format_by_name(path, sample))]
    collection = _Collection.read(path, formats)
    found = collection.record_of(sample)
    if found is None:
        raise InputError(f"{path.name} has no entry for {sample.name}.", "Give the file that is about this one.")
    return collection.references(found)


@dataclass
class _Collection:
    """One file.

    Attributes:
        path: The file.
        format: The name of its format.
        scope: The folder whose files it may be about, with all below; None for any.
        by_name: The records by the last part of their names, case-folded.
        further: The names of formats in which it is read too.
        is_partial: Whether samples without an entry in it are as they should be.
        used: By record, the sample that was found for it.
        contested: By record, the samples that may be meant by it alike, so that none of them is.
        rivals: All of these samples.
    """

    path: Path
    format: str
    scope: Path | None
    by_name: dict[str, list[str]]
    further: tuple[str, ...] = ()
    is_partial: bool = False
    used: dict[str, Path] = field(default_factory=dict)
    contested: dict[str, dict[Path, None]] = field(default_factory=dict)
    rivals: set[Path] = field(default_factory=set)

    @classmethod
    def read(
        cls, path: Path, formats: Iterable[str], scope: Path | None = None, is_partial: bool = False
    ) -> "_Collection":
        for name in formats:
            form = REFERENCE_FORMATS.get(name)
            assert isinstance(form, CollectionFormat)
            records = form.sample_names(path)
            if records is not None:
                return cls(path, name, scope, _by_name(records, form), form.further(path), is_partial)
        raise InputError(f"{path.name} holds nothing that is read here.")

    def is_about(self, folder: Path) -> bool:
        """Whether files of a folder lie where this one looks."""
        return self.scope is None or folder == self.scope or self.scope in folder.parents

    def record_of(self, sample: Path) -> str | None:
        """The name by which it knows a file; None where it does not."""
        records = self.by_name.get(folded(self.form.plain_name(sample.name)), ())
        for alike in (folded, str):
            records = [record for record in records if alike(last_part(record)) == alike(sample.name)] or records
        if len(records) < 2:
            return next((record for record in records if not self._is_of_another(record, sample)), None)
        best = max(_agreement(record, sample) for record in records)
        fitting = [record for record in records if _agreement(record, sample) == best]
        return fitting[0] if len(fitting) == 1 else None

    def _is_of_another(self, record: str, sample: Path) -> bool:
        """Whether the file that a name leads to, as seen from this one or a folder up, is there and another one."""
        _, is_whole = _agreement(record, sample)
        if is_whole:
            return False
        places = self._places(record)
        return any(is_regular(place) for place in places) and not any(_is_same(place, sample) for place in places)

    def claim(self, sample: Path, others: Iterable[Path] = ()) -> str | None:
        """The name by which it knows a file alone: where another one may be meant as well, neither is.

        Args:
            sample: The file.
            others: Further inputs of its name.
        """
        record = self.record_of(sample)
        if record is None:
            return None
        known = [other for other in others if self.is_about(other.parent) and self.record_of(other) == record]
        own = self._closeness(record, sample)
        rivals = {other: self._closeness(record, other) for other in known}
        if max(rivals.values(), default=own) > own:
            return None
        if own in rivals.values():
            tied = [other for other, closeness in rivals.items() if closeness == own]
            self.contested.setdefault(record, {}).update(dict.fromkeys((*tied, sample)))
            self.rivals.update((*tied, sample))
            return None
        self.used[record] = sample
        return record

    def is_contested(self, sample: Path) -> bool:
        """Whether a file is one of several that an entry may be about alike."""
        return sample in self.rivals

    def _closeness(self, record: str, sample: Path) -> tuple[bool, int]:
        """How surely a file is meant by a name: it lies where the name leads, or agrees in how many folders."""
        return any(_is_same(place, sample) for place in self._places(record)), _agreement(record, sample)[0]

    def _places(self, record: str) -> list[Path]:
        """Where a name leads, as seen from the file or a folder up."""
        plain = record.replace("\\", "/")
        return [top / plain for top in (self.path.parent, self.path.parent.parent)]

    def references(self, record: str) -> list[Reference]:
        """What it says about a sample, once for each type of truth."""
        return [Reference(str(self.path), format=name, record=record) for name in (self.format, *self.further)]

    @property
    def has_pictures(self) -> bool:
        """Whether the folder that is called as it holds pictures of references."""
        return self.form.has_pictures

    @property
    def form(self) -> CollectionFormat:
        """Its format."""
        form = REFERENCE_FORMATS.get(self.format)
        assert isinstance(form, CollectionFormat)
        return form

    @property
    def missing(self) -> list[str]:
        """Records that no sample was found for."""
        known = self.used.keys() | self.contested.keys()
        return [record for records in self.by_name.values() for record in records if record not in known]


class ReferenceCollections:
    """Files that are each about many samples, of one search."""

    def __init__(self, inputs: Namesakes | None = None) -> None:
        """For a search of some inputs."""
        self._inputs = inputs or Namesakes()
        self._collections: list[_Collection] = []
        self._seen: set[Path] = set()
        self._without: list[Path] = []

    def add(
        self, path: Path, formats: Iterable[str], scope: Path | None = None, is_partial: bool = False
    ) -> Iterator[Problem]:
        """One more file.

        Args:
            path: The file.
            formats: Those that it may be of; see ``collection_formats``.
            scope: The folder whose files it may be about, with all below; None for any.
            is_partial: Whether samples without an entry in it are as they should be.

        Yields:
            Why it cannot be used, where it cannot.
        """
        if path in self._seen:
            return
        self._seen.add(path)
        try:
            collection = _Collection.read(path, formats, scope, is_partial)
            self._collections.append(collection)
            yield from (Notice(path, words) for words in collection.form.remarks(path))
        except InputError as error:
            yield RefusedReference(path, error.message, error.hint)

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them."""
        return tuple(known.path for known in self._collections)

    def own(self, folder: Path) -> bool:
        """Whether a folder holds pictures of references: it is called as a file that has such, beside or below it."""
        return any(
            known.has_pictures
            and known.path.stem == folder.name
            and folder.parent in (known.path.parent, known.path.parent.parent)
            for known in self._collections
        )

    def match(self, sample: Path, has_others: bool = False) -> list[Reference]:
        """The references that a file has in them.

        Args:
            sample: The file.
            has_others: Whether it has other references, so that it may well have no entry.
        """
        if not self._collections:
            return []
        looking = [known for known in self._collections if known.is_about(sample.parent)]
        found: list[Reference] = []
        for known in looking:
            record = known.claim(sample, (path for _, path in self._inputs.of(sample)))
            if record is not None:
                found += known.references(record)
        is_missed = any(not known.is_partial and not known.is_contested(sample) for known in looking) and not has_others
        if is_missed and not found:
            self._without.append(sample)
        return found

    def unused(self) -> Iterator[Problem]:
        """A line for each file that names samples which are not there, and one for samples that none names."""
        for known in self._collections:
            missing, contested = known.missing, known.contested
            if contested:
                record, inputs = next(iter(contested.items()))
                more = "" if len(contested) == 1 else f" {len(contested) - 1:,} more entries are alike."
                words = (
                    f"{known.path.name}: {record} may be {claims(list(inputs))}, so none of these has the entry.{more}"
                )
                yield RefusedReference(known.path, words, "Write the folder into its name, or name one of these alone.")
            if missing and not known.used and not contested:
                words = f"{known.path.name} is about none of the inputs: it names {_listed(missing)}."
                yield RefusedReference(known.path, words, "Give the pictures that it is about.")
            elif missing:
                many = f"{len(missing):,} {'picture' if len(missing) == 1 else 'pictures'}"
                yield Notice(known.path, f"{known.path.name} names {many} not given here: {_listed(missing)}.")
        if self._without:
            many = f"{len(self._without):,} {'picture has' if len(self._without) == 1 else 'pictures have'}"
            files = _listed([known.path.name for known in self._collections])
            words = f"{many} no entry in {files}: {_listed([path.name for path in self._without])}."
            yield RefusedReference(self._without[0], words, "What has no entry is not scored.")


def _by_name(records: Iterable[str], form: CollectionFormat) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record in dict.fromkeys(records):
        found.setdefault(folded(form.plain_name(last_part(record))), []).append(record)
    return found


def _parts(record: str) -> tuple[str, ...]:
    """The parts of a name, whichever way its slashes lean."""
    return PurePosixPath(record.replace("\\", "/")).parts or ("",)


def _is_same(place: Path, sample: Path) -> bool:
    try:
        return place.samefile(sample)
    except OSError:
        return False


def _agreement(record: str, sample: Path) -> tuple[int, bool]:
    """In how many folders, from the last on, a name and a file agree, and whether in all that the name has."""
    folders = [part.casefold() for part in reversed(_parts(record)[:-1])]
    pairs = zip(folders, (part.casefold() for part in reversed(sample.parts[:-1])), strict=False)
    agreed = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return agreed, agreed == len(folders)


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
