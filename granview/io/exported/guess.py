"""What an exported network may be for, told from the names and shapes of its tensors; always shown, never silent."""

import ast
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from granview.core.errors import InputError
from granview.core.exported_model import (
    TEXT_TASKS,
    Description,
    Guess,
    InputDescription,
    OutputDescription,
    OutputKind,
    Resize,
    Signature,
    TensorSpec,
)

_IMAGENET: Final = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
_MOST_CHANNELS: Final = 4
_NAMED: Final = frozenset({"image-segmentation", "image-classification", "object-detection"})


def guessed(signature: Signature, task: str = "", classes: tuple[str, ...] = ()) -> Guess:
    """The likeliest description.

    Args:
        signature: What the file says.
        task: What the network is for, where that is known.
        classes: Names of the classes, where a config beside the file has them.

    Raises:
        InputError: nothing is known that has such inputs and outputs.
    """
    guesses = _of_texts(signature) if _takes_tokens(signature) else _of_pictures(signature)
    for output, its_task, why in guesses:
        if task in ("", its_task):
            how, reasons = (InputDescription(), ()) if its_task in TEXT_TASKS else _input(signature, output)
            named = _with_names(output, its_task, classes)
            return Guess(Description(its_task, named, how), (why, *reasons, *_classes_reasons(named)))
    raise InputError(
        f"It cannot be told what the network is for: it takes {_listed(signature.inputs)} and gives "
        f"{_listed(signature.outputs)}.",
        "Say it in a TOML file beside it; the guide has an example for each task.",
    )


def _listed(specs: tuple[TensorSpec, ...]) -> str:
    return "; ".join(map(str, specs)) or "nothing"


Reading = tuple[OutputDescription, str, str]
"""An output, the task that it is of, and why."""


def _takes_tokens(signature: Signature) -> bool:
    return any(each.name == "input_ids" for each in signature.inputs)


def _of_texts(signature: Signature) -> Iterator[Reading]:
    names = {each.name: each for each in signature.outputs}
    if {"start_logits", "end_logits"} <= names.keys():
        why = "It gives start_logits and end_logits: the ends of an answer."
        yield OutputDescription("spans", ("start_logits", "end_logits")), "question-answering", why
    first = names.get("logits") or next(iter(signature.outputs), None)
    if first is None:
        return
    output = OutputDescription("logits", (first.name,))
    if len(first.shape) == 2:
        yield output, "text-classification", f"{first} has a value for each class of a text."
    elif len(first.shape) == 3:
        vocabulary = first.shape[2] is not None and first.shape[2] > 5_000
        tasks = ("fill-mask", "token-classification") if vocabulary else ("token-classification", "fill-mask")
        for task in tasks:
            yield output, task, f"{first} has values for each token."


def _of_pictures(signature: Signature) -> Iterator[Reading]:
    for tell in _TELLERS:
        yield from tell(signature)


def _boxes(signature: Signature) -> Iterator[Reading]:
    names = {each.name: each for each in signature.outputs}
    if {"logits", "pred_boxes"} <= names.keys():
        n = names["logits"].shape[-1]
        why = "It gives logits and pred_boxes, as DETR and its kin do; where one output more than there are classes, "
        why += "the last one means no object."
        classes = () if n is None else _numbered(n - 1)
        yield OutputDescription("detr", ("logits", "pred_boxes"), classes), "object-detection", why
    if {"boxes", "scores", "labels"} <= names.keys():
        why = "It gives boxes, scores and labels, as torchvision's detectors do."
        yield OutputDescription("torchvision", ("boxes", "labels", "scores")), "object-detection", why
    elif len(signature.outputs) == 3 and [len(each.shape) for each in signature.outputs] == [2, 1, 1]:
        boxes, labels, scores = _by_type(signature.outputs)
        why = f"It gives {boxes}, whole numbers {labels.name} and values {scores.name}, as torchvision's detectors do."
        names_of = (boxes.name, labels.name, scores.name)
        yield OutputDescription("torchvision", names_of), "object-detection", why
    yield from _yolo(signature)


def _by_type(outputs: tuple[TensorSpec, ...]) -> tuple[TensorSpec, TensorSpec, TensorSpec]:
    boxes, one, two = outputs
    return (boxes, one, two) if one.dtype.startswith("int") else (boxes, two, one)


def _yolo(signature: Signature) -> Iterator[Reading]:
    if len(signature.outputs) != 1 or len(signature.outputs[0].shape) != 3:
        return
    only = signature.outputs[0]
    _, rows, columns = only.shape
    if columns == 6:
        why = f"{only} has two corners, a score and a class for each box, as YOLO with suppression in the file has."
        yield OutputDescription("yolo-end-to-end", (only.name,), _metadata_classes(signature)), "object-detection", why
    elif rows is not None and rows > 4 and (columns is None or columns > rows):
        why = f"{only} has a box and {rows - 4} scores in each column, as YOLO has from version 8 on."
        classes = _metadata_classes(signature) or _numbered(rows - 4)
        yield OutputDescription("yolo", (only.name,), classes), "object-detection", why


def _planes(signature: Signature) -> Iterator[Reading]:
    for each in signature.outputs[:1]:
        channels = each.shape[1] if len(each.shape) == 4 else None
        if len(each.shape) == 4 and each.shape[3] is not None and each.shape[3] <= 3 and channels is None:
            continue
        name = each.name.casefold()
        if "depth" in name and len(each.shape) in (3, 4):
            yield OutputDescription("depth", (each.name,)), "depth-estimation", f"{each} is called a depth."
        if each.dtype.startswith(("int", "uint")) and len(each.shape) in (3, 4):
            why = f"{each} has a whole number for each px: its class."
            yield OutputDescription("label-map", (each.name,)), "image-segmentation", why
        elif channels == 3 and _grows(signature, each):
            scale = _growth(signature, each)
            why = f"{each} is a picture like the one that goes in; it is taken to be {scale} times as large."
            yield OutputDescription("picture", (each.name,), scale=scale), "image-to-image", why
        elif channels is not None and len(each.shape) == 4:
            kind = "a value of one class" if channels == 1 else f"a value of each of {channels} classes"
            classes = ("background", "foreground") if channels == 1 else _numbered(channels)
            output = OutputDescription("logits", (each.name,), _metadata_classes(signature) or classes)
            yield output, "image-segmentation", f"{each} has {kind} for each px."
        if len(each.shape) == 3 and channels is None and each.shape[1] != 1 and "depth" not in name:
            yield OutputDescription("depth", (each.name,)), "depth-estimation", f"{each} has one value for each px."


def _scores(signature: Signature) -> Iterator[Reading]:
    for each in signature.outputs[:1]:
        if len(each.shape) == 2 and each.shape[1] is not None:
            kind: OutputKind = "probabilities" if "prob" in each.name or "softmax" in each.name else "logits"
            classes = _metadata_classes(signature) or _numbered(each.shape[1])
            why = f"{each} has a value for each of {each.shape[1]} classes of a picture."
            yield OutputDescription(kind, (each.name,), classes), "image-classification", why


_TELLERS: Final[tuple[Callable[[Signature], Iterator[Reading]], ...]] = (_boxes, _planes, _scores)


def _grows(signature: Signature, output: TensorSpec) -> bool:
    """Whether an output of three channels is a picture: larger than the input, or of any size and not called logits."""
    return _growth(signature, output) > 1 or (output.shape[2] is None and "logit" not in output.name.casefold())


def _growth(signature: Signature, output: TensorSpec) -> int:
    side, before = output.shape[2], signature.inputs[0].shape[2] if len(signature.inputs[0].shape) == 4 else None
    return side // before if side and before and side % before == 0 else 1


def _numbered(n: int) -> tuple[str, ...]:
    return tuple(f"class {place}" for place in range(n))


def _metadata_classes(signature: Signature) -> tuple[str, ...]:
    """Class names that were written into the file as a dictionary ``names``, as YOLO's exporter does."""
    try:
        names = ast.literal_eval(signature.metadata.get("names", ""))
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return ()
    if isinstance(names, dict):
        known = set(names) == set(range(len(names)))
        names = [names[place] for place in range(len(names))] if known else ()
    return tuple(map(str, names)) if isinstance(names, list | tuple) else ()


def _with_names(output: OutputDescription, task: str, classes: tuple[str, ...]) -> OutputDescription:
    """The output with the names of a config, where it has classes and the config as many."""
    fits = output.kind == "detr" or not output.classes or len(output.classes) == len(classes)
    named = task in _NAMED and classes and fits
    return msgspec.structs.replace(output, classes=classes) if named else output


def _classes_reasons(output: OutputDescription) -> tuple[str, ...]:
    if output.classes[:1] == ("class 0",):
        return ("The file names no classes: they are numbered. Write their names into output.classes.",)
    return ()


def _input(signature: Signature, output: OutputDescription) -> tuple[InputDescription, tuple[str, ...]]:
    """How pictures go in: sides and channels by the shape, brightness by what is usual for such outputs."""
    first = signature.inputs[0]
    if len(first.shape) not in (3, 4):
        raise InputError(f"The network takes {first}, which is no picture.", "Say what it is for in a TOML file.")
    sides = first.shape[-3:]
    last = sides[2] is not None and sides[2] <= _MOST_CHANNELS and (sides[0] is None or sides[0] > _MOST_CHANNELS)
    channels, height, width = (sides[2], sides[0], sides[1]) if last else sides
    n = 1 if channels == 1 else 3
    mean, std, why = _brightness(output, n)
    size = None if height is None or width is None else (height, width)
    resize: Resize = "none" if size is None else "letterbox" if output.kind.startswith("yolo") else "stretch"
    fits = "taken at their own size" if size is None else f"brought to {width}x{height} px ({resize})"
    described = InputDescription(
        first.name,
        size,
        1,
        resize,
        "NHWC" if last else "NCHW",
        "grey" if n == 1 else "RGB",
        1 / 255,
        mean,
        std,
    )
    return described, (f"Pictures are {fits}.", why)


def _brightness(output: OutputDescription, n: int) -> tuple[tuple[float, ...], tuple[float, ...], str]:
    plain = output.kind in ("yolo", "yolo-end-to-end", "picture", "torchvision") or n == 1
    if plain:
        return (0.0,) * n, (1.0,) * n, "Values go in from 0 to 1, as is usual for such networks."
    return *_IMAGENET, "Values go in with ImageNet's mean and deviation, as is usual; write others if it differs."
