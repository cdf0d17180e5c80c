import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.generated_text import GeneratedText

WRITTEN = GeneratedText("so", offsets([(0, 2)]), np.ones(1, np.float32))


def test_it_says_what_was_written() -> None:
    assert WRITTEN.written == "so"


def test_a_likelihood_is_that_of_the_reference() -> None:
    likely = WRITTEN.with_likelihood(1.5, 3)

    assert not WRITTEN.has_likelihood
    assert likely.has_likelihood
    assert (likely.nll, likely.nll_tokens, likely.nll_of) == (1.5, 3, "reference")
    assert likely.text == "so"
