"""The largest resident memory is this process's own, and remembers."""

import numpy as np

from granview.worker.peak_memory import peak_rss_mb


def test_the_peak_remembers_memory_that_was_given_back() -> None:
    before = peak_rss_mb()
    assert before is not None
    block = np.ones(300_000_000, np.uint8)
    during = peak_rss_mb()
    del block
    after = peak_rss_mb()
    assert during is not None
    assert after is not None
    assert min(during, after) > 290
