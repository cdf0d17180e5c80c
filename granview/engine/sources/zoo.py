"""Models that come with the program."""

from pathlib import Path

from granview.core.model_tasks import tasks_of_config
from granview.core.resources import embedded_model
from granview.engine.source_scheme import SOURCE_SCHEMES, SourceScheme
from granview.io.model_config import config_if_any


class Zoo(SourceScheme):
    """``zoo:NAME``."""

    def check(self, name: str) -> None:
        """Refuse a name that no embedded model has."""
        embedded_model(name)

    def tasks(self, name: str, hub_cache: Path | None) -> tuple[str, ...]:
        """As its config says."""
        return tasks_of_config(config_if_any(embedded_model(name)))


SOURCE_SCHEMES.register("zoo")(Zoo())
