import os
import sys
from pathlib import Path

import numpy as np
import pytest

from granview.io.freed_memory import hand_back


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.skipif(sys.platform != "linux", reason="the C library there hands memory back as it likes")
def test_what_was_freed_in_small_blocks_is_handed_back() -> None:
    blocks = [np.ones(100_000, np.uint8) for _ in range(2000)]
    kept = blocks[-1]
    held_mb = resident_mb()
    del blocks
    assert hand_back()
    assert kept.sum() == 100_000
    assert resident_mb() < held_mb - 100
