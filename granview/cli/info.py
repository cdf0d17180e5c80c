"""``granview info``: versions, devices and where things are kept; what a report of a problem should hold."""

import contextlib
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from granview.cli.parser import new_parser
from granview.cli.table import legend, text_table

if TYPE_CHECKING:
    from granview.core.task_param import TaskParam

_NO_PARAMS: Final = "These tasks have no parameters of their own."


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview info",
        "Show versions, devices and where settings and sessions are kept.\nPaste it into a report of a problem.",
        "examples:\n  granview info\n  granview info --columns\n  granview info --columns translation",
    )
    parser.add_argument(
        "--columns",
        nargs="*",
        metavar="TASK",
        help="instead, what the columns of the CSV files are and how each metric is computed (default: of all tasks)",
    )
    parser.add_argument(
        "--params", nargs="*", metavar="TASK", help="instead, the parameters that tasks have of their own, for --set"
    )
    return parser


def main(arguments: Sequence[str]) -> int:
    """Print the table; returns the exit code."""
    options = _parser().parse_args(arguments)
    if options.columns is not None:
        print(_columns(options.columns))
        return 0
    if options.params is not None:
        print(_params(options.params))
        return 0
    from granview.core.resources import resource_path
    from granview.settings import settings_path
    from granview.store.environment import environment
    from granview.store.unnamed_sessions import recoverable_sessions, unnamed_folder

    homes = unnamed_folder()
    rows = [
        *environment().items(),
        *_devices(),
        ("settings", str(settings_path())),
        ("resources", str(resource_path())),
        ("unsaved sessions", f"{len(recoverable_sessions(homes))} in {homes}"),
    ]
    print(text_table(("what", "value"), rows))
    return 0


def _columns(tasks: Sequence[str]) -> str:
    """What every column is; of some tasks alone where some are named."""
    from granview.report.column_descriptions import column_descriptions, descriptions_of
    from granview.tasks.base import TASKS

    return legend(descriptions_of(map(TASKS.get, tasks)) if tasks else column_descriptions())


def _params(tasks: Sequence[str]) -> str:
    """The own parameters of some tasks; of all where none is named."""
    from granview.core.task_trait import TASK_TRAITS, traits_of
    from granview.tasks.base import TASKS

    names = [TASKS.get(name).name for name in tasks] or list(TASK_TRAITS.all())
    told = {name: traits_of(name).params for name in names}
    return "\n\n".join(f"{name}\n{_described(params)}" for name, params in told.items() if params) or _NO_PARAMS


def _described(params: Sequence["TaskParam"]) -> str:
    """A paragraph for each parameter, with what it can be and its default."""
    return legend({f"  {param.name}": f"{param.description} ({_values(param)})." for param in params})


def _values(param: "TaskParam") -> str:
    default = f"default: {param.written(param.default) or 'none'}"
    return f"{', '.join(param.choices)}; {default}" if param.choices else default


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
