from types import SimpleNamespace

import numpy as np
import pytest

from granview.models.generation.generated_tokens import end_tokens, up_to_the_end

SURE = np.linspace(0.1, 0.5, 5, dtype=np.float32)


@pytest.mark.parametrize(
    ("ids", "kept", "stopped"),
    [
        ([5, 6, 2, 0, 0], [5, 6, 2], "end"),
        ([5, 6, 3, 2, 0], [5, 6, 3], "end"),
        ([5, 6, 7, 8, 9], [5, 6, 7, 8, 9], "length"),
        ([5, 0, 0, 8, 2], [5, 0, 0, 8, 2], "end"),
    ],
)
def test_a_row_ends_with_the_first_token_that_ends_a_text(ids, kept, stopped):
    written = up_to_the_end(ids, SURE, {2, 3}, 1.5)
    assert (written.ids, written.stopped, written.first_token_ms) == (kept, stopped, 1.5)
    assert written.probabilities.tolist() == SURE[: len(kept)].tolist()


@pytest.mark.parametrize(("given", "expected"), [(None, set()), (2, {2}), ([2, 3], {2, 3})])
def test_a_config_names_none_one_or_several_ends(given, expected):
    assert end_tokens(SimpleNamespace(eos_token_id=given)) == expected
