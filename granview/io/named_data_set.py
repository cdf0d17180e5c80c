"""What files are that no layout knows, understood by their names: as a data set without splits."""

from collections import Counter
from collections.abc import Sequence
from os.path import commonpath
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.sample_kind import SAMPLE_KINDS
from granview.io.class_files import find_class_file
from granview.io.data_set import DataSet, ReferenceSet
from granview.io.reference_format import format_of, truth_type_of
from granview.io.search_events import Notice, Problem

_TEXT: Final = "what is known of each"
_MOST_CLASSES: Final = 1000


def named_data_set(paths: Sequence[Path], samples: Sequence[Sample], problems: Sequence[Problem] = ()) -> DataSet:
    """Samples as a data set; its layout is the empty name.

    Args:
        paths: What was searched.
        samples: What a search made of it.
        problems: What it said; notices become the data set's.
    """
    kinds = Counter(sample.kind for sample in samples)
    plurals = [SAMPLE_KINDS.get(kind).plural for kind, _ in kinds.most_common()]
    title = (" and ".join(plurals) or "nothing that is read").capitalize()
    return DataSet(
        "",
        title,
        _root(paths),
        "the names of the files",
        len(samples),
        references=tuple(_reference_sets(samples)),
        classes=_classes(samples),
        notes=tuple(problem.error for problem in problems if isinstance(problem, Notice)),
    )


def _root(paths: Sequence[Path]) -> Path:
    if len(paths) == 1:
        return paths[0].absolute()
    try:
        return Path(commonpath([path.absolute() for path in paths]))
    except ValueError:  # on several drives
        return paths[0].absolute().parent


def _reference_sets(samples: Sequence[Sample]) -> list[ReferenceSet]:
    counts: Counter[tuple[str, str]] = Counter()
    for sample in samples:
        counts.update({_sort(one) for one in sample.references})
    return [ReferenceSet(name, title, n) for (name, title), n in counts.most_common()]


def _sort(reference: Reference) -> tuple[str, str]:
    if not reference.format and reference.text is not None:
        return "text", _TEXT
    try:
        format_of(reference)
    except InputError:
        return reference.format, reference.format
    noun = truth_type_of(reference).noun
    return noun.split(" ", 1)[-1], noun


def _classes(samples: Sequence[Sample]) -> tuple[str, ...]:
    """The classes that references name: those of a class file, or of folders and tables."""
    for sample in samples:
        for one in sample.references:
            if one.data_set.labels:
                return one.data_set.labels
            try:
                known = find_class_file(Path(one.path)) if one.path and one.text is None else None
            except InputError:
                known = None
            if known is not None:
                return known.labels.names
            break
        if sample.references:
            break
    named = {name: None for sample in samples for one in sample.references for name in _labels(one)}
    return tuple(sorted(named)) if len(named) <= _MOST_CLASSES else ()


def _labels(reference: Reference) -> tuple[str, ...]:
    return () if reference.text is None else reference.text.labels or ()
