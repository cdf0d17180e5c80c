import numpy as np

from granview.models.adapter import DEFAULT_PARAMS, NO_WATCHER, ModelOutput
from tests.helpers.checkerboard import Checkerboard


def test_a_model_whose_inputs_have_no_length_batches_them_alike_and_finds_no_text_likely() -> None:
    model = Checkerboard()
    pictures = [np.full((4, 6, 3), value, np.uint8) for value in (0, 255)]
    assert [model.length(picture) for picture in pictures] == [0, 0]
    assert model.likelihood(pictures[0], "A target.", DEFAULT_PARAMS) is None


def test_nobody_watches_a_pass_unless_asked_to() -> None:
    NO_WATCHER.written(0, "A")
    assert not NO_WATCHER.cancelled()
    pictures = [np.full((4, 6, 3), value, np.uint8) for value in (0, 255)]
    model = Checkerboard()
    said = model.postprocess(model.forward(model.preprocess(pictures)), [(4, 6)] * 2, DEFAULT_PARAMS)
    assert all(isinstance(each, ModelOutput) and not each.notices and each.new_tokens is None for each in said)
    assert [each.prediction.labels[0, :2].tolist() for each in said] == [[0, 1], [1, 0]]
