"""The TOML file beside an exported network that says what goes into it and what comes out."""

import tomllib
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import ArgumentError, InputError
from granview.core.exported_model import Description
from granview.io.atomic_write import atomic_write
from granview.io.regular_files import open_regular
from granview.io.toml_writer import toml_text

CLASSES_FILE: Final = "classes_file"
_GENERAL: Final = "model.toml"
_MOST_BYTES: Final = 16 << 20
"""No list of classes is larger."""


def description_path(model: Path) -> Path:
    """Where the description of a file is written: beside it, under its name."""
    return model.with_suffix(".toml")


def description_of(model: Path) -> Description | None:
    """The description beside a file, under its name or as ``model.toml``; None where there is none.

    Raises:
        InputError: there is one that cannot be read, or contradicts itself.
    """
    for path in (description_path(model), model.with_name(_GENERAL)):
        if path.is_file():
            return read_description(path)
    return None


def read_description(path: Path) -> Description:
    """A description; classes may stand in a file of one name per line, ``output.classes_file``.

    Raises:
        InputError: it cannot be read, or contradicts itself; the sentence names the file and the field.
    """
    try:
        return parsed_description(path.read_text("utf-8"), path.parent)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Mend it, or take it away.") from error
    except (ArgumentError, UnicodeDecodeError) as error:
        told = error.message if isinstance(error, ArgumentError) else "it is not in UTF-8."
        hint = error.hint if isinstance(error, ArgumentError) else "Save it as UTF-8."
        raise InputError(f"{path}: {told}", hint) from error


def parsed_description(text: str, folder: Path) -> Description:
    """A description from its text.

    Args:
        text: TOML.
        folder: Where the file of classes lies, if it names one.

    Raises:
        ArgumentError: it is none, or contradicts itself.
    """
    try:
        values = _with_classes(tomllib.loads(text), folder)
        description = msgspec.convert(values, Description)
    except tomllib.TOMLDecodeError as error:
        raise ArgumentError(f"This is not valid TOML: {error}.", "Correct it there.") from error
    except msgspec.ValidationError as error:
        raise ArgumentError(f"{error}.", "Correct it, or take the line out.") from error
    description.check()
    return description


def description_text(description: Description, reasons: tuple[str, ...] = ()) -> str:
    """A description as TOML that ``parsed_description`` reads back; the reasons stand above it as comments."""
    values = msgspec.to_builtins(description)
    comments = "".join(f"# {reason}\n" for reason in reasons)
    head = toml_text({key: value for key, value in values.items() if not isinstance(value, dict)})
    parts = {"input": description.input, "output": description.output}
    tables = [f"\n[{name}]\n{toml_text(_known(msgspec.to_builtins(part)))}" for name, part in parts.items()]
    return comments + head + "".join(tables)


def write_description(model: Path, description: Description, reasons: tuple[str, ...] = ()) -> Path:
    """Write the description beside a file, whole or not at all; returns where.

    Raises:
        GranViewError: it cannot be written.
    """
    path = description_path(model)
    with atomic_write(path) as file:
        file.write(description_text(description, reasons).encode())
    return path


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is None, which TOML has no word for."""
    return {key: value for key, value in values.items() if value is not None}


def _with_classes(values: dict[str, Any], folder: Path) -> dict[str, Any]:
    output = values.get("output")
    if not isinstance(output, dict) or CLASSES_FILE not in output:
        return values
    name = output[CLASSES_FILE]
    if not isinstance(name, str) or "classes" in output:
        raise ArgumentError(f"output.{CLASSES_FILE} must be the name of a file, without output.classes.", "Correct it.")
    if Path(name).is_absolute() or ".." in Path(name).parts:
        raise ArgumentError(f"output.{CLASSES_FILE} is {name}, outside its folder.", "Put it beside the description.")
    try:
        with open_regular(folder / name) as file:
            text = file.read(_MOST_BYTES + 1)
        if len(text) > _MOST_BYTES:
            raise ArgumentError(f"The file of classes {name} is larger than {_MOST_BYTES >> 20} MiB.", "Correct it.")
        lines = text.decode().splitlines()
    except (OSError, InputError, UnicodeDecodeError) as error:
        raise ArgumentError(f"The file of classes {name} cannot be read.", "Put it beside the description.") from error
    rest = {key: value for key, value in output.items() if key != CLASSES_FILE}
    return {**values, "output": {**rest, "classes": [line.strip() for line in lines if line.strip()]}}
