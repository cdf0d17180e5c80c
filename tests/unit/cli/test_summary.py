from pathlib import Path

import msgspec
import pytest

from granview.cli.run import run_params
from granview.cli.run_parser import run_parser
from granview.cli.summary import difference_lines, doubt_lines, notice_lines, refused_lines
from granview.core.errors import ArgumentError
from granview.io.search_events import Doubt, Notice, RefusedReference
from tests.helpers.scored import scored_result, scored_session
from tests.helpers.store import failure

_COMMAND = ["--model", "zoo:unet-nano", "--input", "x.png", "--out", "out"]


def test_refused_references_are_listed_each_with_its_reason_and_not_told_twice(tmp_path: Path) -> None:
    refused = RefusedReference(tmp_path / "lost.png", "1 reference matches no input: lost.png.", "Name it.")
    with scored_session(tmp_path / "a.granview", samples=2) as session:
        result = scored_result("poor", session.samples()[1], 1, 3)
        notices = ("Not scored: s1_mask.png is 3x3 pixels.", "Something else.")
        unscored = msgspec.structs.replace(result.result, request_id=99, reference_labels=None, notices=notices)
        session.record([msgspec.structs.replace(result, result=unscored)])
        lines = refused_lines(session, [refused, Notice(tmp_path, "told already")])
        told = notice_lines(session)
        six = tuple(f"Something else, {n}." for n in range(6))
        session.record([msgspec.structs.replace(result, result=msgspec.structs.replace(unscored, notices=six))])
        assert notice_lines(session)[-1] == "poor: 1 more notice is beside the samples in the session"
    assert lines == [
        f"reference not used: {tmp_path / 'lost.png'}: 1 reference matches no input: lost.png. Name it.",
        "not scored: s1 in poor: s1_mask.png is 3x3 pixels.",
    ]
    assert "poor, 1 sample: Something else." in told
    assert not any("s1_mask.png" in line for line in told)


def test_a_class_map_takes_several_pairs_at_once_and_again() -> None:
    given = ["--class-map", "a=b", "c=", "--class-map", "d=e=f", "--require-reference"]
    params = run_params(run_parser().parse_args([*_COMMAND, *given]), [])
    assert params.class_edits == {"a": "b", "c": "", "d": "e=f"}
    assert params.require_reference


def test_a_class_that_is_mapped_twice_is_refused() -> None:
    options = run_parser().parse_args([*_COMMAND, "--class-map", "a=b", "a=c"])
    with pytest.raises(ArgumentError, match=r"'a' is mapped twice. There is one class: 'b' or 'c'"):
        run_params(options, [])


def test_differences_are_told_with_both_values_and_their_verdict(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=8) as session:
        (enough,) = difference_lines(session)
        session.record([failure("poor", session.samples()[0], request_id=99)])
        (few,) = difference_lines(session)
    assert enough.startswith("poor against good, miou: 0.")
    assert " − 1.000 = −0." in enough
    assert ", 95 % interval −0." in enough
    assert enough.endswith(", 8 samples: more than chance")
    assert few.endswith(", 7 samples of both: too few samples")
    assert "interval" not in few


def test_what_is_not_certain_is_said_again_beside_the_numbers() -> None:
    doubt = Doubt(Path("masks"), "It is not certain: shades.", "Settle it with --mask-values index.")
    words = "warning: masks: It is not certain: shades. Settle it with --mask-values index."
    assert doubt_lines([Notice(Path("a"), "Read."), doubt]) == [words]
