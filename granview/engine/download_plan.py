"""What lanes would download before they run, and whether the disk has room for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from granview.core.catalogue import Ladder
from granview.core.errors import ArgumentError
from granview.core.memory_words import gigabytes
from granview.engine.model_download import ModelDownload
from granview.engine.source_scheme import scheme_of
from granview.io.hub.cache import default_cache, free_bytes


@dataclass(frozen=True)
class DownloadPlan:
    """What several models would download.

    Attributes:
        downloads: One for each model, in order.
        free_bytes: What the disk has free on which most of it would go; None where that is not known.
    """

    downloads: tuple[ModelDownload, ...] = ()
    free_bytes: int | None = None

    @property
    def needed(self) -> tuple[ModelDownload, ...]:
        """Those of which anything must be downloaded."""
        return tuple(each for each in self.downloads if each.is_needed)

    @property
    def total_bytes(self) -> int:
        """All that must be downloaded, as far as it is known."""
        return sum(each.size_bytes or 0 for each in self.downloads)

    @property
    def fits(self) -> bool:
        """Whether the disk has room, as far as sizes are known."""
        return self.free_bytes is None or self.total_bytes <= self.free_bytes

    @property
    def sentence(self) -> str:
        """What is to be downloaded, and whether the disk has room; empty where there is nothing."""
        if not self.needed:
            return ""
        is_exact = not any(each.is_estimate or each.size_bytes is None for each in self.needed)
        count = len(self.needed)
        words = f"{count} {'model' if count == 1 else 'models'} must be downloaded: "
        words += f"{'' if is_exact else 'about '}{gigabytes(self.total_bytes)}"
        if any(each.size_bytes is None for each in self.needed):
            words += " and more, since not every size is known"
        if self.free_bytes is None:
            return f"{words}."
        free = f"{gigabytes(self.free_bytes)} are free on the disk of {self.needed[0].folder}"
        return f"{words}; {free}." if self.fits else f"{words}, but only {free}."


def plan_downloads(
    sources: Iterable[str], ladders: Sequence[Ladder] = (), *, ask_hub: bool = True, cache: Path | None = None
) -> DownloadPlan:
    """What these models would download. Asks the hub about each of its models, which may take seconds.

    Args:
        sources: The lanes' models; one that is named twice is downloaded once.
        ladders: The catalogue, whose estimates hold where the hub cannot be asked.
        ask_hub: Whether to ask it.
        cache: The hub's cache folder; by default the hub client's own.
    """
    estimates = {rung.source: rung.estimated_bytes for ladder in ladders for rung in ladder.rungs}
    home = cache or default_cache()
    downloads = tuple(_download(source, estimates.get(source), home, ask_hub) for source in dict.fromkeys(sources))
    needed = [each for each in downloads if each.is_needed]
    return DownloadPlan(downloads, free_bytes(needed[0].folder) if needed else None)


def require_room(plan: DownloadPlan) -> None:
    """Refuse what the disk has no room for, before any of it is downloaded.

    Raises:
        ArgumentError: the disk has no room, with the numbers.
    """
    if not plan.fits:
        hint = "Choose fewer or smaller models, make room, or set HF_HOME to a larger disk."
        raise ArgumentError(plan.sentence, hint)


def _download(source: str, estimate: int | None, cache: Path, ask_hub: bool) -> ModelDownload:
    known = scheme_of(source)
    download = known[0].download(known[1], cache, ask_hub) if known else None
    if download is None:
        return ModelDownload(source, 0, cache)
    size = estimate if download.is_estimate and download.size_bytes is None else download.size_bytes
    return replace(download, source=source, size_bytes=size)
