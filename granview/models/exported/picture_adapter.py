"""What adapters of exported networks for pictures share: their input, their calls, their outputs by name."""

from collections.abc import Hashable, Sequence
from typing import Any

import msgspec
import torch
from torch import Tensor

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, Image, Size
from granview.models.device import Placement
from granview.models.exported.loading import LoadedExport, ran_as
from granview.models.exported.network import output_of
from granview.models.exported.picture_input import Fit, PictureInput, PictureTensors
from granview.models.network_adapter import NetworkAdapter
from granview.models.threads import one_thread

Outputs = tuple[dict[str, Tensor], tuple[Fit, ...]]
"""What the network gave of a batch, by name, and how its pictures lie in it."""


class ExportedPictures(NetworkAdapter[Image, Size]):
    """A network of a file that takes pictures.

    Args:
        loaded: The network, its description and facts.
        spec: The lane's specification.
        placement: Where it runs.
    """

    def __init__(self, loaded: LoadedExport, spec: LaneSpec, placement: Placement) -> None:
        super().__init__(loaded.network, loaded.facts, spec, placement)
        self.facts = msgspec.structs.replace(self.facts, ran=ran_as(loaded))
        self.task = spec.task
        self.description = loaded.description
        self._pictures = PictureInput(loaded.description.input)
        self._one_by_one = _holds_one(loaded)

    def batch_key(self, subject: Size) -> Hashable:
        """One key for all sizes where they are brought to one; else the size itself."""
        key: Hashable = self._pictures.key(subject)
        return key

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> PictureTensors:
        """(H, W, 3) uint8 pictures to what the description says."""
        with one_thread():
            return self._pictures.batch(sample_input)

    def call(self, network: Any, batch: PictureTensors) -> Outputs:
        """What the network gives; a file that was exported for one picture is given one after another."""
        pixels = batch.pixels.to(self.device)
        if len(pixels) == 1 or not self._one_by_one:
            return self._outputs_of(network, pixels), batch.fits
        parts = [self._outputs_of(network, pixels[place : place + 1]) for place in range(len(pixels))]
        return {name: torch.cat([part[name] for part in parts]) for name in parts[0]}, batch.fits

    def _outputs_of(self, network: Any, pixels: Tensor) -> dict[str, Tensor]:
        outputs: dict[str, Tensor] = network({self.description.input.name or "input": pixels})
        return outputs

    def batch_length(self, batch: PictureTensors) -> int:
        """Pictures in a batch."""
        return len(batch.pixels)

    def read(self, outputs: dict[str, Tensor], place: int = 0) -> Tensor:
        """The output that the description names there, as ``output_of`` says."""
        return output_of(outputs, self.description.output.names, place)


def _holds_one(loaded: LoadedExport) -> bool:
    """Whether the file was exported for batches of one picture."""
    first = None if loaded.signature is None else next(iter(loaded.signature.inputs), None)
    return first is not None and len(first.shape) == 4 and first.shape[0] == 1
