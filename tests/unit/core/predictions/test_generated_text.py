from dataclasses import replace

import msgspec
import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.generated_text import GeneratedText, PackedGeneratedText

WRITTEN = GeneratedText("so", offsets([(0, 2)]), np.ones(1, np.float32))


def test_it_travels_whole_and_one_of_an_older_session_has_no_prompt() -> None:
    given = replace(WRITTEN, prompt="<s>go on", prompt_tokens=3, prompt_left_out=1)
    assert given.packed().unpacked().prompt == "<s>go on"
    assert (given.packed().unpacked().prompt_tokens, given.packed().unpacked().prompt_left_out) == (3, 1)
    older = msgspec.to_builtins(given.packed())
    newer = msgspec.convert({k: v for k, v in older.items() if not k.startswith("prompt")}, PackedGeneratedText)
    assert newer.unpacked().prompt == ""


def test_it_says_what_was_written() -> None:
    assert WRITTEN.written == "so"


def test_a_likelihood_is_that_of_the_reference() -> None:
    likely = WRITTEN.with_likelihood(1.5, 3)

    assert not WRITTEN.has_likelihood
    assert likely.has_likelihood
    assert (likely.nll, likely.nll_tokens, likely.nll_of) == (1.5, 3, "reference")
    assert likely.text == "so"
