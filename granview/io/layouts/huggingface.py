"""The layout of Hugging Face's ``datasets`` saved to disk: a folder with ``state.json`` for each split.

``dataset_dict.json`` names the splits; ``state.json`` the Arrow files of one, which are read row by row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.io.data_set import DataSet, DataSetChoice, Member, ReferenceSet, Split
from granview.io.datasets.arrow_slices import count_rows
from granview.io.folder_names import FolderNames
from granview.io.json_files import read_json_file
from granview.io.layout import LAYOUTS, Layout
from granview.io.search_events import Problem

_DICT: Final = "dataset_dict.json"
_STATE: Final = "state.json"
_INFO: Final = "dataset_info.json"
_HINT: Final = "Save it again with save_to_disk."
_PACKED: Final = frozenset({"Image", "Audio", "Video", "Pdf"})
_LABELS: Final = "columns"


@dataclass(frozen=True)
class _Part:
    """A split: its files that are there and those that are not, its rows, and its columns as they are described."""

    files: tuple[Path, ...]
    missing: tuple[str, ...]
    n_rows: int
    features: dict[str, Any]


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
        parts = _parts(folder)
        if not parts:
            return None
        features = next(iter(parts.values())).features
        packed = _packed(features)
        if packed and not any(map(_has_texts, features.values())):
            words = f"{folder.path.name} is a Hugging Face data set without texts: what {packed} hold is not read."
            raise InputError(words, "Write it as files, with a table that names them beside their labels.")
        missing = [name for part in parts.values() for name in part.missing]
        n_rows = sum(part.n_rows for part in parts.values())
        return DataSet(
            "huggingface",
            self.title,
            folder.path,
            _DICT if "" not in parts else f"{_STATE} beside Arrow files",
            n_rows,
            tuple(Split(name, part.n_rows, part.n_rows) for name, part in parts.items() if name),
            (ReferenceSet(_LABELS, "what its columns say", n_rows),),
            _classes(features),
            notes=tuple(_notes(features, missing)),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The Arrow files of the chosen splits: each is many texts."""
        for name, part in _parts(FolderNames(data_set.root)).items():
            if choice.splits is None or name in choice.splits:
                yield from (Member(path) for path in part.files)


LAYOUTS.register("huggingface")(HuggingFace())


def _parts(folder: FolderNames) -> dict[str, _Part]:
    """The splits by name; one without a name where there are none."""
    listed = folder.file(_DICT)
    if listed is None:
        return {"": _part(folder)} if folder.file(_STATE) and folder.with_suffix(".arrow") else {}
    value = read_json_file(listed, _HINT, dict)
    names = value.get("splits")
    if not isinstance(names, list) or not all(isinstance(name, str) and name in folder.folders for name in names):
        raise InputError(f"{listed.name} of {folder.path.name} names splits whose folders are not there.", _HINT)
    return {name: _part(folder.below(name)) for name in names}


def _part(folder: FolderNames) -> _Part:
    state = read_json_file(folder.path / _STATE, _HINT, dict)
    listed = state.get("_data_files")
    entries = listed if isinstance(listed, list) else []
    names = [str(each.get("filename", "")) for each in entries if isinstance(each, dict)]
    files = [folder.path / name for name in names if name in folder.files]
    if names and not files:
        raise InputError(f"{folder.path.name} lacks its Arrow files, such as {names[0]}.", "Copy it again.")
    info = folder.file(_INFO)
    features = {} if info is None else read_json_file(info, _HINT, dict).get("features")
    return _Part(
        tuple(files),
        tuple(name for name in names if name not in folder.files),
        sum(map(_rows, files)),
        features if isinstance(features, dict) else {},
    )


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
        yield f"What is packed into {packed} is not read; write it as files with a table that names them."
    if missing:
        yield f"{missing[0]}{' and others are' if len(missing) > 1 else ' is'} not there, so that rows are missing."


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
