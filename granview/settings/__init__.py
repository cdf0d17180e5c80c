"""The user's settings: a frozen dataclass and its TOML file. Read once by the entry point and passed in from there."""

from granview.settings.file import Loaded, load_settings, save_settings, settings_path
from granview.settings.values import Settings

__all__ = ["Loaded", "Settings", "load_settings", "save_settings", "settings_path"]
