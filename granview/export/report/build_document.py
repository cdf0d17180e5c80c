"""From a session to the document of its report."""

from collections.abc import Callable, Iterable
from typing import Final

import granview
from granview.export.report.document import Block, ReportDocument, Section
from granview.export.report.sections.calibration import calibration_section
from granview.export.report.sections.classes import classes_section
from granview.export.report.sections.cost import cost_section
from granview.export.report.sections.coverage import coverage_section
from granview.export.report.sections.differences import differences_section
from granview.export.report.sections.disagreement import disagreement_section
from granview.export.report.sections.examples import examples_section
from granview.export.report.sections.grain import grain_section
from granview.export.report.sections.lanes import lanes_section
from granview.export.report.sections.method import method_section
from granview.export.report.sections.pairs import pairs_section
from granview.export.report.sections.provenance import provenance_section
from granview.export.report.sections.repeat import repeat_section
from granview.export.report.sections.verdict import verdict_section
from granview.export.report.source import ReportOptions, ReportSource
from granview.export.report.words import Words, words_of
from granview.store.reader import SessionReader

MakeSection = Callable[[ReportSource, Words], Iterable[Block]]
OnProgress = Callable[[int, int], None]
"""Told (done, total) parts; what it raises ends the report."""

SECTIONS: Final[dict[str, MakeSection]] = {
    "verdict": verdict_section,
    "lanes": lanes_section,
    "examples": examples_section,
    "differences": differences_section,
    "pairs": pairs_section,
    "grain": grain_section,
    "classes": classes_section,
    "cost": cost_section,
    "calibration": calibration_section,
    "disagreement": disagreement_section,
    "coverage": coverage_section,
    "method": method_section,
    "repeat": repeat_section,
    "provenance": provenance_section,
}
"""The parts in their order, by what they go by in links; one that has nothing to say is left out.

What follows, what was compared and what decided it come first: most readers read no further.
"""


def build_document(
    session: SessionReader, options: ReportOptions, on_progress: OnProgress | None = None
) -> ReportDocument:
    """Everything that the report of a session says; the same for the same session and options.

    Raises:
        ArgumentError: there is no such language or lane.
    """
    words = words_of(options.language)
    source = ReportSource.read(session, options)
    told = on_progress or (lambda _done, _total: None)
    sections = []
    for done, (anchor, make) in enumerate(SECTIONS.items()):
        told(done, len(SECTIONS))
        blocks: list[Block] = []
        for block in make(source, words):
            blocks.append(block)
            told(done, len(SECTIONS))
        if blocks:
            sections.append(Section(anchor, words(f"{anchor}.title"), tuple(blocks)))
    told(len(SECTIONS), len(SECTIONS))
    return ReportDocument(
        words.tag,
        options.title or _title(source, words),
        _subtitle(source, words),
        options.date,
        tuple(sections),
        words("contents"),
        words("footer", version=granview.__version__, name=session.path.name),
        words.table["fonts.missing"],
    )


def _title(source: ReportSource, words: Words) -> str:
    lanes = [lane.name for lane in source.contents.lanes]
    return words("title", lanes=words.listed(lanes, 4)) if lanes else words("title.empty")


def _subtitle(source: ReportSource, words: Words) -> str:
    tasks = words.listed([words.task(each.task.title) for each in source.tasks])
    lanes, samples = len(source.contents.lanes), len(source.contents.samples)
    return words("subtitle", lanes=words.count("lane", lanes), samples=words.count("sample", samples), tasks=tasks)
