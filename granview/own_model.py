"""The base of a model of one's own: one class in one Python file, run as ``--model ./mine.py:MyModel``.

It needs no library but the one that it computes with. GranView reads, times, scores, compares and draws.
"""

from collections.abc import Sequence
from typing import Any, ClassVar


class OwnModel:
    """A model of one's own. Say what it does and what its classes are, and write ``predict``.

    Attributes:
        task: What it does: a task's name, such as ``image-segmentation``.
        classes: The names of its classes, in the order of their numbers; empty for tasks without.
        multi_label: Whether classes do not exclude each other, so that each has a probability of its own.
        depth: What a depth network gives: ``metric`` (metres), ``relative`` or ``inverse``.
        params: How many parameters it has; None where that is not known.
    """

    task: ClassVar[str] = ""
    classes: Sequence[str] = ()
    multi_label: bool = False
    depth: str = "metric"
    params: int | None = None

    def load(self, device: str) -> None:
        """Get ready: called once, in the lane's process, before any sample.

        Args:
            device: Where the lane runs: ``cpu`` or ``cuda:N``.
        """

    def predict(self, samples: Sequence[Any]) -> Sequence[Any]:
        """What the model says of each sample of a batch.

        Args:
            samples: Of pictures (H, W, 3) uint8 sRGB arrays, those of a batch of one size; of texts ``TextInput``, with
                ``text``, and ``pair`` and ``question`` where the sample has them.

        Returns:
            One thing for each sample. For ``image-segmentation`` the class of each px, (H, W) whole numbers, or values
            (classes, H, W) of which the highest counts; for ``image-classification`` and ``text-classification``
            probabilities (classes,), which sum to 1 unless ``multi_label``; for ``object-detection`` a tuple of boxes
            (n, 4) left, top, right, bottom px, classes (n,) and scores (n,) from 0 to 1; for ``depth-estimation``
            values (H, W), as ``depth`` says; for ``image-to-image`` a picture (H, W, 3) uint8; for
            ``token-classification`` tuples (start, end, class name, score); for ``question-answering`` tuples (start,
            end, score), the best first; for tasks that write a text.
        """
        raise NotImplementedError(f"{type(self).__name__} has no method predict")
