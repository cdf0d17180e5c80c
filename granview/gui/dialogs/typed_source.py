"""What was typed as the name of a model: which source it is, and why it can be none."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.core.errors import ArgumentError, InputError
from granview.core.model_source import SCHEMES
from granview.core.own_code import class_in, own_code
from granview.core.saved_reading import SavedReading
from granview.core.saved_source import SAVED, saved_path, saved_source
from granview.io.model_config import config_if_any
from granview.io.model_file import check_model_file, lone_model

_SCHEMES: Final = tuple(f"{scheme}:" for scheme in SCHEMES)
_PATHS: Final = ("/", "~", ".")


def source_of(text: str) -> str:
    """What was typed, as a source: a path and a source stay what they are, anything else is an id on the hub."""
    is_path = Path(text).expanduser().exists() or text.startswith(_PATHS)
    if text.startswith(_SCHEMES) or own_code(text) is not None or is_path:
        return str(Path(text).expanduser()) if text.startswith("~") else text
    return f"hf:{text}"


def source_of_folder(folder: Path) -> str:
    """A folder that was chosen, as a source: one without a model whose files are predictions holds saved ones."""
    from granview.io.saved.survey import saved_tasks  # the window is shown without

    try:
        is_model = lone_model(folder) is not None or bool(config_if_any(folder))
    except InputError:
        is_model = True
    return str(folder) if is_model or not saved_tasks(folder, SavedReading()) else saved_source(folder)


def trouble_with(source: str) -> str:
    """Why a source can be no model, in words; empty where it can be one."""
    from granview.io.saved.listing import check_saved

    try:
        if source.strip() == SAVED:
            return _words("Write saved:FOLDER, where saved predictions lie.")
        if (saved := saved_path(source)) is not None:
            check_saved(saved)
        if source.startswith(_SCHEMES):
            return ""
        return _check_path(source)
    except (ArgumentError, InputError) as error:
        return str(error)


def _check_path(source: str) -> str:
    """As ``trouble_with`` says, of a class, a file or a folder.

    Raises:
        ArgumentError: the file is no model.
        InputError: the file of a class, or the config of a folder, cannot be read.
    """
    if own := own_code(source):
        class_in(*own)
        return ""
    folder = Path(source)
    if lone := lone_model(folder):
        check_model_file(lone)
        return ""
    if not folder.is_dir():
        return _words("There is no folder {folder}.").format(folder=source)
    if not config_if_any(folder):
        return _words("{folder} holds no model: a model's folder has a config.json.").format(folder=source)
    return ""


def _words(text: str) -> str:
    return QCoreApplication.translate("OtherModel", text)
