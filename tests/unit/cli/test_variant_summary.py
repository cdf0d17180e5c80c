from pathlib import Path

from granview.cli.variant_summary import variant_lines
from tests.helpers.scored import scored_session
from tests.helpers.variant_lanes import variant_session


def test_a_line_for_each_variant_says_what_it_keeps_what_it_costs_and_where_it_loses(tmp_path: Path) -> None:
    with variant_session(tmp_path / "a.granview") as session:
        half, layout = variant_lines(session)
    assert half.startswith("net-bf16 (bf16) as a variant of net: below 99 %: ")
    for words in (" of its miou (at least ", "corrected over variants", "1.00 times its time", "region units lost"):
        assert words in half
    assert "0.50 times its memory of weights" in half
    assert "loses most at region size" in half
    assert "of net: 100.00 % of its miou (the same on all 9 samples)" in layout
    assert "99.9 %" not in layout
    assert "loses most" not in layout


def test_few_samples_are_called_few_and_without_variants_nothing_is_said(tmp_path: Path) -> None:
    with variant_session(tmp_path / "a.granview", samples=2) as session:
        few = variant_lines(session)[0]
    assert "no interval: too few samples" in few
    assert "99 %:" not in few
    with scored_session(tmp_path / "b.granview", samples=1) as session:
        assert variant_lines(session) == []
