import numpy as np

from granview.core.labels import LabelSet
from granview.core.predictions.class_scores import ClassScores
from granview.export.class_scores_card import carded, first_classes, present_classes

LABELS = LabelSet(("ant", "bee", "cat"), ((200, 0, 0), (0, 200, 0), (0, 0, 200)), None)
SAID = ClassScores(np.array([0.2, 0.8, 0.0], np.float32))


def test_the_surest_classes_that_have_any_probability_are_drawn_and_explained() -> None:
    assert first_classes(SAID) == [1, 0]
    assert [entry.name for entry in present_classes(SAID, LABELS)] == ["bee", "ant"]


def test_bars_lie_over_the_lower_half_in_their_classes_colours() -> None:
    pixels = np.full((200, 300, 3), 128, np.uint8)
    found = carded(pixels, SAID, LABELS, 0.55)
    assert found.shape == pixels.shape
    assert (found[:100] == 128).all()
    below = found[150:]
    assert (below[..., 1].astype(int) - below[..., 0] > 90).any()
    assert (pixels == 128).all()


def test_a_picture_too_small_for_a_word_stays_as_it_is() -> None:
    pixels = np.zeros((8, 8, 3), np.uint8)
    assert (carded(pixels, SAID, LABELS, 0.5) == pixels).all()
