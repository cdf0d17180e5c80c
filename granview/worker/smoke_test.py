"""A runtime's first computation: ``python -m granview.worker.smoke_test``, in a process of its own.

That torch can be imported says little: its GPU build imports where it cannot drive the GPU, and the process ends with
exit code 0 all the same. So a product of matrices and a convolution are computed on the device and held against what
they must be, and what was found is printed as one line of JSON.
"""

import json
import os
import sys
from typing import Any, Final

from granview.core.lane_packages import import_lane_packages

_SIDE: Final = 16
_DEVICES: Final = ("cuda", "xpu", "mps")


def main() -> int:
    """Compute on the best device, print what came of it; returns 0 also where that was nothing good."""
    import_lane_packages()
    print(json.dumps(_report()))
    return 0


def _report() -> dict[str, Any]:
    """The versions, the device, and what is wrong, in words; ``problem`` is empty where nothing is."""
    report: dict[str, Any] = {"torch": "", "device": "", "name": "", "problem": ""}
    try:
        import torch

        report["torch"] = torch.__version__
        report["device"] = device = next((name for name in _DEVICES if _is_available(torch, name)), "cpu")
        report["name"] = torch.cuda.get_device_name(0) if device == "cuda" else device.upper()
        report["problem"] = _problem(torch, device)
        import torchvision
        import transformers  # noqa: F401 -- what lanes import

        if not report["problem"]:
            report["problem"] = _boxes_problem(torch, torchvision)
    except BaseException as error:  # noqa: BLE001 -- whatever a library raises is what is wrong with it
        report["problem"] = f"{type(error).__name__}: {error}".splitlines()[0]
    return report


def _is_available(torch: Any, device: str) -> bool:
    part = getattr(torch.backends if device == "mps" else torch, device, None)
    return part is not None and bool(part.is_available())


def _problem(torch: Any, device: str) -> str:
    """What is wrong with a product of matrices and a convolution on a device: each has a sum that is known."""
    ones = torch.ones((_SIDE, _SIDE), device=device)
    product = float((ones @ ones).sum().cpu())
    if product != _SIDE**3:
        return f"a product of matrices is wrong on {device}: {product:g} instead of {_SIDE**3}"
    pixels, kernel = ones.reshape(1, 1, _SIDE, _SIDE), torch.ones((1, 1, 3, 3), device=device)
    total, expected = float(torch.nn.functional.conv2d(pixels, kernel).sum().cpu()), 9 * (_SIDE - 2) ** 2
    return "" if total == expected else f"a convolution is wrong on {device}: {total:g} instead of {expected}"


def _boxes_problem(torch: Any, torchvision: Any) -> str:
    """Torchvision's own kernels are there only where it was built for this very torch."""
    boxes = torch.ones((1, 4))
    kept = torchvision.ops.nms(boxes, torch.ones((1,)), 0.5)
    return "" if len(kept) == 1 else "torchvision does not choose among boxes"


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # drivers may take seconds to go, and nothing is left to be written
