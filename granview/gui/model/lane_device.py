"""What kind of device a lane runs on, told without its model."""

from granview.gui.model.lanes_and_rows import Lane
from granview.io.free_memory import free_bytes


def lane_device_kind(lane: Lane) -> str:
    """``cpu`` or ``cuda``: where it really runs, or else where it will; empty for one that runs no model."""
    return device_kind(lane.facts.device if lane.facts is not None else lane.spec.device)


def device_kind(device: str) -> str:
    """``cpu`` or ``cuda`` by a device's name; ``auto`` is a GPU where NVIDIA's driver knows of one."""
    if device == "auto":
        return "cpu" if free_bytes("cuda:0") is None else "cuda"
    return device.partition(":")[0]
