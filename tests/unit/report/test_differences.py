"""Differences that no test can tell of: values stand without interval and p-value, and say why."""

from pathlib import Path

import numpy as np
from msgspec.structs import replace

from granview.analysis.no_interval import NoInterval
from granview.core.events import Event, LaneReady, ResultArrived
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Timing
from granview.core.messages import Result
from granview.core.prediction import pack_prediction
from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.text import TextReference
from granview.core.truths.picture import ReferencePicture
from granview.core.unit import pack_statistics, pack_units
from granview.report.differences import difference_rows
from granview.report.session_contents import SessionContents
from granview.report.verdict.read_verdict import VerdictQuery, read_verdict
from granview.store.session import Session
from granview.tasks.base import TASKS
from tests.helpers.scored_texts import CLASSIFICATION, text_lane, text_result, text_sample
from tests.helpers.text_tasks import class_scores, written

RESTORING, WRITING = "image-to-image", "text-generation"
NO_CLASSES = LabelSet((), ())


def calibrated_session(path: Path, n: int = 40) -> Session:
    """Two lanes whose probabilities are true ones, of which one is sure and the other is not."""
    generator = np.random.default_rng(0)
    texts = [text_sample(f"t{i}", "so so", TextReference(labels=("positive",))) for i in range(n)]
    session = Session.create(path)
    session.add_samples(texts)
    for lane, least in (("sure", 0.97), ("unsure", 0.5)):
        spec, ready = text_lane(lane, CLASSIFICATION)
        session.add_lane(spec)
        said = generator.uniform(least, 1.0, n)
        right = np.where(generator.random(n) < said, said, 1 - said)
        session.record([ready, *map(_review, [lane] * n, texts, right)])
    return session


def _review(lane: str, sample: Sample, positive: float) -> Event:
    return text_result(lane, CLASSIFICATION, sample, class_scores(1 - positive, positive))


def restored_session(path: Path, perfect: int, n: int = 24) -> Session:
    """``often_perfect`` equals the first references, and is a little worse than ``never_perfect`` on all others."""
    generator = np.random.default_rng(0)
    samples = [Sample(f"p{i}", f"/{i}.png", reference=Reference(f"/{i}_reference.png")) for i in range(n)]
    session = Session.create(path)
    session.add_samples(samples)
    for lane, noise in (("often_perfect", 4.0), ("never_perfect", 3.5)):
        session.add_lane(LaneSpec(lane, f"saved:{lane}", task=RESTORING))
        session.record(
            [LaneReady(lane, ModelFacts(NO_CLASSES, "Tiny", 1_000, 0.5, "aa" * 32, "cpu", "A processor", 0.5))]
        )
        for i, sample in enumerate(samples):
            truth = np.kron(generator.integers(60, 200, (6, 6, 3)), np.ones((6, 6, 1)))
            of_lane = 0.0 if lane == "often_perfect" and i < perfect else 9.0 if i < perfect else noise
            said = np.clip(truth + generator.normal(0, 1, truth.shape) * of_lane, 0, 255)
            session.record([_restored(lane, sample, said.astype(np.uint8), truth.astype(np.uint8))])
    return session


def _restored(lane: str, sample: Sample, said: np.ndarray, truth: np.ndarray) -> ResultArrived:
    prediction = RestoredPicture(said)
    scores = TASKS.get(RESTORING).score(prediction, NO_CLASSES, ReferencePicture(truth), RunParams())
    packed = pack_statistics(scores.statistics), pack_units(scores.units)
    return ResultArrived(
        lane, Result(1, sample, pack_prediction(prediction), Timing(1.0, 2.0, 0.5), *packed, NO_CLASSES)
    )


def test_of_two_calibrated_lanes_none_is_called_better_calibrated(tmp_path: Path) -> None:
    """Chance raises the error of the unsure lane alone: in 4 of 10 sets an interval would leave 0 out."""
    with calibrated_session(tmp_path / "a.granview") as session:
        rows = {row["metric"]: row for row in difference_rows(SessionContents.read(session))}
    error = rows["ece"]
    assert error["difference"] > 0.05
    assert (error["low"], error["p_value"], error["p_holm"], error["samples_needed"]) == (None,) * 4
    assert error["verdict"] == "biased by chance"
    assert rows["accuracy"]["p_value"] is not None


def test_a_lane_does_not_lose_by_pictures_that_it_has_perfectly(tmp_path: Path) -> None:
    with restored_session(tmp_path / "a.granview", perfect=12) as session:
        rows = {row["metric"]: row for row in difference_rows(SessionContents.read(session))}
        facts = read_verdict(session, RESTORING, (), VerdictQuery())
    psnr = rows["psnr_y"]
    assert psnr["difference"] > 0, "of the twelve pictures that are left"
    assert (psnr["n"], psnr["p_value"], psnr["verdict"]) == (12, None, "samples chosen by outcome")
    over_all = facts.pairs[0].over_all
    assert over_all is not None
    assert (over_all.measure.name, over_all.n_samples) == ("ssim_y", 24)
    assert over_all.lead is not None
    assert (facts.pairs[0].larger, over_all.lead > 0) == ("never_perfect", False)


def test_where_both_leave_out_the_same_pictures_the_others_are_tested(tmp_path: Path) -> None:
    with restored_session(tmp_path / "a.granview", perfect=0) as session:
        rows = {row["metric"]: row for row in difference_rows(SessionContents.read(session))}
        facts = read_verdict(session, RESTORING, (), VerdictQuery())
    assert rows["psnr_y"]["p_value"] < 0.05
    assert facts.pairs[0].over_all is not None
    assert facts.pairs[0].over_all.measure.name == "psnr_y"
    assert NoInterval.BY_OUTCOME not in {each.no_interval for each in facts.pairs[0].places}


def perplexity_session(path: Path, tokens: tuple[int, int], n: int = 24) -> Session:
    """Two writers that find each text equally likely as a whole, and divide it into so many tokens."""
    generator = np.random.default_rng(0)
    texts = [text_sample(f"t{i}", f"text {i}") for i in range(n)]
    session = Session.create(path)
    session.add_samples([replace(text, reference=Reference("", text=TextReference(targets=("so",)))) for text in texts])
    samples = session.samples()
    likelihoods = generator.uniform(30, 40, n)
    for lane, divided in zip(("words", "letters"), tokens, strict=True):
        spec, ready = text_lane(lane, WRITING)
        session.add_lane(spec)
        said = [
            written("", nll=float(nll) + 0.1 * (lane == "letters"), nll_tokens=divided, nll_of="reference")
            for nll in likelihoods
        ]
        session.record([ready, *(text_result(lane, WRITING, *each) for each in zip(samples, said, strict=True))])
    return session


def test_perplexities_of_other_tokens_are_not_tested(tmp_path: Path) -> None:
    """Both find the texts equally likely: the one with more tokens has the lower perplexity by that alone."""
    with perplexity_session(tmp_path / "a.granview", (10, 20)) as session:
        rows = {row["metric"]: row for row in difference_rows(SessionContents.read(session))}
    assert rows["perplexity"]["difference"] < -20
    assert (rows["perplexity"]["p_value"], rows["perplexity"]["verdict"]) == (
        None,
        "other tokens, which do not compare",
    )
    with perplexity_session(tmp_path / "b.granview", (10, 10)) as session:
        rows = {row["metric"]: row for row in difference_rows(SessionContents.read(session))}
    assert rows["perplexity"]["p_value"] < 0.05
