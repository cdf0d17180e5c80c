"""Restored pictures from an exported network."""

from typing import Any

import msgspec
from torch import Tensor

from granview.core.errors import UnsupportedModel
from granview.core.lane import LaneSpec
from granview.models.device import Placement
from granview.models.exported.loading import LoadedExport, ran_as
from granview.models.exported.network import output_of
from granview.models.images.restoration_adapter import RestorationAdapter, RestorationTraits


class ExportedRestoration(RestorationAdapter):
    """Pictures in, pictures scale times as large out.

    Raises:
        UnsupportedModel: it takes pictures of one size alone.
    """

    def __init__(self, loaded: LoadedExport, spec: LaneSpec, placement: Placement) -> None:
        own = loaded.description
        if own.input.size is not None:
            height, width = own.input.size
            raise UnsupportedModel(
                f"The network takes pictures of {width}x{height} px alone, and to bring others to that size would "
                "change what is to be restored.",
                "Export it with sides that may be any.",
            )
        channels = 1 if own.input.channels == "grey" else 3
        super().__init__(
            loaded.network,
            loaded.facts,
            spec,
            placement,
            RestorationTraits(own.output.scale, channels, own.input.multiple),
        )
        self.facts = msgspec.structs.replace(self.facts, ran=ran_as(loaded))
        self._own = own

    def restored(self, network: Any, pixels: Tensor) -> Tensor:
        """The network's picture, 0 to 1.

        Args:
            network: The network.
            pixels: (N, channels, h, w), 0 to 1.
        """
        how = self._own.input
        turned = pixels.flip(1) if how.channels == "BGR" else pixels
        mean, std = (turned.new_tensor(values)[:, None, None] for values in (how.mean, how.std))
        values = (turned * (255 * how.scale) - mean) / std
        outputs: dict[str, Tensor] = network(
            {how.name or "input": values.permute(0, 2, 3, 1).contiguous() if how.layout == "NHWC" else values}
        )
        picture = output_of(outputs, self._own.output.names)
        picture = picture.permute(0, 3, 1, 2) if how.layout == "NHWC" else picture
        picture = picture.flip(1) if how.channels == "BGR" else picture
        return picture.float() / self._own.output.value_max
