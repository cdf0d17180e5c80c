"""The settings file: read with a default for whatever is wrong in it, written whole or not at all."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from granview.core.errors import ArgumentError
from granview.io.toml_writer import toml_text
from granview.settings.schema import Settings


@dataclass(frozen=True)
class LoadedSettings:
    """Settings as they were read.

    Attributes:
        settings: What holds now.
        notices: Sentences that the user must see: what in the file could not be used.
        unknown: Keys of the file that this version does not know; they are kept when it is written.
        is_broken: Whether the file could not be read at all.
    """

    settings: Settings = field(default_factory=Settings)
    notices: tuple[str, ...] = ()
    unknown: dict[str, Any] = field(default_factory=dict)
    is_broken: bool = False


def settings_path() -> Path:
    """Where the user's settings are."""
    import platformdirs

    return platformdirs.user_config_path("GranView", appauthor=False) / "settings.toml"


def load_settings(path: Path) -> LoadedSettings:
    """Read settings; defaults where there is no file, and, with a notice, where something in it cannot be used."""
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return LoadedSettings()
    except OSError as error:
        return _broken(f"{path} cannot be read: {error.strerror}.")
    except ValueError as error:
        return _broken(f"{path} is not valid TOML: {error}.")
    except RecursionError:
        return _broken(f"{path} is not valid TOML: it is nested too deeply.")
    return _checked(path, values)


def save_settings(path: Path, settings: Settings) -> None:
    """Write settings; keys of the file that this version does not know stay in it. Its folder is made.

    A file that cannot be read as settings is kept beside it, as ``settings.toml.broken``.

    Raises:
        GranViewError: the file cannot be written.
    """
    from granview.io.atomic_write import atomic_write

    before = load_settings(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if before.is_broken and path.is_file():
        path.replace(path.with_name(f"{path.name}.broken"))
    with atomic_write(path) as file:
        file.write(toml_text(_plain(settings) | before.unknown).encode())


def _plain(settings: Settings) -> dict[str, Any]:
    """The values as TOML knows them; what is None is left out, as TOML has no word for it."""
    values = msgspec.to_builtins(settings)
    return {
        name: {key: part for key, part in value.items() if part is not None} if isinstance(value, dict) else value
        for name, value in values.items()
    }


def _broken(what: str) -> LoadedSettings:
    return LoadedSettings(notices=(f"{what} The default settings are used.",), is_broken=True)


def _checked(path: Path, values: dict[str, Any]) -> LoadedSettings:
    hints = get_type_hints(Settings, include_extras=True)
    good: dict[str, Any] = {}
    notices: list[str] = []
    for name in hints.keys() & values.keys():
        try:
            good[name] = msgspec.convert(values[name], hints[name])
        except (msgspec.ValidationError, ArgumentError) as error:
            notices.append(f"{path}: '{name}' cannot be used ({error}). Its default is used.")
    unknown = {name: value for name, value in values.items() if name not in hints}
    return LoadedSettings(Settings(**good), tuple(sorted(notices)), unknown)
