"""What one model would download before it can be loaded."""

from dataclasses import dataclass
from pathlib import Path

from granview.core.memory_words import gigabytes


@dataclass(frozen=True)
class ModelDownload:
    """What one model would download.

    Attributes:
        source: The lane's model.
        size_bytes: How much; 0 where it is on this machine, None where nobody knows.
        folder: Where it would go.
        is_estimate: Whether the size is the catalogue's estimate, since the hub could not be asked.
        trouble: Why the hub could not be asked, or refuses the model; empty where it was asked.
        terms: Where its terms must be accepted first; empty where there are none.
    """

    source: str
    size_bytes: int | None
    folder: Path
    is_estimate: bool = False
    trouble: str = ""
    terms: str = ""

    @property
    def is_needed(self) -> bool:
        """Whether anything must be downloaded, as far as is known."""
        return self.size_bytes != 0

    @property
    def terms_in_words(self) -> str:
        """What must be done before the download; empty where nothing must."""
        return f"{self.source} is gated: its terms must be accepted at {self.terms} first." if self.terms else ""

    @property
    def size_in_words(self) -> str:
        """The size as it is told: ``about`` stands before an estimate."""
        if self.size_bytes is None:
            return "a size that is not known"
        return f"{'about ' if self.is_estimate else ''}{gigabytes(self.size_bytes)}"
