"""Lanes and their processes: supervise, lease the device, cancel, restart, measure cost."""
