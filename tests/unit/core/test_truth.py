import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.text import TextInput, TextReference
from granview.core.truth import Truth, required_truth
from granview.core.truths.mask import ReferenceMask
from granview.core.truths.text import ReferenceText

MASK = ReferenceMask(np.zeros((2, 2), np.uint8), LabelSet(("a",), ((0, 0, 0),)))
TEXT = ReferenceText(TextInput.of("a"), TextReference())


@pytest.mark.parametrize("truth", [MASK, TEXT])
def test_the_truth_that_a_task_needs_is_handed_on(truth: Truth) -> None:
    assert required_truth(truth, type(truth)) is truth


def test_another_truth_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="reference is what is known of a text, and this task compares with a mask"):
        required_truth(TEXT, ReferenceMask)


def test_every_type_of_truth_says_what_it_is() -> None:
    missing = [kind for kind in Truth.__subclasses__() if not kind.__dict__.get("noun")]
    assert missing == []
    assert not hasattr(Truth, "noun")
