"""Quality against cost, in every metric and bucket, and in money."""

from pathlib import Path

import pytest

from granview.api.comparison import Comparison
from granview.cli import main
from granview.core.errors import ArgumentError
from granview.report.cost_rows import COLUMNS, cost_rows, front
from granview.report.lane_costs import ENERGY, MONEY, HourlyPrices, lane_costs, read_prices
from granview.report.lane_qualities import Quality
from granview.settings import Settings, save_settings, settings_path
from granview.store.session import Session
from tests.helpers.scored import scored_session

ROW = {"device": "cuda:0", "throughput_per_s": 50.0, "energy_j": 30.0, "n": 60, "params": 10, "forward_ms_p50": 0.0}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    with scored_session(tmp_path / "a.granview", samples=9) as made:
        yield made


def test_money_is_what_a_million_samples_take() -> None:
    costs = lane_costs(ROW, read_prices(["cpu=0.1", "cuda=3.6"]))
    assert costs[MONEY] == pytest.approx(1_000_000 / 50 / 3600 * 3.6)
    assert costs[ENERGY] == pytest.approx(500)
    assert (costs["params"], costs["forward_ms_p50"], costs["flops"]) == (10, None, None)
    assert lane_costs({**ROW, "device": "cpu"}, HourlyPrices({"cuda": 1.0}))[MONEY] is None


@pytest.mark.parametrize("words", ["free", "-1", "0", "tpu=1", "cpu=", "nan", "inf"])
def test_what_is_no_price_is_refused(words: str) -> None:
    with pytest.raises(ArgumentError, match="no price"):
        read_prices([words])


def test_one_price_is_that_of_every_device() -> None:
    assert read_prices(["2.5"]).of("cuda:1") == read_prices(["2.5"]).of("cpu") == 2.5
    assert read_prices([]).of("cpu") is None


def test_the_front_turns_where_lower_is_better() -> None:
    costs, values = {"a": 1.0, "b": 2.0, "c": 3.0}, {"a": 0.5, "b": 0.4, "c": 0.9}
    fair = frozenset(values)
    higher = Quality("m", "", "m", "higher", 1.0, values, {}, fair)
    lower = Quality("m", "", "m", "lower", None, values, {}, fair)
    assert front(higher, costs) == ("a", "c")
    assert front(lower, costs) == ("a", "b")
    assert front(Quality("m", "", "m", "higher", 1.0, values, {}, frozenset({"b", "c"})), costs) == ("b", "c")


def test_a_row_for_each_lane_metric_bucket_and_cost(session: Session) -> None:
    rows = cost_rows(session, (), HourlyPrices({"cpu": 1.0}))
    assert all(tuple(row) == COLUMNS for row in rows)
    assert rows[0]["metric"] == "miou"
    assert {row["bucket"] for row in rows} > {None}
    assert {row["cost"] for row in rows} >= {"params", "forward_ms_p50", MONEY}
    good = [row for row in rows if (row["lane"], row["metric"], row["cost"]) == ("good", "miou", "params")]
    assert [row["on_front"] for row in good] == [1]


def test_the_command_and_python_write_them(tmp_path: Path) -> None:
    path = tmp_path / "b.granview"
    scored_session(path, samples=9).close()
    out = tmp_path / "out"
    assert main(["export", str(path), "--out", str(out), "--only", "tables", "--price-per-hour", "cpu=0.5"]) == 0
    assert (out / "cost.csv").read_text().splitlines()[0] == ",".join(COLUMNS)
    assert MONEY in (out / "cost.csv").read_text()
    assert main(["export", str(path), "--out", str(out), "--only", "tables", "--price-per-hour", "cheap"]) == 2
    comparison = Comparison(Session.open(path))
    assert MONEY not in comparison.cost()["cost"].to_list()
    assert MONEY in comparison.cost({"cpu": 0.5})["cost"].to_list()
    assert MONEY in comparison.cost(2)["cost"].to_list()
    comparison.session.close()


def test_a_price_of_the_preferences_holds_where_none_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    save_settings(settings_path(), Settings(cpu_price_per_hour=0.5))
    path, out = tmp_path / "b.granview", tmp_path / "out"
    scored_session(path, samples=9).close()
    command = ["export", str(path), "--out", str(out), "--overwrite", "--tables", "cost"]
    assert main(command) == 0
    of_preferences = (out / "cost.csv").read_text()
    assert MONEY in of_preferences
    assert main([*command, "--price-per-hour", "0.5"]) == 0
    assert (out / "cost.csv").read_text() == of_preferences
    assert main([*command, "--price-per-hour", "cpu=5"]) == 0
    assert (out / "cost.csv").read_text() != of_preferences
