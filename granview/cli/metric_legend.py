"""What the metrics of a summary are, in a few lines: one for each, and what several have in common once."""

import re
from collections.abc import Mapping
from textwrap import shorten
from typing import Final

from granview.cli.table import legend
from granview.report.column_descriptions import ONE_BY_ONE, descriptions_of
from granview.report.differences import has_pairs
from granview.report.session_contents import SessionContents
from granview.report.summary import rows_of
from granview.store.session import Session

_WIDTH: Final = 100
_NEXT_SENTENCE: Final = re.compile(r"(?<=\.) (?=[A-Z])")


def legend_text(session: Session) -> str:
    """What the summary's metrics are, how they are tested, and where the rest is told; empty without a metric."""
    contents = SessionContents.read(session)
    rows = rows_of(contents)
    known = descriptions_of(contents.tasks.values())
    columns = contents.shown_columns(rows)
    shown = {column.name: _NEXT_SENTENCE.split(known[column.name]) for column in columns}
    if not shown:
        return ""
    tested = [legend({"": ONE_BY_ONE}, _WIDTH)] if has_pairs(contents) else []
    tasks = " ".join(dict.fromkeys(task.name for task in contents.tasks.values()))
    more = f"granview info --columns {tasks} says more of every column."
    n_further = len(contents.shown_columns(rows, further=True)) - len(columns)
    further = [f"{n_further} further metrics are in summary.csv."] if n_further else []
    return "\n".join([_firsts(shown), *_in_common(shown), *tested, *further, more])


def _firsts(shown: Mapping[str, list[str]]) -> str:
    """The first sentence of each, cut with a "…" where it is longer than a line."""
    room = _WIDTH - max(map(len, shown)) - 2
    return legend({name: shorten(first, room, placeholder=" …") for name, (first, *_) in shown.items()}, _WIDTH)


def _in_common(shown: Mapping[str, list[str]]) -> list[str]:
    """A paragraph for each group of metrics of which the same further sentences hold."""
    of: dict[str, list[str]] = {}
    for name, (_, *further) in shown.items():
        for sentence in further:
            of.setdefault(sentence, []).append(name)
    groups: dict[str, list[str]] = {}
    for sentence, names in of.items():
        if len(names) > 1:
            groups.setdefault(", ".join(names), []).append(sentence)
    return [legend({"": f"{names}: {' '.join(sentences)}"}, _WIDTH) for names, sentences in groups.items()]
