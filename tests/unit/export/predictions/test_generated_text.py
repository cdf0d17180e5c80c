"""Written texts as files: what is read again is what was said."""

from pathlib import Path

import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.generated_text import GeneratedText
from tests.helpers.scored_texts import text_sample
from tests.helpers.written_json import written_json

HOSTILE = "</td><script>alert('x')</script>\0\ud800\u202eabc\r\n\"'\\ 爱 عربي 👍🏽"


def test_a_written_text_comes_back_letter_by_letter_whatever_is_in_it(tmp_path: Path) -> None:
    said = GeneratedText(
        HOSTILE, offsets([(0, 5)]), np.array([0.3], np.float32), "length", 4.5, 3, "reference", "<s>go on", 3, 1
    )
    found = written_json(tmp_path, said, text_sample("a", "go on"))
    assert found == {
        "generated_text": HOSTILE,
        "tokens": [{"text": "</td>", "start": 0, "end": 5, "probability": 0.3}],
        "stopped": "length",
        "nll": 4.5,
        "nll_tokens": 3,
        "nll_of": "reference",
        "prompt": "<s>go on",
        "prompt_tokens": 3,
        "prompt_left_out": 1,
    }
