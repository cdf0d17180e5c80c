from collections.abc import Iterator
from pathlib import Path

import pytest

from granview.core.events import CostMeasured
from granview.core.measurements import Cost
from granview.export.report.document import Figure
from granview.export.report.drawing import Label
from granview.export.report.sections.cost import cost_section
from granview.export.report.source import ReportOptions, ReportSource
from granview.export.report.words import WORDS, words_of
from granview.report.lane_costs import QUANTITIES, HourlyPrices
from granview.store.session import Session
from tests.helpers.scored import scored_session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with scored_session(tmp_path / "a.granview") as made:
        for place, lane in enumerate(("good", "poor")):
            cost = Cost(
                flops=2_000_000 * (place + 1), peak_rss_mb=100.0, peak_cuda_mb=50.0 + place, energy_j=3.0 + place
            )
            made.record([CostMeasured(lane, cost)])
        yield made


def texts(session: Session, options: ReportOptions) -> list[str]:
    source = ReportSource.read(session, options)
    figures = [block for block in cost_section(source, words_of(options.language)) if isinstance(block, Figure)]
    labels = [shape.text for each in figures for shape in each.drawing.shapes if isinstance(shape, Label)]
    assert [bool(each.caption) for each in figures] == [False] * (len(figures) - 1) + [True]
    return [" ".join(labels), figures[-1].caption]


def test_every_cost_that_was_measured_has_a_plot(session: Session) -> None:
    drawn, caption = texts(session, ReportOptions())
    for name in ("forward pass", "resident memory", "CUDA memory", "parameters", "operations", "energy of 1,000"):
        assert name in caption
    assert drawn.count("(logarithmic)") == 6


def test_money_is_said_where_an_hour_has_a_price(session: Session) -> None:
    assert "price" not in texts(session, ReportOptions())[1]
    assert "price of a million samples" in texts(session, ReportOptions(prices=HourlyPrices({"cpu": 0.5})))[1]


def test_every_cost_has_a_name_in_every_language() -> None:
    assert all(f"cost.{name}" in words.table for name in QUANTITIES for words in WORDS.values())
