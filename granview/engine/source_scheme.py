"""Kinds of sources, by what they begin with: one file of ``granview.engine.sources`` each; the rest is a path."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Final

from granview.core.registry import Registry
from granview.engine.model_download import ModelDownload


class SourceScheme(ABC):
    """What can be told of a source without loading its model."""

    @abstractmethod
    def check(self, name: str) -> None:
        """Refuse a model that is to be on this machine and is not; what comes from the network is not looked for.

        Args:
            name: What follows the scheme's colon.

        Raises:
            ArgumentError: it is not there.
        """

    @abstractmethod
    def tasks(self, name: str, hub_cache: Path | None) -> tuple[str, ...]:
        """The tasks of the model, the likeliest first; empty where they are not known.

        Args:
            name: What follows the scheme's colon.
            hub_cache: The hub's cache folder; None for the hub client's own.

        Raises:
            ArgumentError: there is no such model.
            InputError: what says so cannot be read.
        """

    def download(self, name: str, hub_cache: Path, ask_hub: bool) -> ModelDownload | None:
        """What must be downloaded before the model can be loaded; None where such models are on this machine.

        Args:
            name: What follows the scheme's colon.
            hub_cache: The hub's cache folder.
            ask_hub: Whether the hub may be asked, which may take seconds.
        """
        return None


SOURCE_SCHEMES: Final[Registry[SourceScheme]] = Registry("granview.engine.sources", "kind of source")


def scheme_of(source: str) -> tuple[SourceScheme, str] | None:
    """The kind of a source, and what follows its colon; None for a path."""
    scheme, colon, name = source.strip().partition(":")
    return (SOURCE_SCHEMES.get(scheme), name) if colon and scheme in SOURCE_SCHEMES else None
