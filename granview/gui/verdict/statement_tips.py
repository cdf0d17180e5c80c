"""What a number of a verdict is, in words: its estimand, how its interval comes about, the metric's convention."""

from PySide6.QtCore import QCoreApplication

from granview.analysis.estimand import METRIC_DIFFERENCE, UNIT_MEAN_DIFFERENCE, Estimand
from granview.gui.language.below import localized
from granview.report.verdict.statement import Statement

translate = QCoreApplication.translate


def statement_tip(statement: Statement) -> str:
    """Paragraphs, one a line."""
    is_place = statement.place is not None
    lines = [_estimand(UNIT_MEAN_DIFFERENCE if is_place else METRIC_DIFFERENCE), _measure(statement)]
    if is_place:
        lines.insert(0, translate("Verdict", "Click: narrow everything to this, and list its samples."))
    return "\n".join(lines)


def _estimand(estimand: Estimand) -> str:
    return translate("Verdict", "{what} {weights} For the interval are drawn anew: {drawn}").format(
        what=translate("Estimand", estimand.what),
        weights=translate("Estimand", estimand.weights),
        drawn=translate("Estimand", estimand.drawn)[:1].lower() + translate("Estimand", estimand.drawn)[1:],
    )


def _measure(statement: Statement) -> str:
    return f"{localized(statement.measure.title)}: {translate('Columns', statement.measure.description)}"
