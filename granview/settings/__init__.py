"""The user's settings: a frozen dataclass and its TOML file. Read once by the entry point and passed in from there."""

from granview.settings.file import LoadedSettings, load_settings, save_settings, settings_path
from granview.settings.schema import Settings

__all__ = ["LoadedSettings", "Settings", "load_settings", "save_settings", "settings_path"]
