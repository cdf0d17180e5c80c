"""A plain ``from_pretrained``, as a program of its own that has imported transformers: prints what it took.

Argument: the model's folder. Prints the seconds of the first call in the program, and of the second.
"""

import os
import sys
import time


def main(folder: str) -> tuple[float, float]:
    """Seconds of the first call and of the second."""
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    import granview.worker.transformers_server  # noqa: F401  the same imports as a lane's fork server

    seconds = []
    for _ in range(2):
        started = time.perf_counter()
        AutoTokenizer.from_pretrained(folder, local_files_only=True)
        AutoModelForSequenceClassification.from_pretrained(folder, local_files_only=True)
        seconds.append(time.perf_counter() - started)
    return seconds[0], seconds[1]


if __name__ == "__main__":
    first, second = main(sys.argv[1])
    print(first, second, flush=True)
    os._exit(0)
