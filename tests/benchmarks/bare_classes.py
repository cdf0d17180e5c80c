"""The loop that a careful user writes by hand to classify pictures, run as a program: prints the seconds it took.

Arguments: ``loop`` or ``pipeline``, the model's folder, the images' folder, the batch size.
"""

import sys
import time
from pathlib import Path


def run_loop(model_folder: Path, paths: list[Path], batch_size: int) -> float:
    """Decode, preprocess, forward and softmax; returns seconds, loading left out."""
    import torch
    from PIL import Image
    from transformers import AutoImageProcessor, AutoModelForImageClassification

    model = AutoModelForImageClassification.from_pretrained(model_folder).eval()
    processor = AutoImageProcessor.from_pretrained(model_folder)

    def step(chunk: list[Path]) -> None:
        images = [Image.open(path).convert("RGB") for path in chunk]
        with torch.inference_mode():
            model(**processor(images, return_tensors="pt")).logits.softmax(-1).numpy()

    step(paths[:batch_size])
    start = time.perf_counter()
    for first in range(0, len(paths), batch_size):
        step(paths[first : first + batch_size])
    return time.perf_counter() - start


def run_pipeline(model_folder: Path, paths: list[Path], batch_size: int) -> float:
    """The same by transformers' own pipeline; returns seconds, loading left out."""
    from transformers import pipeline

    classify = pipeline("image-classification", model=str(model_folder), device="cpu")
    names = [str(path) for path in paths]
    classify(names[:batch_size], batch_size=batch_size)
    start = time.perf_counter()
    classify(names, batch_size=batch_size)
    return time.perf_counter() - start


if __name__ == "__main__":
    way = {"loop": run_loop, "pipeline": run_pipeline}[sys.argv[1]]
    print(way(Path(sys.argv[2]), sorted(Path(sys.argv[3]).iterdir()), int(sys.argv[4])))
