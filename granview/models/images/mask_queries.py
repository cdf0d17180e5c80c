"""Networks of transformers whose queries each have a class and a mask."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from torch import Tensor

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, Image, Size
from granview.models.device import Placement
from granview.models.finite import require_numbers
from granview.models.images.queried_pictures import PIXELS, QueriedPictures
from granview.models.images.query_masks import QueryMasks
from granview.models.images.universal_networks import UniversalInputs
from granview.models.loading.pretrained import LoadedObjects

_SHOWN: Final = "shown"
"""In a batch: which share of the input's height and width is each picture; the rest is padding."""


class QueryOutput(NamedTuple):
    """What the network gave of one picture.

    Attributes:
        logits: (queries, outputs), the classes'.
        masks: (queries, h, w), the masks'.
        boxes: (queries, 4) centre and size as shares of the picture; None where the network gives none.
        pairs: Whether a query may be objects of several classes, and is the surer the surer its mask is.
        shown: Which shares of the input's height and width are the picture.
    """

    logits: Tensor
    masks: Tensor
    boxes: Tensor | None
    pairs: bool
    shown: tuple[float, float]


class MaskQueries(QueriedPictures):
    """A network with a class and a mask for each query: Mask2Former, MaskFormer, OneFormer, EoMT, DETR, RF-DETR.

    Nothing is taken of transformers' own post-processing, which is made to be looked at: it paints objects over each
    other, at 384 x 384 px for some.
    """

    def __init__(self, loaded: LoadedObjects, inputs: UniversalInputs, spec: LaneSpec, placement: Placement) -> None:
        super().__init__(loaded, spec, placement)
        self._inputs = inputs

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> dict[str, Tensor]:
        """(H, W, 3) uint8 images to what the network takes, and where in it each picture is."""
        batch = super().preprocess(sample_input, params)
        sizes = [(image.shape[0], image.shape[1]) for image in sample_input]
        shown = self._inputs.shown(self.processor, batch, sizes)
        return {**batch, **self._inputs.more(len(sizes)), _SHOWN: shown}

    def call(self, network: Any, batch: Mapping[str, Tensor]) -> Any:
        """Runs the network; gives its output, and where each picture is in its input."""
        inputs = {name: self.on_device(tensor) for name, tensor in batch.items() if name != _SHOWN}
        return network(**inputs), batch[_SHOWN]

    def of_pictures(self, output: Any) -> Iterable[QueryOutput]:
        """The classes and masks of each picture."""
        said, shown = output
        universal = hasattr(said, "class_queries_logits")
        logits = said.class_queries_logits if universal else said.logits
        masks = said.masks_queries_logits if universal else said.pred_masks
        boxes = [None] * len(logits) if universal else said.pred_boxes
        for own_logits, own_masks, own_boxes, share in zip(logits, masks, boxes, shown.tolist(), strict=True):
            yield QueryOutput(own_logits, own_masks, own_boxes, universal, (share[0], share[1]))

    def masks(self, output: QueryOutput, size: Size) -> QueryMasks:
        """The masks of a picture at its own size.

        Raises:
            NotFinite: a value is NaN or infinite.
        """
        return QueryMasks(require_numbers(output.masks.float()), size, output.shown)

    def batch_length(self, batch: Mapping[str, Tensor]) -> int:
        """Samples in a batch."""
        return len(batch[PIXELS])
