"""Sample galleries: samples that come with the program, and models for a first look at them; each a file of its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.registry import Registry
from granview.core.resources import resource_path


@dataclass(frozen=True)
class Gallery:
    """Samples, and what a first look at them compares.

    Attributes:
        name: By which it is chosen.
        rank: Where menus list it: the lower the earlier.
        title: Of the act that opens it, in English, with its mnemonic.
        tip: What that act does, in English.
        folder: Where the samples lie, within the resources.
        models: The models of a first look, each as ``--model`` takes it.
        key: The key of the act; empty for none.
        icon: The icon of the act.
    """

    name: str
    rank: int
    title: str
    tip: str
    folder: str
    models: tuple[str, ...]
    key: str = ""
    icon: str = "gallery"

    @property
    def path(self) -> Path:
        """Its folder."""
        return resource_path(self.folder)

    @property
    def act(self) -> str:
        """The name of the act that opens it."""
        return f"open-gallery-{self.name}"


GALLERIES: Final[Registry[Gallery]] = Registry("granview.core.galleries", "gallery")
"""By name, the galleries."""


def all_galleries() -> tuple[Gallery, ...]:
    """All galleries, in the order in which menus list them."""
    return tuple(sorted(GALLERIES.all().values(), key=lambda gallery: gallery.rank))
