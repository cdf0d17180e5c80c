"""The layout of Hugging Face's ``datasets`` saved to disk, of texts, which are read row by row.

Those with pictures are ``huggingface_pictures``, unless only texts are wanted.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.io.data_set import DataSet, DataSetChoice, Member, ReferenceSet, Split
from granview.io.datasets.arrow_slices import count_rows
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.saved_datasets import damage_words, evidence_of, missing_words, saved_parts
from granview.io.search_events import Problem

_PACKED: Final = frozenset({"Image", "Audio", "Video", "Pdf"})
_LABELS: Final = "columns"
_NO_TEXTS: Final = "Its pictures are read by tasks of pictures; write sounds and films as texts in a table."


class HuggingFace(Layout):
    """Splits of rows of texts in Arrow files."""

    title = "Hugging Face data set on disk"
    kind = "text"
    rank = 5

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with ``dataset_dict.json``, or with ``state.json`` beside Arrow files.

        Raises:
            InputError: one of these files cannot be read, or names no Arrow file that is there, or no row has a text.
        """
        parts = saved_parts(folder)
        if not parts:
            return None
        features = next(iter(parts.values())).features
        packed = _packed(features)
        if packed and not any(map(_has_texts, features.values())):
            words = f"{folder.path.name} is a Hugging Face data set without texts: what {packed} hold is no text."
            raise InputError(words, _NO_TEXTS)
        missing = [name for part in parts.values() for name in part.missing]
        counts = {name: sum(map(_rows, part.files)) for name, part in parts.items()}
        n_rows = sum(counts.values())
        return DataSet(
            "huggingface",
            self.title,
            folder.path,
            evidence_of(parts),
            n_rows,
            tuple(Split(name, n, n) for name, n in counts.items() if name),
            (ReferenceSet(_LABELS, "what its columns say", n_rows),),
            _classes(features),
            notes=(*_notes(features, missing), *damage_words(parts.values())),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The Arrow files of the chosen splits: each is many texts."""
        for name, part in saved_parts(FolderNames(data_set.root)).items():
            if choice.splits is None or name in choice.splits:
                yield from (Member(path) for path in part.files)


LAYOUTS.register("huggingface")(HuggingFace())


def _rows(path: Path) -> int:
    """The rows of a file; none of one that is damaged, which is said where it is read."""
    import pyarrow  # type: ignore[import-untyped]

    try:
        return count_rows(path)
    except (pyarrow.ArrowException, OSError, ValueError):
        return 0


def _classes(features: dict[str, Any]) -> tuple[str, ...]:
    """The names of the first column of classes."""
    for feature in features.values():
        inner = feature.get("feature", feature) if isinstance(feature, dict) else {}
        if isinstance(inner, dict) and inner.get("_type") == "ClassLabel" and isinstance(inner.get("names"), list):
            return tuple(map(str, inner["names"]))
    return ()


def _notes(features: dict[str, Any], missing: list[str]) -> Iterator[str]:
    if packed := _packed(features):
        yield f"What is packed into {packed} is no text; tasks of pictures read pictures in rows."
    if words := missing_words(missing):
        yield words


def _packed(features: dict[str, Any]) -> str:
    """The columns that hold pictures, sounds and the like, with commas between them."""
    return ", ".join(name for name, each in features.items() if isinstance(each, dict) and each.get("_type") in _PACKED)


def _has_texts(feature: Any) -> bool:
    """Whether a column holds texts, be it in lists or in records."""
    if isinstance(feature, list):
        return any(map(_has_texts, feature))
    if not isinstance(feature, dict) or feature.get("_type") in _PACKED:
        return False
    return str(feature.get("dtype", "")).endswith("string") or any(map(_has_texts, feature.values()))
