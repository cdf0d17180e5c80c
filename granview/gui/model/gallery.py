"""A sample gallery, and what the act that opens it is called."""

from dataclasses import dataclass
from pathlib import Path

from granview.core.resources import resource_path


@dataclass(frozen=True)
class Gallery:
    """Samples of one kind that come with the program.

    Attributes:
        name: By which it is chosen.
        folder: Where it lies, within the resources.
        models: What a first look at it compares.
        title: Of the act that opens it.
        tip: What that act does.
        act: Name of that act.
        key: Its key.
        icon: Its icon.
    """

    name: str
    folder: str
    models: tuple[str, ...]
    title: str
    tip: str
    act: str
    key: str
    icon: str

    @property
    def path(self) -> Path:
        """Its folder."""
        return resource_path(self.folder)
