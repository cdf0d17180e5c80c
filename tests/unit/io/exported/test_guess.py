import pytest

from granview.core.errors import InputError
from granview.core.exported_model import Signature, TensorSpec
from granview.io.exported.guess import guessed


def signature(shape, *outputs, **metadata):
    picture = TensorSpec("images", "float32", shape)
    specs = tuple(TensorSpec(name, dtype, sides) for name, dtype, sides in outputs)
    return Signature((picture,), specs, None, metadata)


ANY = (None, 3, None, None)
FIXED = (1, 3, 640, 640)


@pytest.mark.parametrize(
    ("of", "task", "kind"),
    [
        (signature(ANY, ("logits", "float32", (None, 21, None, None))), "image-segmentation", "logits"),
        (signature(ANY, ("mask", "int64", (1, None, None))), "image-segmentation", "label-map"),
        (signature(ANY, ("mask", "float32", (1, 1, None, None))), "image-segmentation", "logits"),
        (signature((1, 3, 224, 224), ("output", "float32", (1, 1000))), "image-classification", "logits"),
        (signature((1, 3, 224, 224), ("probs", "float32", (1, 10))), "image-classification", "probabilities"),
        (signature(FIXED, ("output0", "float32", (1, 84, 8400))), "object-detection", "yolo"),
        (signature(FIXED, ("output0", "float32", (1, 300, 6))), "object-detection", "yolo-end-to-end"),
        (
            signature(FIXED, ("logits", "float32", (1, 100, 92)), ("pred_boxes", "float32", (1, 100, 4))),
            "object-detection",
            "detr",
        ),
        (
            signature(
                (1, 3, None, None),
                ("a", "float32", (None, 4)), ("b", "int64", (None,)), ("c", "float32", (None,)),
            ),
            "object-detection",
            "torchvision",
        ),
        (signature((1, 3, 64, 64), ("y", "float32", (1, 3, 256, 256))), "image-to-image", "picture"),
        (signature((1, 3, 384, 384), ("predicted_depth", "float32", (1, 384, 384))), "depth-estimation", "depth"),
    ],
)  # fmt: skip
def test_the_task_is_told_from_names_and_shapes(of, task, kind):
    guess = guessed(of)
    assert (guess.description.task, guess.description.output.kind) == (task, kind)
    guess.description.check()
    assert all(reason.endswith(".") for reason in guess.reasons)


def texts(*outputs):
    inputs = tuple(TensorSpec(name, "int64", (None, None)) for name in ("input_ids", "attention_mask"))
    return Signature(inputs, tuple(TensorSpec(name, "float32", shape) for name, shape in outputs))


@pytest.mark.parametrize(
    ("of", "task"),
    [
        (texts(("logits", (None, 3))), "text-classification"),
        (texts(("logits", (None, None, 9))), "token-classification"),
        (texts(("logits", (None, None, 30522))), "fill-mask"),
        (texts(("start_logits", (None, None)), ("end_logits", (None, None))), "question-answering"),
    ],
)
def test_what_takes_tokens_reads_texts(of, task):
    assert guessed(of).description.task == task


def test_a_task_that_was_said_decides_between_readings():
    of = texts(("logits", (None, None, 9)))
    assert guessed(of, "fill-mask").description.task == "fill-mask"


def test_names_of_classes_come_from_the_file_or_the_config_and_else_are_said_to_be_numbers():
    of = signature(FIXED, ("output0", "float32", (1, 6, 8400)), names="{1: 'crack', 0: 'cell'}")
    assert guessed(of).description.output.classes == ("cell", "crack")
    of = signature(ANY, ("logits", "float32", (None, 2, None, None)))
    assert guessed(of, "", ("wall", "door")).description.output.classes == ("wall", "door")
    numbered = guessed(of)
    assert numbered.description.output.classes == ("class 0", "class 1")
    assert "names no classes" in " ".join(numbered.reasons)


def test_code_in_the_metadata_is_not_run():
    of = signature(FIXED, ("output0", "float32", (1, 6, 8400)), names="__import__('os').abort()")
    assert guessed(of).description.output.classes == ("class 0", "class 1")


def test_channels_last_and_fixed_sides_are_seen():
    how = guessed(signature((1, 224, 320, 3), ("logits", "float32", (1, 5)))).description.input
    assert (how.layout, how.size, how.resize) == ("NHWC", (224, 320), "stretch")
    how = guessed(signature(FIXED, ("output0", "float32", (1, 84, 8400)))).description.input
    assert (how.size, how.resize, how.mean) == ((640, 640), "letterbox", (0.0, 0.0, 0.0))


def test_what_nobody_can_read_is_refused_with_what_there_is():
    with pytest.raises(InputError, match=r"it takes images float32 \(1, 3, 640, 640\) and gives x float32 \(7\)"):
        guessed(signature(FIXED, ("x", "float32", (7,))))
