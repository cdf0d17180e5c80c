"""Models of the Hugging Face hub."""

from pathlib import Path

from granview.core.model_tasks import tasks_of_config
from granview.engine.catalog import default_cache, newest_snapshot
from granview.engine.source_scheme import SOURCE_SCHEMES, SourceScheme
from granview.io.model_config import config_if_any


class Hub(SourceScheme):
    """``hf:ORG/NAME`` or ``hf:ORG/NAME@REVISION``."""

    def check(self, name: str) -> None:
        """What comes from the network is not looked for."""

    def tasks(self, name: str, hub_cache: Path | None) -> tuple[str, ...]:
        """As the config in the cache says; empty where it is not there."""
        folder = _cached(name, hub_cache or default_cache())
        return () if folder is None else tasks_of_config(config_if_any(folder))


def _cached(name: str, cache: Path) -> Path | None:
    repository, _, revision = name.partition("@")
    home = cache / f"models--{repository.replace('/', '--')}"
    if revision:
        reference = home / "refs" / revision
        commit = reference.read_text(encoding="utf-8", errors="replace").strip() if reference.is_file() else revision
        return home / "snapshots" / commit
    return newest_snapshot(home)[0]


SOURCE_SCHEMES.register("hf")(Hub())
