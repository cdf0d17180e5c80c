"""The Python API with real models of the embedded zoo, in real processes."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars
import pytest
from PIL import Image

import granview
from granview.core.errors import ArgumentError, InputError
from granview.core.events import LaneProgress
from granview.core.lane import LaneSpec
from granview.core.variant import Variant
from granview.store.session import Session
from tests.helpers.scored import SIZE, write_files


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pictures with references, one without, and one that is damaged."""
    folder = tmp_path_factory.mktemp("pictures")
    for index in range(2):
        write_files(folder, index)
    Image.new("RGB", (SIZE[1], SIZE[0]), (90, 120, 60)).save(folder / "plain.png")
    (folder / "torn.png").write_bytes((folder / "s0.png").read_bytes()[:60])
    return folder


@pytest.fixture
def broken_model(tmp_path: Path) -> Path:
    """A folder that is there, whose config is damaged."""
    folder = tmp_path / "broken-model"
    folder.mkdir()
    (folder / "config.json").write_text("{")
    return folder


@pytest.fixture(scope="module")
def progress() -> list[LaneProgress]:
    return []


@pytest.fixture(scope="module")
def comparison(
    pictures: Path, progress: list[LaneProgress], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[granview.Comparison]:
    with granview.compare(
        ["zoo:unet-nano", "zoo:unet-nano,batch=2,name=pairs"],
        pictures,
        device="cpu",
        confidence=True,
        session=tmp_path_factory.mktemp("session") / "a.granview",
        on_progress=progress.append,
    ) as found:
        yield found


@pytest.mark.slow
def test_every_sample_of_every_lane_is_answered(comparison: granview.Comparison) -> None:
    results = comparison.results()
    assert results.height == 8
    assert results["status"].value_counts().sort("status").rows() == [("failed", 2), ("ok", 6)]
    assert [(sample, lane) for sample, lane, _ in comparison.failures] == [("torn", "unet-nano"), ("torn", "pairs")]
    assert all("torn.png" in words for _, _, words in comparison.failures)


def test_tables_have_values_where_something_was_measured(comparison: granview.Comparison) -> None:
    results = comparison.results().filter(polars.col("lane") == "unet-nano")
    by_name = {row["sample"]: row for row in results.iter_rows(named=True)}
    assert by_name["s0"]["miou"] is not None
    assert by_name["s0"]["forward_ms"] > 0
    assert by_name["plain"]["miou"] is None
    assert by_name["torn"]["forward_ms"] is None
    summary = comparison.summary()
    assert summary["lane"].to_list() == ["unet-nano", "pairs"]
    assert (summary["n"].to_list(), summary["failed"].to_list()) == ([3, 3], [1, 1])
    assert summary["peak_cuda_mb"].to_list() == [None, None]
    assert summary["peak_cuda_mb"].dtype == polars.Float64
    assert summary["params"][0] > 10_000
    assert set(comparison.units()["sample"].to_list()) == {"s0", "s1"}


def test_differences_hold_both_values_and_what_they_rest_on(comparison: granview.Comparison) -> None:
    found = comparison.differences()
    assert found.columns[:6] == ["lane", "against", "metric", "lane_value", "against_value", "difference"]
    (miou,) = found.filter(polars.col("metric") == "miou").to_dicts()
    assert (miou["lane"], miou["against"], miou["n"]) == ("pairs", "unet-nano", 2)
    assert miou["difference"] == miou["lane_value"] - miou["against_value"]
    assert (miou["low"], miou["verdict"]) == (None, "too few samples")
    assert set(comparison.differences("pairs")["lane"].to_list()) == {"unet-nano"}


def test_a_margin_is_of_a_metric_and_above_0(comparison: granview.Comparison) -> None:
    (miou,) = comparison.differences(margin=0.01).filter(polars.col("metric") == "miou").to_dicts()
    assert (miou["margin"], miou["equivalent"]) == (0.01, None)
    with pytest.raises(ArgumentError, match="no metric 'mious'"):
        comparison.differences(margin={"mious": 0.01})
    with pytest.raises(ArgumentError, match="margin"):
        comparison.differences(margin=0)


def test_lanes_of_one_model_agree_whatever_the_batch(comparison: granview.Comparison) -> None:
    for name in ("s0", "plain"):
        ours, theirs = (comparison.prediction(name, lane) for lane in ("unet-nano", "pairs"))
        assert ours is not None
        assert theirs is not None
        assert ours.labels.shape == SIZE
        assert ours.confidence is not None
        assert np.mean(ours.labels == theirs.labels) > 0.99


def test_names_are_listed_and_unknown_ones_said(comparison: granview.Comparison) -> None:
    assert comparison.samples == tuple(sample.name for sample in comparison.session.samples())
    assert comparison.lanes == ("unet-nano", "pairs")
    said = comparison.prediction("s0", "pairs")
    assert said is not None
    assert len(comparison.class_names("pairs")) > said.labels.max()
    with pytest.raises(ArgumentError, match="no sample 'nope'"):
        comparison.prediction("nope", "pairs")
    with pytest.raises(ArgumentError, match=r"no lane 'nope'. There are: unet-nano, pairs"):
        comparison.prediction("s0", "nope")
    with pytest.raises(ArgumentError, match="no lane"):
        comparison.class_names("nope")


def test_progress_is_told_to_the_end(comparison: granview.Comparison, progress: list[LaneProgress]) -> None:
    assert comparison.session.results()
    last = {step.lane: (step.done, step.failed, step.total) for step in progress}
    assert last == {"unet-nano": (4, 1, 4), "pairs": (4, 1, 4)}


def test_the_session_tells_how_to_run_it_again(comparison: granview.Comparison) -> None:
    (run,) = comparison.session.runs()
    assert run.params.confidence
    assert run.seeds == {"bootstrap": 0}
    (lane, _) = comparison.session.lanes()
    assert lane.facts is not None
    assert lane.facts.weights_sha256 is not None
    samples = {sample.name: sample for sample in comparison.session.samples()}
    assert samples["s0"].sha256 is not None
    assert samples["s0"].reference is not None
    assert samples["s0"].reference.sha256 is not None


def test_pages_and_files_are_written(comparison: granview.Comparison, tmp_path: Path) -> None:
    comparison.save_comparison(tmp_path / "s0.svg", "s0", lanes=["pairs"])
    assert "unet-nano" not in (tmp_path / "s0.svg").read_text("utf-8")
    exported = comparison.export(tmp_path / "out")
    assert [problem.split(":")[0] for problem in exported.problems] == ["comparison/torn.png"]
    assert (tmp_path / "out" / "predictions" / "pairs" / "plain.png").is_file()


@pytest.mark.slow
def test_results_in_a_folder_are_replaced_by_a_run_that_succeeds_and_by_no_other(
    pictures: Path, broken_model: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with granview.compare("zoo:unet-nano", pictures / "plain.png", device="cpu", out=out) as first:
        assert first.session.path == out / "session.granview"
        assert first.exported is not None
        assert {path.name for path in first.exported.paths} >= {"results.csv", "plain.png"}
    before = (out / "results.csv").read_bytes()
    with granview.compare(str(broken_model), pictures / "plain.png", device="cpu", out=out) as failed:
        assert failed.exported is not None
        assert failed.exported.failed == "No sample succeeded."
        assert len(failed.failures) == 1
    assert (out / "results.csv").read_bytes() == before
    with granview.compare("zoo:unet-nano,name=again", pictures / "s0.png", device="cpu", out=out) as found:
        assert found.session.path == out / "session.granview"
        assert found.lanes == ("again",)
        assert found.prediction("s0", "again") is not None
    assert [path.name for path in (out / "comparison").iterdir()] == ["s0.png"]
    assert not list(out.glob("unfinished*"))


@pytest.mark.slow
def test_running_again_adds_a_lane_to_the_same_samples(pictures: Path, tmp_path: Path) -> None:
    picture, mask = pictures / "s0.png", pictures / "s0_mask.png"
    nano = LaneSpec("nano", "zoo:unet-nano", device="cpu")
    half = LaneSpec("half", "zoo:unet-nano", Variant("bf16"), "cpu")
    with Session.create(tmp_path / "a.granview") as session:
        granview.compare(nano, picture, mask, session=session, threads=1).close()
        assert [row.lane for row in session.results()] == ["nano"]
    with granview.compare([nano, half], [picture], mask, session=tmp_path / "a.granview", threads=1) as found:
        assert [sample.name for sample in found.session.samples()] == ["s0"]
        rows = found.session.results()
    assert [(row.lane, row.status, row.run_id, row.scored) for row in rows] == [
        ("nano", "ok", 2, True),
        ("half", "ok", 2, True),
    ]


def test_a_model_that_cannot_be_loaded_fails_its_samples_and_no_other(pictures: Path, broken_model: Path) -> None:
    with granview.compare([str(broken_model), "zoo:unet-nano"], pictures / "plain.png", device="cpu") as found:
        ((sample, lane, words),) = found.failures
        assert (sample, lane) == ("plain", "broken-model")
        assert "config.json" in words
        assert found.prediction("plain", "unet-nano") is not None
        path = found.session.path
        assert path.exists()
    assert not path.exists()


def test_a_sample_without_a_usable_reference_fails_where_one_is_required(pictures: Path, tmp_path: Path) -> None:
    small, good = tmp_path / "small.png", pictures / "s0.png"
    small.write_bytes(good.read_bytes())
    Image.new("L", (3, 3)).save(tmp_path / "small_mask.png")
    inputs = [pictures / "plain.png", small, tmp_path / "small_mask.png", good, pictures / "s0_mask.png"]
    with granview.compare("zoo:unet-nano", inputs, device="cpu", require_reference=True) as found:
        words = {sample: words for sample, _, words in found.failures}
        assert found.results().filter(polars.col("status") == "ok")["sample"].to_list() == ["s0"]
    assert words.keys() == {"plain", "small"}
    assert words["plain"].startswith("plain.png has no reference, and one is required.")
    assert words["small"].startswith("A reference is required: Not scored: ")
    assert "small_mask.png" in words["small"]


def test_what_cannot_begin_is_an_exception_in_words(pictures: Path, tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="No model"):
        granview.compare([], pictures)
    with pytest.raises(ArgumentError, match=r"There is no folder .*unet-nano\. .* write zoo:unet-nano\."):
        granview.compare("unet-nano", pictures, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    with pytest.raises(ArgumentError, match="'int3' is not a variant"):
        granview.compare("zoo:unet-nano", pictures, variant="int3")
    with pytest.raises(InputError, match="nowhere"):
        granview.compare("zoo:unet-nano", tmp_path / "nowhere.png", session=tmp_path / "a.granview")
    with pytest.raises(InputError):
        granview.compare("zoo:unet-nano", tmp_path)


@pytest.mark.slow
def test_columns_and_header_of_tables_are_an_argument(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Rezension;Bewertung\nGood food;positive\nAwful;negative\n")
    chosen = {"text": "Rezension", "label": "Bewertung"}
    with granview.compare(["zoo:sentiment-nano"], table, device="cpu", columns=chosen, header=True) as found:
        assert found.problems == ()
        assert found.summary()["accuracy"][0] is not None
    with pytest.raises(InputError, match=r"a.csv has no column 'Titel'"):
        granview.compare(["zoo:sentiment-nano"], table, device="cpu", columns={"text": "Titel"}, header=True)
    with pytest.raises(ArgumentError, match="No column of a data set can be 'txt'"):
        granview.compare(["zoo:sentiment-nano"], table, columns={"txt": "Titel"})


@pytest.mark.slow
def test_texts_are_given_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "read.txt").write_text("The soup was awful.", encoding="utf-8")
    texts = [
        granview.TextInput.of("The soup was good."),
        tmp_path / "read.txt",
        granview.TextInput.of("The soup was good."),
    ]
    with granview.compare("zoo:sentiment-nano", texts, device="cpu", threads=1) as found:
        assert found.samples == ("read", "The-soup-was-good", "The-soup-was-good-2")
        said = [found.prediction(name, "sentiment-nano") for name in found.samples]
        chosen = [found.class_names("sentiment-nano")[int(each.scores.argmax())] for each in said if each is not None]
        assert chosen == ["negative", "positive", "positive"]
    with granview.compare("zoo:sentiment-nano", granview.TextInput.of("Fine."), device="cpu", threads=1) as found:
        assert found.samples == ("Fine",)


def test_a_text_for_a_model_of_images_is_refused() -> None:
    with pytest.raises(InputError, match="models take none"):
        granview.compare("zoo:unet-nano", granview.TextInput.of("Fine."))
