"""Settings that every test shares: one torch thread per process, and no hub."""

import gc
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_finish() -> None:
    """What collecting has imported stays: the garbage collector need not look at it again and again."""
    gc.collect()
    gc.freeze()
