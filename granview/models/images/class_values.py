"""Networks that have a value for each class in each px, so that pictures can be run in tiles that are blended."""

from abc import abstractmethod
from typing import Any

from torch import Tensor

from granview.models.adapter import Image, Size
from granview.models.images.image_processor import Resizing
from granview.models.images.label_maps import Probability, softmax_of_highest
from granview.models.network_adapter import NetworkAdapter


class ClassValues(NetworkAdapter[Image, Size]):
    """What such a network must tell besides what every ``NetworkAdapter`` does."""

    @property
    def resizing(self) -> Resizing:
        """What becomes of a picture's size before the network sees it; here it stays what it is."""
        return Resizing()

    @property
    def probability(self) -> Probability:
        """How the highest of a px's values becomes the confidence in its class; here they are logits."""
        return softmax_of_highest

    @abstractmethod
    def class_values(self, output: Any, place: int) -> Tensor:
        """What one picture's px have for each class, the highest of which is shown: (classes, h, w).

        Args:
            output: What ``forward`` gave.
            place: The picture's place in the batch.

        Raises:
            ModelError: there are more or fewer classes than are named.
            NotFinite: what the values are made of are no numbers.
        """
