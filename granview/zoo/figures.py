"""What a card tells of the quality of a model of any task, and how that reads in Markdown."""

import msgspec

Value = str | int | float | None


class FigureTable(msgspec.Struct, frozen=True):
    """Figures side by side.

    Attributes:
        columns: Names of the columns.
        rows: One value for each column; a share or score that is not defined is None.
        note: What the table tells, in words.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str


class Figures(msgspec.Struct, frozen=True):
    """Quality on data that training never saw.

    Attributes:
        measured_on: What was measured on, in words.
        metric: Name of the score by which models are ranked, with its conventions.
        score: That score over all data.
        others: Further scores by name.
        tables: Scores by kind, by grain, or beside those of a baseline.
        unit: Unit of the score, such as dB; empty for a share.
    """

    measured_on: str
    metric: str
    score: float
    others: dict[str, float]
    tables: tuple[FigureTable, ...]
    unit: str = ""


def score_words(figures: Figures) -> str:
    """The score by which the model is ranked, with its name and unit."""
    return f"{figures.metric} {_cell(figures.score)} {figures.unit}".rstrip()


def figures_summary(figures: Figures) -> str:
    """The score by which the model is ranked, in one sentence."""
    words = score_words(figures)
    return f"{words[:1].upper()}{words[1:]} on unseen pictures."


def figure_lines(figures: Figures) -> list[str]:
    """The figures as Markdown."""
    return [
        "## What was measured",
        "",
        f"On {figures.measured_on}, in float32 on the CPU:",
        "",
        f"- {score_words(figures)}",
        *(f"- {name} {_cell(value)}" for name, value in figures.others.items()),
        "",
        *(line for table in figures.tables for line in _table_lines(table)),
    ]


def _table_lines(table: FigureTable) -> list[str]:
    rows = (table.columns, ("---",) * len(table.columns), *table.rows)
    return [*(f"| {' | '.join(map(_cell, row))} |" for row in rows), "", table.note, ""]


def _cell(value: Value) -> str:
    """A number with three decimals, a count or a name as it is, or n/a."""
    if value is None:
        return "n/a"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
