import pytest

from granview.core.errors import ArgumentError
from granview.report.regressions.margins import parsed_margins


def test_a_metric_has_its_own_margin_or_that_of_all() -> None:
    margins = parsed_margins(["0.01", "miou=0.02"])
    assert (margins.of("miou"), margins.of("dice")) == (0.02, 0.01)


@pytest.mark.parametrize("text", ["-1", "miou=-0.1", "much", "miou=", "nan", "inf"])
def test_what_is_no_margin_is_refused(text: str) -> None:
    with pytest.raises(ArgumentError, match="no margin"):
        parsed_margins([text])
