"""Whether what is dropped is what is true of the samples that are here: told by names, before anything is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.io.explicit_references import ExplicitReferences
from granview.io.namesakes import Namesakes
from granview.io.pairing_names import REFERENCE_FOLDERS, has_reference_ending
from granview.io.sample_kind import is_only_reference, kind_by_suffix, pictures
from granview.io.text_references import ANNOTATIONS, ReferenceTable

_LEAST_SHARE: Final = 0.5
_HERE: Final = Path()


@dataclass(frozen=True)
class LateReferences:
    """How files fit the samples as their references.

    Attributes:
        n_files: How many files may be references; one that is about many samples is one.
        n_matched: How many samples have one among them.
        n_samples: How many samples there are that could have one.
        unused: Files that belong to no sample.
        is_sure: Whether they can be nothing but references: by their endings, since nothing else is written so, or
            since their folder is called so and no sample has any yet.
    """

    n_files: int
    n_matched: int
    n_samples: int
    unused: tuple[Path, ...]
    is_sure: bool

    @property
    def is_plausible(self) -> bool:
        """Whether at least half of the samples, or of the files, have their counterpart."""
        n_used = self.n_files - len(self.unused)
        shares = (self.n_matched / self.n_samples, n_used / self.n_files)
        return bool(self.n_matched) and max(shares) >= _LEAST_SHARE


def late_references(paths: Sequence[Path], samples: Sequence[Sample]) -> LateReferences | None:
    """How files and folders fit the samples; None where they hold no reference of any, or the samples themselves.

    Args:
        paths: What was dropped.
        samples: The samples of the session.
    """
    dropped = [path.absolute() for path in paths]
    in_files = [sample for sample in samples if sample.path]
    if not in_files or any(_holds(path, in_files) for path in dropped):
        return None
    inputs = Namesakes(list(dict.fromkeys(Path(sample.path) for sample in in_files)))
    references = ExplicitReferences(frozenset(sample.kind for sample in in_files), is_pair=False, inputs=inputs)
    if any(_is_picture(problem.path) for problem in references.read(dropped)):
        return None  # pictures that can be no references are new inputs, and what lies with them is theirs
    files = references.files
    shown = pictures(in_files)
    own = {sample.path for sample in shown}
    n_pictures = sum(_has_one(references, Path(sample.path)) for sample in shown)
    n_texts, tables = _of_texts(references, [each for each in in_files if each.path not in own])
    if not n_pictures and not n_texts:
        return None
    unused = (*references.by_name.unused, *references.by_name.contested, *references.texts.unused)
    n_sure = sum(_is_nothing_else(path, references, tables) for path in files)
    if 0 < n_sure < len(files):
        return None  # inputs beside their references: a data set of its own
    is_sure = n_sure > 0 or _is_awaited(files, in_files)
    return LateReferences(len(files), n_pictures + n_texts, len(in_files), unused, is_sure)


def _is_awaited(files: Sequence[Path], samples: Iterable[Sample]) -> bool:
    """Whether files lie in folders such as ``masks``, and no sample has a reference that a model could be held to."""
    named = all(path.parent.name.casefold() in REFERENCE_FOLDERS for path in files)
    return named and not any(sample.references for sample in samples)


def _is_picture(path: Path) -> bool:
    kind = kind_by_suffix(path)
    return kind is not None and kind.is_picture


def _holds(path: Path, samples: Iterable[Sample]) -> bool:
    """Whether a file or folder is, or holds, the samples themselves."""
    return any(Path(sample.path).is_relative_to(path) for sample in samples)


def _has_one(references: ExplicitReferences, picture: Path) -> bool:
    matched = references.by_name.match(_HERE, picture)
    return bool(matched) | bool(references.collections.match(picture, has_others=True))


def _of_texts(references: ExplicitReferences, samples: Iterable[Sample]) -> tuple[int, list[ReferenceTable]]:
    """How many texts have a reference, and the tables that these stand in."""
    by_file: dict[Path, list[str]] = {}
    for sample in samples:
        by_file.setdefault(Path(sample.path), []).append(sample.name)
    n, tables = 0, list[ReferenceTable]()
    for path, names in by_file.items():
        try:
            table = references.texts.table_for(path)
        except InputError:
            continue
        if table is None:
            n += references.texts.text_for(path) is not None
            continue
        tables.append(table)
        n += len(set(names) & set(table.by_id)) if table.by_id else min(len(names), len(table.rows))
    return n, tables


def _is_nothing_else(path: Path, references: ExplicitReferences, tables: Iterable[ReferenceTable]) -> bool:
    if path in references.collections.files or is_only_reference(path) or path.suffix.lower() == ANNOTATIONS:
        return True
    has_no_texts = any(table.path == path and not (table.roles.text or table.roles.target) for table in tables)
    return has_no_texts or has_reference_ending(path)
