import numpy as np
import pytest
import torch

from granview.models.images.running_argmax import RunningArgmax


@pytest.mark.parametrize("step", [1, 3, 10])
@pytest.mark.parametrize("classes", [10, 300])
def test_the_first_of_equals_wins_across_chunks(step, classes):
    generator = torch.Generator().manual_seed(0)
    frames = torch.randint(0, 3, (classes, 6, 7), generator=generator).float()
    running = RunningArgmax(classes)
    for start in range(0, classes, step):
        chunk = frames[start : start + step]
        running.add(chunk, range(start, start + len(chunk)))
    np.testing.assert_array_equal(running.labels, frames.argmax(0).numpy())
    assert torch.equal(running.best, frames.amax(0))
    assert running.labels.dtype == (np.uint8 if classes <= 256 else np.uint16)


def test_classes_may_be_left_out():
    running = RunningArgmax(256)
    running.add(torch.tensor([[[1.0, 2.0]], [[2.0, 1.0]]]), [7, 255])
    assert running.labels.tolist() == [[255, 7]]
