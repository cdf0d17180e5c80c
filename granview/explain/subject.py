"""What is explained: a network and one sample."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from torch import Tensor, nn

from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView


def logits_of(output: Any) -> Tensor:
    """The logits in what transformers, torchvision or a plain network returns."""
    if isinstance(output, Tensor):
        return output
    found = output.get("logits", output.get("out")) if isinstance(output, Mapping) else getattr(output, "logits", None)
    if not isinstance(found, Tensor):
        raise TypeError(f"no logits in {type(output).__name__}")
    return found


@dataclass(frozen=True)
class Subject:
    """A network, in evaluation mode, and one sample as it takes it.

    Attributes:
        network: As its library built it, not compiled.
        inputs: Its keyword arguments for the sample, a batch of one, on its device and in its number format; decoders
            with ``use_cache=False``. A network that takes a bare tensor has it under the name ``""``.
        view: Where the sample's pixels or characters are in the network's tokens.
        logits: Finds logits in what the network returns: (1, classes) for a whole sample, (1, classes, h, w) for
            pixels, (1, tokens, classes) for tokens.
        reads: Where the logits are of tokens: the token that is explained where no place is named, counted from the end
            where negative; None where a place must be named.
        notices: Sentences that the user must see, such as that only a part of the sample is explained.
        has_backbone: Whether attention reads the cells of a convolutional backbone, if there is one, so that Grad-CAM
            may look at that where nothing convolutional comes after.
    """

    network: nn.Module
    inputs: Mapping[str, Any]
    view: ImageView | TextView
    logits: Callable[[Any], Tensor] = logits_of
    reads: int | None = -1
    notices: tuple[str, ...] = ()
    has_backbone: bool = False

    def run(self, inputs: Mapping[str, Any] | None = None) -> Any:
        """What the network returns for the sample, or for other inputs in its stead."""
        named = dict(self.inputs if inputs is None else inputs)
        bare = [named.pop("")] if "" in named else []
        return self.network(*bare, **named)
