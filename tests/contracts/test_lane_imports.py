"""Every lane imports all families: none of them may bring what takes seconds and most models do without."""

import subprocess
import sys

_PROGRAM = """
import sys
import granview.worker.lane_main
from granview.models.family import FAMILIES
FAMILIES.all()
heavy = ("torch._dynamo", "torchvision", "transformers.modeling_utils", "scipy", "spandrel", "onnx")
print(*(name for name in heavy if name in sys.modules))
"""


def test_families_import_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout.split() == []
