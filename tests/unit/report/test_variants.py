from collections.abc import Iterator
from pathlib import Path

import pytest

from granview.analysis.retained import Mark
from granview.core.errors import ArgumentError
from granview.report.differences import differences
from granview.report.session_contents import SessionContents
from granview.report.summary import summary_rows
from granview.report.variant_rows import COLUMNS, variant_rows
from granview.report.variants import flips_of, has_variants, parents, variants
from granview.store.session import Session
from tests.helpers.scored import scored_result, scored_session
from tests.helpers.variant_lanes import variant_session


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with variant_session(tmp_path_factory.mktemp("variants") / "a.granview") as made:
        yield made


def test_variants_are_compared_with_the_plain_lane_of_their_model(session: Session) -> None:
    contents = SessionContents.read(session)
    assert parents(contents) == {"net-bf16": "net", "net-channels-last": "net"}
    found = variants(session)
    assert [(each.lane, each.parent) for each in found] == [("net-bf16", "net"), ("net-channels-last", "net")]
    assert has_variants(contents)


def test_the_difference_is_that_of_all_tables_and_the_share_that_of_the_summary(session: Session) -> None:
    half, layout = variants(session)
    assert half.difference.metrics == differences(session, "net")["net-bf16"].metrics
    values = {row["lane"]: row["miou"] for row in summary_rows(session)}
    assert half.headline is not None
    assert half.headline.name == "miou"
    assert half.kept.share == pytest.approx(values["net-bf16"])
    assert (half.kept.mark, layout.kept.mark) == (Mark.BELOW, Mark.MOST)
    assert half.kept.low is not None
    assert half.kept.low < half.kept.share  # type: ignore[operator]


def test_p_values_are_corrected_over_the_variants(session: Session) -> None:
    half, layout = variants(session)
    p_value = half.difference.metrics["miou"].p_value
    assert p_value is not None
    assert half.corrected["miou"] == pytest.approx(2 * p_value)
    assert layout.corrected["miou"] == 1.0


def test_costs_are_in_proportion_to_the_parents(session: Session) -> None:
    half, layout = variants(session)
    assert half.ratios["stored_mb"] == 0.5
    assert half.ratios["forward_ms_p50"] == 1.0
    assert half.ratios["peak_cuda_mb"] is None
    assert layout.ratios["stored_mb"] == 1.0


def test_times_of_different_runs_are_not_compared(tmp_path: Path) -> None:
    with variant_session(tmp_path / "a.granview") as session:
        session.start_run({})
        half = next(record.spec for record in session.lanes() if record.spec.name == "net-bf16")
        session.record([scored_result(half.name, sample, place, 1) for place, sample in enumerate(session.samples())])
        again, layout = variants(session)
        assert again.timed_apart
        assert again.ratios["forward_ms_p50"] is None
        assert again.ratios["stored_mb"] == 0.5
        assert not layout.timed_apart
        assert layout.ratios["forward_ms_p50"] == 1.0


def test_flips_and_the_grain_are_those_of_the_thin_membrane(session: Session) -> None:
    """The variant misses ten pixels of the membrane and a row of the cell, of which both regions keep the most."""
    half, layout = variants(session)
    assert half.flips is not None
    assert layout.flips is not None
    assert half.flips.kind == "region"
    assert (layout.flips.lost, layout.flips.gained, layout.flips.lost_samples) == (0, 0, ())
    rows = flips_of(session, "net-bf16")
    assert half.flips.lost == sum(row["flip"] == "lost" for row in rows)
    assert half.loss is not None
    bucket = half.loss.bucket
    assert bucket is not None
    assert bucket.difference.mean == min(each.difference.mean or 0 for each in half.loss.compared.buckets)
    assert bucket.difference.significant
    assert layout.loss is not None
    assert layout.loss.bucket is None


def test_a_variant_that_loses_the_membrane_says_in_which_samples(tmp_path: Path) -> None:
    with variant_session(tmp_path / "b.granview", samples=2) as session:
        from tests.helpers.scored import scored_result

        sample = session.samples()[1]
        session.record([scored_result("net-bf16", sample, 1, 4)])
        (half, _), rows = variants(session), flips_of(session, "net-bf16")
    assert half.flips is not None
    assert (half.flips.lost_samples, half.flips.gained_samples) == (("s1",), ())
    assert {(row["sample"], row["kind"], row["flip"]) for row in rows} == {("s1", "region", "lost")}
    assert all(row["parent_score"] == 1.0 and float(row["score"] or 0) <= 0.5 for row in rows)
    assert half.quality is not None
    assert half.quality.low is None
    assert half.loss is not None
    assert half.loss.bucket is None


def test_a_row_for_each_variant_and_metric_begins_with_the_headline(session: Session) -> None:
    rows = variant_rows(session)
    assert all(tuple(row) == COLUMNS for row in rows)
    assert [row["lane"] for row in rows if row["headline"]] == ["net-bf16", "net-channels-last"]
    first = rows[0]
    assert (first["lane"], first["parent"], first["metric"], first["headline"]) == ("net-bf16", "net", "miou", 1)
    assert (first["variant"], first["precision"], first["stored_mb"]) == ("bf16", "bf16", 1.0)
    assert (first["mark"], first["n"], first["grain_kind"]) == ("below 99 %", 9, "region")
    assert {row["metric"] for row in rows} == set(differences(session, "net")["net-bf16"].metrics)


def test_lanes_of_different_models_are_no_variants(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=2) as session:
        assert variants(session) == []
        assert not has_variants(SessionContents.read(session))
        with pytest.raises(ArgumentError, match="no variant of another lane"):
            flips_of(session, "good")
