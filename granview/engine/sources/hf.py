"""Models of the Hugging Face hub."""

from pathlib import Path

from granview.core.errors import GranViewError
from granview.core.model_tasks import tasks_of_config, with_kin
from granview.engine.catalog import newest_snapshot
from granview.engine.model_download import ModelDownload
from granview.engine.source_scheme import SOURCE_SCHEMES, SourceScheme
from granview.io.catalogue_file import read_catalogue
from granview.io.hub.cache import bytes_to_download, default_cache
from granview.io.hub.endpoint import hub_endpoint
from granview.io.hub.listing import list_files
from granview.io.hub.refusals import final_errors, network_errors, network_reason, refused
from granview.io.model_config import config_if_any
from granview.io.weight_files import weight_files


class Hub(SourceScheme):
    """``hf:ORG/NAME`` or ``hf:ORG/NAME@REVISION``."""

    def check(self, name: str) -> None:
        """What comes from the network is not looked for."""

    def tasks(self, name: str, hub_cache: Path | None) -> tuple[str, ...]:
        """As the config in the cache says, or else the catalogue; empty where neither has it."""
        folder = _cached(name, hub_cache or default_cache())
        known = () if folder is None else tasks_of_config(config_if_any(folder))
        return known or _in_catalogue(name.partition("@")[0])

    def download(self, name: str, hub_cache: Path, ask_hub: bool) -> ModelDownload | None:
        """What the hub says is missing here; where it cannot be asked, a size that somebody else must estimate."""
        folder = _cached(name, hub_cache)
        if folder is not None and _has_weights(folder):
            return ModelDownload(name, 0, hub_cache)
        if not ask_hub:
            return ModelDownload(name, None, hub_cache, is_estimate=True)
        repository, _, revision = name.partition("@")
        return _asked(name, repository, revision or "main", hub_cache)


def _in_catalogue(repository: str) -> tuple[str, ...]:
    rungs = (rung for ladder in read_catalogue() for rung in ladder.rungs)
    return next((with_kin(rung.task) for rung in rungs if rung.source == f"hf:{repository}"), ())


def _asked(name: str, repository: str, revision: str, cache: Path) -> ModelDownload:
    trouble = ""
    try:
        listing = list_files(repository, revision)
        terms = f"{hub_endpoint()}/{repository}" if listing.gated else ""
        return ModelDownload(name, bytes_to_download(listing, listing.wanted(), cache), cache, terms=terms)
    except GranViewError as error:
        trouble = str(error)
    except final_errors() as error:
        trouble = str(refused(error, repository, revision))
    except network_errors() as error:
        trouble = network_reason(error)
    return ModelDownload(name, None, cache, is_estimate=True, trouble=trouble)


def _has_weights(folder: Path) -> bool:
    try:
        return bool(weight_files(folder))
    except GranViewError:
        return False


def _cached(name: str, cache: Path) -> Path | None:
    repository, _, revision = name.partition("@")
    home = cache / f"models--{repository.replace('/', '--')}"
    if revision:
        reference = home / "refs" / revision
        commit = reference.read_text(encoding="utf-8", errors="replace").strip() if reference.is_file() else revision
        return home / "snapshots" / commit
    return newest_snapshot(home)[0]


SOURCE_SCHEMES.register("hf")(Hub())
