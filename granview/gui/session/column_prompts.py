"""The data sets among files that are to be added of which the user must say what their columns are."""

from collections.abc import Sequence
from pathlib import Path

from granview.io.column_prompt import ColumnPrompt, has_columns, read_column_prompt


def column_prompts(paths: Sequence[Path]) -> dict[Path, ColumnPrompt]:
    """The data sets among some files that a user must be asked about; one that cannot be read is not among them."""
    asked = {path: _question(path) for path in paths if has_columns(str(path))}
    return {path: question for path, question in asked.items() if question is not None and not question.is_certain}


def _question(path: Path) -> ColumnPrompt | None:
    """None for a file that has no rows of values; the search for samples says why."""
    try:
        question = read_column_prompt(path)
    except Exception:  # noqa: BLE001  whatever it is, the search for samples says it
        return None
    return question if question.preview.rows else None
