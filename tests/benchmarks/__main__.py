"""Run the benchmarks named, or all, and print their tables."""

import importlib
import os
import platform
import sys

from tests.benchmarks.row import table

BENCHMARKS = (
    "window",
    "app_start",
    "overlay",
    "instances_view",
    "scoring",
    "throughput",
    "classes_throughput",
    "onnx_throughput",
    "text_throughput",
    "long_text",
    "event_loop",
    "text_view",
    "attention",
    "explain_click",
    "coco_evaluation",
    "coco_opening",
    "data_survey",
    "tiles",
    "loading",
    "large_picture",
    "saved_masks",
    "data_sets",
    "cluster_bootstrap",
    "unit_rows",
    "million_rows_table",
)


def main(names: list[str]) -> int:
    """Print one table per benchmark; returns 2 when a name is not known."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"Unknown: {', '.join(unknown)}. Known: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    for name in names or BENCHMARKS:
        module = importlib.import_module(f"tests.benchmarks.{name}")
        print(table(module.TITLE, module.measure()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
