"""``granview models --search``: what the hub has of a name."""

from argparse import Namespace
from typing import TYPE_CHECKING

from granview.cli.table import text_table

if TYPE_CHECKING:
    from granview.io.hub.search import HubModel

_NUMBERS = frozenset({1, 2, 3, 4})


def print_search(options: Namespace) -> int:
    """Search, and print what has come of it; returns the exit code.

    Raises:
        InputError: the hub cannot be reached.
    """
    from granview.io.hub.search import search_models

    models = search_models(" ".join(options.search), options.task)
    if options.json:
        import msgspec

        print(msgspec.json.format(msgspec.json.encode(models), indent=2).decode())
    elif models:
        header = ("model", "params (M)", "weights (MB)", "downloads", "likes", "task")
        print(text_table(header, [_row(model) for model in models], _NUMBERS))
    else:
        print("The hub has no model of that name.")
    return 0


def _row(model: "HubModel") -> tuple[str, ...]:
    tasks = model.tasks[0] if model.tasks else "not known before it is downloaded"
    return (
        f"hf:{model.name}",
        "n/a" if model.params is None else f"{model.params / 1e6:.2f}",
        "n/a" if model.weights_mb is None else f"{model.weights_mb:.1f}",
        f"{model.downloads:,}",
        f"{model.likes:,}",
        f"{tasks} (gated)" if model.gated else tasks,
    )
