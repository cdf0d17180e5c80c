"""Networks that another library exported to a file: what their tensors are called, and what a description says of them.

The file itself knows names, types and shapes. What the numbers mean it does not: a description, a small TOML file
beside it, says how pictures and texts become its input, and what its output is.
"""

from typing import Final, Literal

import msgspec

from granview.core.errors import ArgumentError

Dimension = int | None
"""A side of a tensor; None where it may be any."""

Resize = Literal["none", "stretch", "letterbox", "crop"]
Layout = Literal["NCHW", "NHWC"]
Channels = Literal["RGB", "BGR", "grey"]
OutputKind = Literal[
    "logits",
    "probabilities",
    "label-map",
    "torchvision",
    "detr",
    "yolo",
    "yolo-end-to-end",
    "picture",
    "depth",
    "spans",
]

TASK_KINDS: Final[dict[str, tuple[OutputKind, ...]]] = {
    "image-segmentation": ("logits", "probabilities", "label-map"),
    "image-classification": ("logits", "probabilities"),
    "object-detection": ("torchvision", "detr", "yolo", "yolo-end-to-end"),
    "image-to-image": ("picture",),
    "depth-estimation": ("depth",),
    "text-classification": ("logits",),
    "token-classification": ("logits",),
    "fill-mask": ("logits",),
    "question-answering": ("spans",),
}
"""The tasks that exported networks can do, and what their output may be."""

TEXT_TASKS: Final = frozenset({"text-classification", "token-classification", "fill-mask", "question-answering"})


class TensorSpec(msgspec.Struct, frozen=True):
    """A tensor that goes in or comes out.

    Attributes:
        name: Its name in the file.
        dtype: ``float32``, ``int64`` and so on; empty where the file does not say.
        shape: Its sides; None for one that may be any.
    """

    name: str
    dtype: str
    shape: tuple[Dimension, ...]

    def __str__(self) -> str:
        return f"{self.name} {self.dtype} ({', '.join('any' if side is None else str(side) for side in self.shape)})"


class Signature(msgspec.Struct, frozen=True):
    """What a file says of its network.

    Attributes:
        inputs: In order.
        outputs: In order.
        params: Number of weights; None where the file does not tell.
        metadata: What was written into the file besides, by key.
        precision: The number format of most weights, such as ``int8``; empty where the file does not tell.
    """

    inputs: tuple[TensorSpec, ...]
    outputs: tuple[TensorSpec, ...]
    params: int | None = None
    metadata: dict[str, str] = {}
    precision: str = ""

    def output(self, name: str) -> TensorSpec | None:
        """The output of that name; None where there is none."""
        return next((each for each in self.outputs if each.name == name), None)


class InputDescription(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a picture becomes the network's input; texts are told by the tokenizer beside the file.

    A value is multiplied by ``scale``, then ``mean`` is taken away, then it is divided by ``std``.

    Attributes:
        name: The input's name; empty for the first.
        size: (height, width) px of the input; None takes the picture's own.
        multiple: Sides are filled up to a multiple of so many px.
        resize: How a picture comes to ``size``: ``stretch``; ``letterbox`` keeps its shape and fills up with grey;
            ``crop`` keeps its shape and cuts the middle out; ``none`` where there is no size.
        layout: Order of the axes.
        channels: Order of the channels.
        scale: What values 0 to 255 are multiplied by.
        mean: Per channel.
        std: Per channel.
    """

    name: str = ""
    size: tuple[int, int] | None = None
    multiple: int = 1
    resize: Resize = "none"
    layout: Layout = "NCHW"
    channels: Channels = "RGB"
    scale: float = 1 / 255
    mean: tuple[float, ...] = (0.0, 0.0, 0.0)
    std: tuple[float, ...] = (1.0, 1.0, 1.0)


class OutputDescription(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the network's output is.

    Attributes:
        kind: How it is read.
        names: The outputs that are read, in the order that the kind wants; empty for those of the file.
        classes: Name of each class, in the order of the output.
        multi_label: Whether classes do not exclude each other.
        scale: How many times larger a restored picture is.
        value_max: What white is in a restored picture: 1 or 255.
        depth: What a depth network gives: ``metric``, ``relative`` or ``inverse``.
        iou: Above which of two boxes of a class the less sure one is left out, where the network leaves that to others.
    """

    kind: OutputKind
    names: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    multi_label: bool = False
    scale: int = 1
    value_max: float = 1.0
    depth: Literal["metric", "relative", "inverse"] = "inverse"
    iou: float = 0.7


class Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What must be known of an exported network to run it.

    Attributes:
        task: What it does.
        output: What its output is.
        input: How a picture becomes its input.
        tokenizer: For texts, the folder with the tokenizer and the config, from the file's own folder on.
    """

    task: str
    output: OutputDescription
    input: InputDescription = InputDescription()
    tokenizer: str = "."

    def check(self) -> None:
        """Refuse what contradicts itself.

        Raises:
            ArgumentError: it does.
        """
        if self.task not in TASK_KINDS:
            raise ArgumentError(f"task is '{self.task}'.", f"It can be {', '.join(TASK_KINDS)}.")
        if self.output.kind not in TASK_KINDS[self.task]:
            kinds = ", ".join(TASK_KINDS[self.task])
            raise ArgumentError(f"output.kind is '{self.output.kind}', for {self.task}.", f"It can be {kinds}.")
        self._check_input()

    def _check_input(self) -> None:
        own = self.input
        if (own.size is None) != (own.resize == "none"):
            raise ArgumentError(
                "input.size and input.resize contradict each other.",
                'Give both, or resize = "none" without a size.',
            )
        n = 1 if own.channels == "grey" else 3
        for name, values in (("mean", own.mean), ("std", own.std)):
            if len(values) != n:
                raise ArgumentError(f"input.{name} has {len(values)} values.", f"{own.channels} needs {n}.")
        if min(own.std) <= 0 or own.multiple < 1 or (own.size is not None and min(own.size) < 1):
            raise ArgumentError("input.std, input.multiple and input.size must be above 0.", "Correct them.")


class Guess(msgspec.Struct, frozen=True):
    """A description that was told from names and shapes alone, for a person to look at.

    Attributes:
        description: The description.
        reasons: Why, a sentence for each thing that was guessed.
    """

    description: Description
    reasons: tuple[str, ...]
