"""Masks of a text, filled."""

import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.text import TextReference
from tests.helpers.presented_texts import bars, shown


def test_masks_are_filled_with_the_best_and_the_rest_is_listed() -> None:
    text = "The [MASK] of France is [MASK]."
    first, second = text.index("[MASK]"), text.rindex("[MASK]")
    said = FilledMasks(
        offsets([(first, first + 6), (second, second + 6)]),
        ((" capital", " heart"), (" Paris", " big")),
        np.array([[0.9, 0.05], [0.6, 0.3]], np.float32),
    )
    found = shown(said, text)
    assert found.shown.display == "The capital of France is Paris."
    assert [bar.name for bar in bars(found)] == ["capital", "heart", "Paris", "big"]
    readout = found.say(second)
    assert readout is not None
    assert readout.text == "Paris  60 %"


def test_each_mask_is_judged_by_its_own_target() -> None:
    text = "The [MASK] of France is [MASK]."
    first, second = text.index("[MASK]"), text.rindex("[MASK]")
    said = FilledMasks(
        offsets([(first, first + 6), (second, second + 6)]),
        ((" capital", " heart"), (" big", " Paris")),
        np.array([[0.9, 0.05], [0.6, 0.3]], np.float32),
    )
    found = bars(shown(said, text, TextReference(targets=("Capital", "paris"))))
    assert [bar.verdict for bar in found] == [True, None, False, True]
    assert {bar.verdict for bar in bars(shown(said, text, TextReference(targets=("paris",))))} == {None}
