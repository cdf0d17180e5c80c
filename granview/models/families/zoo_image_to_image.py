"""Embedded networks that enlarge pictures."""

from pathlib import Path
from typing import Any

import msgspec
from torch import Tensor

from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.io.model_config import config_if_any
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.restoration import TASK
from granview.models.images.restoration_adapter import RestorationAdapter, RestorationTraits
from granview.models.loading.source import ResolvedSource
from granview.models.network_adapter import network_facts
from granview.models.variant import reduced
from granview.zoo.build import WEIGHTS
from granview.zoo.config import FORMAT
from granview.zoo.super_resolution.folder import load_super_resolution

NO_CLASSES = LabelSet((), ())


class ZooImageToImage(RestorationAdapter):
    """A zoo network: takes any size, and makes it larger."""

    def restored(self, network: Any, pixels: Tensor) -> Tensor:
        """The network's output is the picture."""
        picture: Tensor = network(pixels)
        return picture


class ZooImageToImageFamily(Family):
    """Folders in the zoo's own format whose task is image-to-image."""

    task = TASK

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the folder's config says that it is in the zoo's format."""
        return resolved.folder is not None and config_if_any(resolved.folder).get("format") == FORMAT

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> ZooImageToImage:
        """The network, after its weights were compared with the hash that was shipped."""
        assert resolved.folder is not None
        network, config = load_super_resolution(resolved.folder)
        weights = [Path(resolved.folder, WEIGHTS)]
        facts = msgspec.structs.replace(
            network_facts(network, NO_CLASSES, spec, placement, ()),
            weights_mb=megabytes_of(weights),
            weights_sha256=sha256_of(weights),
        )
        traits = RestorationTraits(int(config.arguments["scale"]))
        return ZooImageToImage(reduced(network, spec.variant), facts, spec, placement, traits)


FAMILIES.register("zoo-image-to-image")(ZooImageToImageFamily())
