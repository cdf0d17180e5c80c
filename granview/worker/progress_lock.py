"""The lock of progress bars in a lane's process.

tqdm makes one that other processes could share: a semaphore, which a lane that is ended cannot give back, so that the
program complains of it at its end. Export and compilation draw bars, and no other process draws with them.
"""

import threading

from tqdm import tqdm


def lock_progress_by_thread() -> None:
    """Have progress bars wait for the other threads of this process alone."""
    tqdm.set_lock(threading.RLock())
