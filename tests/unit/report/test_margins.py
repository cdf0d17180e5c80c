import pytest

from granview.core.errors import ArgumentError
from granview.report.margins import Margins


def test_a_margin_is_every_metrics_or_one_metrics() -> None:
    margins = Margins.parse(["0.02", "miou=0.01"])
    assert [margins.margin(name) for name in ("miou", "dice")] == [0.01, 0.02]
    assert Margins.parse(["miou=0.01"]).margin("dice") is None
    assert Margins.of(0.02) == Margins.parse(["0.02"])
    assert Margins.of({"miou": 0.01}) == Margins.parse(["miou=0.01"])


@pytest.mark.parametrize(
    "texts",
    [["miou"], ["miou="], ["=0.1"], ["0"], ["-0.1"], ["nan"], ["inf"], ["miou=0"], ["0.1", "0.2"], ["a=1", "a=2"]],
)
def test_what_is_no_margin_is_refused_with_what_to_write(texts: list[str]) -> None:
    with pytest.raises(ArgumentError, match="margin") as refused:
        Margins.parse(texts)
    assert refused.value.hint


def test_a_margin_may_be_none_where_every_difference_counts() -> None:
    assert Margins.parse(["0.01", "miou=0"], may_be_none=True).margin("miou") == 0
    assert Margins.of(0.0, may_be_none=True).margin("miou") == 0
    with pytest.raises(ArgumentError, match="margin"):
        Margins.parse(["-0.1"], may_be_none=True)


def test_a_margin_is_of_a_metric_that_there_is() -> None:
    Margins.parse(["0.1", "miou=0.1"]).refuse_unknown(["miou"])
    with pytest.raises(ArgumentError, match="no metric 'mio'") as refused:
        Margins.parse(["mio=0.1"]).refuse_unknown(["miou", "dice"])
    assert "miou, dice" in refused.value.hint
