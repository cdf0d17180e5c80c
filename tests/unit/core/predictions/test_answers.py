import numpy as np

from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers


def test_it_fits_a_text_in_which_all_spans_lie() -> None:
    prediction = Answers(offsets([(2, 5)]), np.ones(1, np.float32))

    assert prediction.fits((5,))
    assert not prediction.fits((4,))


def test_it_has_no_classes() -> None:
    prediction = Answers(offsets([(2, 5)]), np.ones(1, np.float32))

    assert prediction.class_amounts(LabelSet((), ())) is None
