"""``verdict.md`` and ``verdict.json`` of a session, as an export writes them."""

import json
from pathlib import Path

from granview.export.output_files import write_outputs
from granview.export.output_plan import OutputKind
from tests.helpers.ladder_lanes import ladder_session
from tests.helpers.scored import scored_session


def test_both_languages_are_in_one_page_and_every_fact_beside_it(tmp_path: Path) -> None:
    with ladder_session(tmp_path / "a.granview", samples=12) as session:
        write_outputs(session, tmp_path / "out", parts=[OutputKind.TABLES])
    text = (tmp_path / "out" / "verdict.md").read_text("utf-8")
    assert text.startswith("# Verdict: Segmentation\n")
    assert "# 结论：Segmentation\n" in text
    assert "unet-base is better than unet-nano" in text
    tree = json.loads((tmp_path / "out" / "verdict.json").read_text("utf-8"))
    assert tree["format"] == 1
    (verdict,) = tree["verdicts"]
    assert [pair["advice"] for pair in verdict["pairs"]][2] == "no difference shown"
    assert verdict["short"]["en"][0] in verdict["passage"]["en"]
    statements = [pair["over_all"] for pair in verdict["pairs"]]
    assert all(
        {"difference", "finding", "is_within_margin", "corrected", "margin"} <= each.keys() for each in statements
    )


def test_a_lane_alone_has_no_such_files(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=1, lanes=("good",)) as session:
        write_outputs(session, tmp_path / "out", parts=[OutputKind.TABLES])
    assert not list((tmp_path / "out").glob("verdict*"))
