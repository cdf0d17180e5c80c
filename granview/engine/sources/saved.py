"""Predictions that another program has saved."""

from pathlib import Path

from granview.core.saved_reading import SavedReading
from granview.engine.source_scheme import SOURCE_SCHEMES, SourceScheme
from granview.io.saved.listing import list_saved
from granview.io.saved.survey import saved_tasks


class Saved(SourceScheme):
    """``saved:FOLDER`` or ``saved:FILE``."""

    def check(self, name: str) -> None:
        """Refuse a folder that is not there, or holds nothing."""
        list_saved(Path(name.strip()))

    def tasks(self, name: str, hub_cache: Path | None) -> tuple[str, ...]:
        """Those that the files can serve."""
        return saved_tasks(Path(name.strip()), SavedReading())


SOURCE_SCHEMES.register("saved")(Saved())
