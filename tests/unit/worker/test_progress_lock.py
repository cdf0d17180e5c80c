"""What a progress bar in a lane leaves behind."""

import subprocess
import sys

_PROGRAM = """
import multiprocessing, os
from multiprocessing import resource_tracker
multiprocessing.set_start_method("spawn")  # as in a lane: by fork alone the semaphore has no name
from tqdm import tqdm
{lock}
with open(os.devnull, "w") as nowhere:
    list(tqdm(range(2), file=nowhere))
print(resource_tracker._resource_tracker._fd is None)
"""
_LOCK = "from granview.worker.progress_lock import lock_progress_by_thread; lock_progress_by_thread()"


def _is_without_semaphore(lock: str) -> bool:
    program = _PROGRAM.format(lock=lock)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=100, check=True)
    return done.stdout.strip() == "True"


def test_a_bar_makes_no_semaphore_that_the_end_of_a_lane_would_leave() -> None:
    assert _is_without_semaphore(_LOCK)


def test_without_it_there_would_be_one() -> None:
    assert not _is_without_semaphore("")
