"""Tables of the guide that come from the program itself, as Markdown, so that they never differ from it."""

from collections.abc import Iterable

from granview.tasks.base import TASKS, Column

_BETTER = {"higher": "higher", "lower": "lower", "": ""}


def tasks_table() -> str:
    """One row per task: its name, what it is compared with, along which grain it is scored, its leading metrics."""
    rows = []
    for task in sorted(TASKS.all().values(), key=lambda each: each.rank):
        titles = {column.name: column.title for column in task.columns}
        axes = ", ".join(axis.title.lower() for axis in task.grain_axes[:3])
        headline = ", ".join(titles[name] for name in task.headline if name in titles)
        rows.append((task.title, f"`{task.name}`", task.kind, axes, headline))
    return table(("task", "name", "of", "grain, among others", "the verdict rests on"), rows)


def metrics_table() -> str:
    """A section per task, with every metric: its column in files, unit, which way is better, and its convention."""
    parts = []
    for task in sorted(TASKS.all().values(), key=lambda each: each.rank):
        rows = [metric_row(column) for column in task.columns]
        parts.append(f"### {task.title}\n\n`{task.name}`\n\n")
        parts.append(table(("metric", "column", "unit", "better", "what it is"), rows) + "\n")
    return "\n".join(parts)


def metric_row(column: Column) -> tuple[str, ...]:
    """A metric as a row."""
    return column.title, f"`{column.name}`", column.unit, _BETTER[column.better], column.description


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown; bars within cells are kept."""
    heads = tuple(heads)
    lines = [heads, ("---",) * len(heads), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
