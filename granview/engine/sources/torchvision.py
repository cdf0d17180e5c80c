"""Models that torchvision builds."""

from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError
from granview.core.model_tasks import with_kin
from granview.engine.model_download import ModelDownload
from granview.engine.source_scheme import SOURCE_SCHEMES, SourceScheme
from granview.engine.torchvision_classifiers import TASK as CLASSIFICATION
from granview.engine.torchvision_models import TORCHVISION_MODELS, torch_checkpoints, torchvision_task

_WEIGHT_SUFFIXES: Final = frozenset({".pth", ".pt", ".bin", ".safetensors"})


class Torchvision(SourceScheme):
    """``torchvision:BUILDER`` or ``torchvision:BUILDER@WEIGHTS``."""

    def check(self, name: str) -> None:
        """Of what follows ``@``, a path must be there; names of its own weights are known to torchvision."""
        weights = name.partition("@")[2]
        path = Path(weights).expanduser().absolute()
        is_path = "/" in weights or "\\" in weights or path.suffix.lower() in _WEIGHT_SUFFIXES
        if is_path and not path.is_file():
            raise ArgumentError(f"There is no file {path}.", "Give the file that holds the weights.")

    def tasks(self, name: str, hub_cache: Path | None) -> tuple[str, ...]:
        """Those of the builder; a builder that the table does not list classifies pictures."""
        return with_kin(torchvision_task(name.partition("@")[0]) or CLASSIFICATION)

    def download(self, name: str, hub_cache: Path, ask_hub: bool) -> ModelDownload | None:
        """The builder's default weights, into torch's own folder; the size of others is not known before."""
        folder, (builder, _, weights) = torch_checkpoints(), name.partition("@")
        if weights:
            return ModelDownload(name, 0 if Path(weights).expanduser().is_file() else None, folder)
        row = next((model for model in TORCHVISION_MODELS if model.builder == builder), None)
        if row is None:
            return ModelDownload(name, None, folder, is_estimate=True)
        return ModelDownload(name, 0 if (folder / row.file).is_file() else round(row.weights_mb * 1e6), folder)


SOURCE_SCHEMES.register("torchvision")(Torchvision())
