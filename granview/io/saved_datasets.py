"""The folders that Hugging Face's ``datasets`` writes with ``save_to_disk``: one of Arrow files for each split.

``dataset_dict.json`` names the splits; ``state.json`` the Arrow files of one.
"""

import os
from collections.abc import Iterable
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
_ALL: Final = "all Arrow files beside it are read"


@dataclass(frozen=True)
class SavedPart:
    """A split.

    Attributes:
        folder: Its folder.
        files: Its Arrow files that are there.
        missing: Names of those that are not.
        features: Its columns as they are described; none where that cannot be read.
        damage: Sentences about files that describe it and cannot be read; its Arrow files are read all the same.
    """

    folder: FolderNames
    files: tuple[Path, ...]
    missing: tuple[str, ...]
    features: dict[str, Any]
    damage: tuple[str, ...] = ()


def saved_parts(folder: FolderNames) -> dict[str, SavedPart]:
    """The splits by name; one without a name where there are none; nothing where it is no such folder.

    Raises:
        InputError: the list of splits cannot be read, or what it or a split names is not there.
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


def damage_words(parts: Iterable[SavedPart]) -> list[str]:
    """Sentences about files that describe splits and cannot be read, with what is done in their place."""
    return [words for part in parts for words in part.damage]


def _part(folder: FolderNames) -> SavedPart:
    damage: list[str] = []
    names = _listed_files(folder, damage)
    files = [folder.path / name for name in names if name in folder.files]
    if names and not files:
        raise InputError(f"{folder.path.name} lacks its Arrow files, such as {names[0]}.", "Copy it again.")
    info = _described(folder, INFO, "its Arrow files say what they hold", damage) if folder.file(INFO) else {}
    features = (info or {}).get("features")
    missing = tuple(name for name in names if name not in folder.files)
    return SavedPart(folder, tuple(files), missing, features if isinstance(features, dict) else {}, tuple(damage))


def _listed_files(folder: FolderNames, damage: list[str]) -> list[str]:
    """The names of the Arrow files of a split; of all in its folder where its list cannot be read."""
    state = _described(folder, STATE, _ALL, damage)
    listed = None if state is None else state.get("_data_files")
    if isinstance(listed, list):
        return [str(each.get("filename", "")) for each in listed if isinstance(each, dict)]
    if state is not None:
        damage.append(f"In {folder.path.name}, {STATE} lists no Arrow files: {_ALL}. {_HINT}")
    return list(folder.with_suffix(".arrow"))


def _described(folder: FolderNames, name: str, instead: str, damage: list[str]) -> dict[str, Any] | None:
    """What a file says of a split; None where it cannot be read, which is put into words."""
    try:
        return read_json_file(folder.path / name, _HINT, dict)
    except InputError as error:
        reason = error.message.removeprefix(f"{folder.path}{os.sep}").rstrip(".")
        damage.append(f"In {folder.path.name}, {reason}: {instead}. {_HINT}")
        return None
