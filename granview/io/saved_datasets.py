"""The folders that Hugging Face's ``datasets`` writes with ``save_to_disk``: one of Arrow files for each split.

``dataset_dict.json`` names the splits; ``state.json`` the Arrow files of one.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.io.folder_names import FolderNames
from granview.io.json_files import read_json_file

DICT: Final = "dataset_dict.json"
STATE: Final = "state.json"
INFO: Final = "dataset_info.json"
_HINT: Final = "Save it again with save_to_disk."


@dataclass(frozen=True)
class SavedPart:
    """A split.

    Attributes:
        folder: Its folder.
        files: Its Arrow files that are there.
        missing: Names of those that are not.
        features: Its columns as they are described.
    """

    folder: FolderNames
    files: tuple[Path, ...]
    missing: tuple[str, ...]
    features: dict[str, Any]


def saved_parts(folder: FolderNames) -> dict[str, SavedPart]:
    """The splits by name; one without a name where there are none; nothing where it is no such folder.

    Raises:
        InputError: one of its files cannot be read, or what it names is not there.
    """
    listed = folder.file(DICT)
    if listed is None:
        return {"": _part(folder)} if folder.file(STATE) and folder.with_suffix(".arrow") else {}
    value = read_json_file(listed, _HINT, dict)
    names = value.get("splits")
    if not isinstance(names, list) or not all(isinstance(name, str) and name in folder.folders for name in names):
        raise InputError(f"{listed.name} of {folder.path.name} names splits whose folders are not there.", _HINT)
    return {name: _part(folder.below(name)) for name in names}


def evidence_of(parts: dict[str, SavedPart]) -> str:
    """What such a folder was told by, as a phrase."""
    return DICT if "" not in parts else f"{STATE} beside Arrow files"


def missing_words(missing: list[str]) -> str:
    """A sentence about Arrow files that are not there; empty where all are."""
    if not missing:
        return ""
    return f"{missing[0]}{' and others are' if len(missing) > 1 else ' is'} not there, so that rows are missing."


def _part(folder: FolderNames) -> SavedPart:
    state = read_json_file(folder.path / STATE, _HINT, dict)
    listed = state.get("_data_files")
    entries = listed if isinstance(listed, list) else []
    names = [str(each.get("filename", "")) for each in entries if isinstance(each, dict)]
    files = [folder.path / name for name in names if name in folder.files]
    if names and not files:
        raise InputError(f"{folder.path.name} lacks its Arrow files, such as {names[0]}.", "Copy it again.")
    info = folder.file(INFO)
    features = {} if info is None else read_json_file(info, _HINT, dict).get("features")
    missing = tuple(name for name in names if name not in folder.files)
    return SavedPart(folder, tuple(files), missing, features if isinstance(features, dict) else {})
