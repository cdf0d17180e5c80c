import subprocess
import sys

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from granview.models.operation_counter import operation_counter

_PROGRAM = """
import sys
import torch
from granview.models.live_bytes import peak_bytes
from granview.models.operation_counter import operation_counter
network, picture = torch.nn.Conv2d(3, 8, 3), torch.rand(1, 3, 9, 9)
with torch.inference_mode(), operation_counter() as counter:
    network(picture)
peak = peak_bytes(lambda: network(picture))
print(counter.get_total_flops(), peak > 0, "torch._dynamo" in sys.modules)
"""


def test_nothing_is_imported_to_count_operations_and_memory() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout.split() == [str(2 * 8 * 3 * 9 * 7 * 7), "True", "False"]


def test_it_counts_as_torchs_own_does() -> None:
    network = nn.Sequential(
        nn.Linear(16, 32), nn.ReLU(), nn.TransformerEncoderLayer(32, 4, 64, batch_first=True)
    ).eval()
    counts = []
    for counter in (operation_counter(), FlopCounterMode(display=False)):
        with torch.inference_mode(), counter:
            network(torch.rand(2, 5, 16))
        counts.append(counter.get_total_flops())
    assert counts[0] == counts[1] > 0
