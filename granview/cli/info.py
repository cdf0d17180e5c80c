"""``granview info``: versions, devices and where things are kept; what a report of a problem should hold."""

import contextlib
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence

from granview.cli.parsing import new_parser
from granview.cli.table import text_table


def _parser() -> ArgumentParser:
    return new_parser(
        "granview info",
        "Show versions, devices and where settings and sessions are kept.\nPaste it into a report of a problem.",
        "examples:\n  granview info",
    )


def main(arguments: Sequence[str]) -> int:
    """Print the table; returns the exit code."""
    _parser().parse_args(arguments)
    from granview.core.resources import resource_path
    from granview.settings import settings_path
    from granview.store.environment import environment
    from granview.store.unnamed import recoverable, unnamed_folder

    homes = unnamed_folder()
    rows = [
        *environment().items(),
        *_devices(),
        ("settings", str(settings_path())),
        ("resources", str(resource_path())),
        ("unsaved sessions", f"{len(recoverable(homes))} in {homes}"),
    ]
    print(text_table(("what", "value"), rows))
    return 0


def _devices() -> Iterator[tuple[str, str]]:
    import psutil

    cores, memory = psutil.cpu_count(logical=True), psutil.virtual_memory().total
    yield "cpu", f"{cores} cores, {memory / 1e9:.1f} GB of memory"
    names = list(_gpus())
    yield from names or [("cuda", "no NVIDIA driver found")]


def _gpus() -> Iterator[tuple[str, str]]:
    """NVIDIA GPUs by their driver, without torch."""
    import pynvml

    with contextlib.suppress(pynvml.NVMLError):
        pynvml.nvmlInit()
        for index in range(pynvml.nvmlDeviceGetCount()):
            handle = pynvml.nvmlDeviceGetHandleByIndex(index)
            memory = pynvml.nvmlDeviceGetMemoryInfo(handle).total
            yield f"cuda:{index}", f"{pynvml.nvmlDeviceGetName(handle)}, {memory / 1e9:.1f} GB"
        pynvml.nvmlShutdown()
