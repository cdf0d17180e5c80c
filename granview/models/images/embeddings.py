"""Pictures that a prompted model has seen: their embeddings, kept for the next prompt."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Final

KEPT: Final = 4
"""So many pictures are kept, those asked about last; SAM's embedding of one takes 4 MB, SAM 2's 20 MB."""


@dataclass
class Embedding:
    """A picture on its way through the encoder.

    Attributes:
        pixels: What the encoder takes, until it has run.
        scale_xy: How coordinates of the picture become the model's own.
        sizes: What the processor must know to bring masks back to the picture's size.
        features: What the encoder gave; None until it has run.
    """

    pixels: Any
    scale_xy: tuple[float, float]
    sizes: dict[str, Any]
    features: Any = None

    @property
    def is_ready(self) -> bool:
        """Whether the encoder has run."""
        return self.features is not None


class EmbeddingCache:
    """Embeddings by picture; may be asked from any thread."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, Embedding] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Embedding]) -> Embedding:
        """The embedding of a picture, made where it is not there; nothing is kept under None."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
                return found
        made = make()
        if key is not None:
            with self._lock:
                self._held[key] = made
                while len(self._held) > self._kept:
                    self._held.popitem(last=False)
        return made
