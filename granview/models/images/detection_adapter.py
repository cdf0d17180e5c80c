"""What every family of models that find objects shares: from what a network found to instances."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any

from torch import nn

from granview.core.errors import NotFinite
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.run_params import RunParams
from granview.models.adapter import Image, ModelOutput, Size
from granview.models.device import Placement
from granview.models.images.scored_objects import ScoredObjects, instances_of, most_detections
from granview.models.network_adapter import NetworkAdapter


class DetectionAdapter(NetworkAdapter[Image, Size]):
    """A network that finds objects in pictures, be it by boxes alone or by masks too.

    Families say how pictures become a batch, what their network gave of each picture, and what was found in it. All of
    it is kept from a score of 0 on, up to the task's ``max_detections``: average precision is the area under the whole
    curve, and whoever wants less raises the threshold of what is shown.
    """

    def __init__(self, network: nn.Module, facts: ModelFacts, spec: LaneSpec, placement: Placement) -> None:
        super().__init__(network, facts, spec, placement)
        self.task = spec.task

    @abstractmethod
    def of_pictures(self, output: Any) -> Iterable[Any]:
        """What the network gave of each picture of the batch."""

    @abstractmethod
    def objects(self, output: Any, size: Size, params: RunParams) -> ScoredObjects:
        """The objects of one picture.

        Args:
            output: What the network gave of it.
            size: Its (height, width) in px.
            params: What was asked for.

        Raises:
            NotFinite: the network gave values that are no numbers.
            ModelError: it gave other classes than its config names.
        """

    def asked(self, params: RunParams) -> LabelSet | None:
        """The classes of the objects, where they are those that the run asks for; None: those of the facts."""
        return None

    def at_most(self, params: RunParams) -> int:
        """How many objects of a picture are kept."""
        return most_detections(self.task, params)

    def postprocess(self, output: Any, subjects: Sequence[Size], params: RunParams) -> list[ModelOutput | NotFinite]:
        """The objects of each picture, in its own pixels, on one core and, on a GPU, beside the next forward pass."""
        with self.beside_the_next_pass():
            return self.of_each(
                lambda one, size: self._model_output(one, size, params), self.of_pictures(output), subjects
            )

    def _model_output(self, output: Any, size: Size, params: RunParams) -> ModelOutput:
        objects = self.objects(output, size, params)
        return ModelOutput(
            instances_of(objects, size, self.at_most(params)), objects.notices, labels=self.asked(params)
        )
