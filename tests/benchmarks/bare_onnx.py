"""The loop that a careful user writes over onnxruntime, run as a program: prints the seconds that the images took.

Arguments: the model's file, the images' folder.
"""

import sys
import time
from pathlib import Path

import numpy as np


def run(model: Path, paths: list[Path]) -> float:
    """Decode, normalise, run and argmax; returns seconds, loading left out."""
    import onnxruntime
    from PIL import Image

    from granview.zoo.normalise import MEAN, STD

    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    mean, std = np.asarray(MEAN, np.float32), np.asarray(STD, np.float32)

    def step(path: Path) -> None:
        values = (np.asarray(Image.open(path).convert("RGB"), np.float32) / 255 - mean) / std
        (logits,) = session.run(None, {"pixels": np.ascontiguousarray(values.transpose(2, 0, 1)[None])})
        logits[0].argmax(0).astype(np.uint8)

    step(paths[0])
    start = time.perf_counter()
    for path in paths:
        step(path)
    return time.perf_counter() - start


if __name__ == "__main__":
    print(run(Path(sys.argv[1]), sorted(Path(sys.argv[2]).iterdir())))
