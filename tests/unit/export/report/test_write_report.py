from collections.abc import Iterator
from pathlib import Path

import pytest

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.export.report import document as d
from granview.export.report.build_document import SECTIONS, build_document
from granview.export.report.source import ReportOptions
from granview.export.report.write_report import write_report
from granview.store.session import Session
from tests.helpers.scored import scored_session
from tests.helpers.store import ready as lane_ready
from tests.helpers.store import result, sample

OPTIONS = ReportOptions(date="2026-11-30")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    home = tmp_path_factory.mktemp("report")
    with scored_session(home / "a.granview", samples=9, lanes=("good", "fair", "bad")) as made:
        yield made


@pytest.fixture(scope="module")
def report(session: Session) -> d.ReportDocument:
    return build_document(session, OPTIONS)


def section(report: d.ReportDocument, anchor: str) -> tuple[d.Block, ...]:
    return next(each.blocks for each in report.sections if each.anchor == anchor)


def test_a_report_has_its_parts_in_order(report: d.ReportDocument) -> None:
    anchors = [each.anchor for each in report.sections]
    assert anchors == [anchor for anchor in SECTIONS if anchor in anchors]
    assert set(anchors) >= {"verdict", "lanes", "differences", "grain", "classes", "cost", "disagreement", "examples"}
    assert set(anchors) >= {"method", "coverage", "provenance", "repeat"}


def test_every_lane_stands_in_the_table_of_lanes(report: d.ReportDocument) -> None:
    table = next(block for block in section(report, "lanes") if isinstance(block, d.Table))
    assert [row[0].text for row in table.rows] == ["good", "fair", "bad"]
    assert all(len(row) == len(table.heads) for row in table.rows)


def test_a_score_stands_beside_the_number_of_samples_that_it_rests_on(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9, lanes=("good", "bad")) as made:
        bare = sample("bare", scored=False)
        made.add_samples([bare])
        made.record([result("good", bare, request_id=99)])
        report = build_document(made, OPTIONS)
    table = next(block for block in section(report, "lanes") if isinstance(block, d.Table))
    heads = [head.text for head in table.heads]
    scored, n = heads.index("Scored"), heads.index("n")
    assert heads[scored - 1] == "mIoU"
    assert [(row[scored].text, row[n].text) for row in table.rows] == [("9", "10"), ("9", "9")]


def test_differences_are_those_of_the_tables(report: d.ReportDocument) -> None:
    table = next(block for block in section(report, "differences") if isinstance(block, d.Table))
    assert {row[0].text for row in table.rows} == {"fair", "bad"}
    assert all(row[6].text == "9" for row in table.rows)


def test_examples_are_cut_out_of_their_pictures(report: d.ReportDocument) -> None:
    rows = [block for block in section(report, "examples") if isinstance(block, d.PictureRow)]
    assert rows
    for row in rows:
        titles = [cell.title for cell in row.cells]
        assert titles[:2] == ["Image", "Reference"]
        assert all(cell.picture is not None for cell in row.cells)
        assert {entry.name for entry in row.legend} <= {"background", "cell", "membrane"}
    assert len({row.subtitle for row in rows}) == len(rows)


def test_the_commands_that_repeat_it_name_every_lane(report: d.ReportDocument) -> None:
    run, again = [block.text for block in section(report, "repeat") if isinstance(block, d.Command)]
    assert all(f"--model zoo:{lane},task=image-segmentation,name={lane}" in run for lane in ("good", "bad"))
    assert again == "granview report a.granview --out report.html"


def test_what_a_task_was_given_is_in_the_command_that_repeats_it(tmp_path: Path) -> None:
    with Session.create(tmp_path / "a.granview") as session:
        session.add_lane(LaneSpec("lane", "zoo:fsrcnn-nano", task="image-to-image"))
        session.set_params(RunParams(of_task={"image-to-image": {"scale": 2}}))
        report = build_document(session, OPTIONS)
    run = next(block.text for block in section(report, "repeat") if isinstance(block, d.Command))
    assert "--set image-to-image.scale=2" in run


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".html", ".pdf"])
def test_the_same_session_is_the_same_file(session: Session, tmp_path: Path, suffix: str) -> None:
    paths = [tmp_path / f"{name}{suffix}" for name in ("a", "b")]
    for path in paths:
        write_report(session, path, ReportOptions(date="2026-11-30", n_examples=2))
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_chinese_headings_stand_in_a_chinese_report(session: Session) -> None:
    report = build_document(session, ReportOptions("zh", n_examples=1))
    assert report.language == "zh-Hans"
    assert report.sections[0].title == "结论"


def test_progress_is_told_and_what_it_raises_ends_the_report(session: Session, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_report(session, tmp_path / "a.html", OPTIONS, stop)
    assert told[-1] == (2, len(SECTIONS))
    assert list(tmp_path.iterdir()) == []


def test_without_references_a_report_says_what_is_missing(tmp_path: Path) -> None:
    with Session.create(tmp_path / "a.granview") as session:
        samples = [sample(f"s{place}", scored=False) for place in range(2)]
        session.add_samples(samples)
        for lane in ("small", "large"):
            session.add_lane(LaneSpec(lane, f"zoo:{lane}"))
            session.record([lane_ready(lane), *(result(lane, each, request_id=at) for at, each in enumerate(samples))])
        report = build_document(session, OPTIONS)
    texts = [
        block.text
        for anchor in ("verdict", "coverage")
        for block in section(report, anchor)
        if isinstance(block, d.Paragraph)
    ]
    assert any("scored in both against a reference" in text for text in texts)
    assert any("No sample has a reference" in text for text in texts)


@pytest.mark.parametrize("suffix", [".html", ".pdf"])
def test_an_empty_session_has_a_report(tmp_path: Path, suffix: str) -> None:
    with Session.create(tmp_path / "a.granview") as session:
        write_report(session, tmp_path / f"a{suffix}", OPTIONS)
    assert (tmp_path / f"a{suffix}").stat().st_size > 1000


def test_pictures_that_are_gone_are_said_and_cost_nothing_else(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9) as session:
        for path in (tmp_path / "pictures").glob("s*.png"):
            path.unlink()
        report = build_document(session, OPTIONS)
    told = [block.text for block in section(report, "examples") if isinstance(block, d.Paragraph)]
    assert any("cannot be shown" in text for text in told)


def test_what_cannot_be_written_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="no known format"):
        write_report(session, tmp_path / "a.docx", OPTIONS)
    with pytest.raises(ArgumentError, match="no lane 'none'"):
        write_report(session, tmp_path / "a.html", ReportOptions(against="none"))
