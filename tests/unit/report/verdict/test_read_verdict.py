"""Known differences come to known verdicts, and everything that is said is corrected together."""

from pathlib import Path

import msgspec
import pytest

from granview.analysis.bootstrap_interval import MIN_SAMPLES
from granview.analysis.exclusive_holm import exclusive_holm
from granview.analysis.unseen_failures import samples_without
from granview.core.errors import ArgumentError
from granview.core.events import LaneReady
from granview.core.lane import LaneSpec
from granview.core.slices import Condition, Slice
from granview.io.catalogue_file import read_catalogue
from granview.report.margins import Margins
from granview.report.verdict.caveat import CaveatKind
from granview.report.verdict.cost_facts import Apart, CostKind
from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.pair_facts import Advice, PairKind
from granview.report.verdict.read_verdict import VerdictQuery, read_verdict, read_verdicts
from granview.report.verdict.session_verdicts import read_margins, session_verdicts, write_margins
from granview.report.verdict.statement import Dimension, Finding, Statement
from granview.store.session import Session
from tests.helpers.ladder_lanes import ladder_session
from tests.helpers.scored import scored_result, scored_session, write_files
from tests.helpers.scored_texts import review_session
from tests.helpers.store import facts, failure
from tests.helpers.variant_lanes import variant_session

TASK = "image-segmentation"
LADDERS = read_catalogue()


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return ladder_session(tmp_path_factory.mktemp("ladder") / "a.granview")


def test_a_ladder_is_compared_end_to_end_and_step_by_step(session: Session) -> None:
    verdict = read_verdict(session, TASK, LADDERS, VerdictQuery())
    pairs = [(pair.kind, pair.larger, pair.smaller) for pair in verdict.pairs]
    assert pairs == [
        (PairKind.ENDS, "unet-base", "unet-nano"),
        (PairKind.NEIGHBOURS, "unet-small", "unet-nano"),
        (PairKind.NEIGHBOURS, "unet-base", "unet-small"),
    ]
    assert all(pair.is_sized for pair in verdict.pairs)
    assert verdict.n_samples == 24


def test_a_difference_that_is_there_is_shown_over_all_and_where_it_is(session: Session) -> None:
    ends = read_verdict(session, TASK, LADDERS, VerdictQuery()).pairs[0]
    assert ends.over_all is not None
    assert ends.over_all.finding is Finding.LARGER
    assert ends.over_all.low is not None
    assert ends.over_all.low > 0
    assert ends.over_all.n_samples == 24
    needed = {(each.place.name or each.place.low) for each in ends.needs_larger if each.place}
    assert "membrane" in needed
    assert ends.advice in (Advice.LARGER, Advice.LARGER_EXCEPT)


def test_equal_lanes_show_no_difference_and_no_recommendation(session: Session) -> None:
    step = read_verdict(session, TASK, LADDERS, VerdictQuery()).pairs[2]
    assert step.over_all is not None
    assert step.over_all.is_same
    assert step.over_all.finding is Finding.NOT_SHOWN
    assert step.advice is Advice.NOT_SHOWN


def test_every_p_value_of_the_verdict_is_in_one_family(session: Session) -> None:
    verdict = read_verdict(session, TASK, LADDERS, VerdictQuery())
    statements = [each for pair in verdict.pairs for each in (pair.over_all, *pair.places) if each is not None]
    tested = [each for each in statements if each.p_value is not None]
    n_places = sum(each.place is not None for each in tested)
    weights = [n_places / (len(tested) - n_places) if each.place is None else 1.0 for each in statements]
    again = exclusive_holm([(each.p_value, each.outside_p) for each in statements], weights)
    assert verdict.n_compared == len(tested) > 8
    for each, (no_difference, outside) in zip(statements, again, strict=True):
        assert each.outside_corrected == outside
        if not each.is_same:
            assert each.corrected == no_difference
        if each.p_value is not None and 0 < each.p_value < 1:
            assert each.corrected is not None
            assert each.corrected > each.p_value


def test_a_wide_margin_makes_the_smaller_enough(session: Session) -> None:
    wide = VerdictQuery(margins=Margins(of_metric={"miou": 0.5, "score": 0.999}))
    ends = read_verdict(session, TASK, LADDERS, wide).pairs[0]
    assert ends.over_all is not None
    assert ends.over_all.is_within
    assert ends.over_all.finding is Finding.LARGER
    assert ends.advice is Advice.ENOUGH


def test_a_tiny_margin_asks_nobody_for_endless_samples(session: Session) -> None:
    tiny = VerdictQuery(margins=Margins(1e-300))
    statements = [each for pair in read_verdict(session, TASK, LADDERS, tiny).pairs for each in pair.places]
    assert any(each.detectable for each in statements)
    assert {each.needed for each in statements if each.detectable} == {None}


def test_however_wide_the_margin_an_interval_takes_some_samples(session: Session) -> None:
    wide = VerdictQuery(margins=Margins(0.999))
    needed = {each.needed for pair in read_verdict(session, TASK, LADDERS, wide).pairs for each in pair.places}
    assert min(each for each in needed if each is not None) == MIN_SAMPLES


def test_what_is_said_of_places_with_few_samples_is_said_to_be(session: Session, tmp_path: Path) -> None:
    verdict = read_verdict(session, TASK, LADDERS, VerdictQuery())
    assert CaveatKind.FEW_IN_PLACES not in {each.kind for each in verdict.caveats}
    few = Slice((Condition("sample", tuple(f"s{i}" for i in range(16))),), "few")
    with ladder_session(tmp_path / "a.granview") as again:
        sliced = read_verdict(again, TASK, LADDERS, VerdictQuery(slices=(few,)))
    assert [each.place.name for each in sliced.pairs[0].needs_larger if each.n_samples == 16 and each.place] == ["few"]
    caveat = next(each for each in sliced.caveats if each.kind is CaveatKind.FEW_IN_PLACES)
    assert (caveat.n, caveat.total) == (2, 24)


@pytest.mark.parametrize("column", ["unet-nano", "unet-nano is"])
def test_a_slice_by_what_a_lane_has_right_is_no_place_and_is_said_to_be_left_out(session: Session, column: str) -> None:
    chosen = Slice((Condition(column, ("wrong",)),), "hard")
    verdict = read_verdict(session, TASK, LADDERS, VerdictQuery(slices=(chosen,)))
    assert not any(each.place and each.place.name == "hard" for pair in verdict.pairs for each in pair.places)
    assert [each.words for each in verdict.caveats if each.kind is CaveatKind.BY_OUTCOME] == ["hard"]


def test_a_place_that_holds_all_units_is_none(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview") as reviews:
        (verdict,) = read_verdicts(reviews, LADDERS, VerdictQuery())
    titles = {each.place.title for each in verdict.pairs[0].places if each.place}
    assert titles == {"Text length", "Nesting depth", "class"}


def test_few_samples_say_so_and_nothing_else(tmp_path: Path) -> None:
    with ladder_session(tmp_path / "a.granview", samples=5) as few:
        verdict = read_verdict(few, TASK, LADDERS, VerdictQuery())
    assert {pair.advice for pair in verdict.pairs} == {Advice.TOO_FEW}
    assert verdict.n_compared == 0
    assert not any(pair.needs_larger or pair.smaller_does or pair.undecided for pair in verdict.pairs)


def test_a_chosen_lane_is_what_all_others_are_compared_with(session: Session) -> None:
    verdict = read_verdict(session, TASK, LADDERS, VerdictQuery(against="unet-small"))
    pairs = [(pair.kind, pair.larger, pair.smaller) for pair in verdict.pairs]
    assert pairs == [(PairKind.AGAINST, "unet-small", "unet-nano"), (PairKind.AGAINST, "unet-base", "unet-small")]
    with pytest.raises(ArgumentError, match="no lane 'other'"):
        read_verdicts(session, LADDERS, VerdictQuery(against="other"))


def test_saved_slices_are_places_and_those_of_other_columns_are_left_out(session: Session) -> None:
    fine = Slice((Condition("grain", high=16.0),), "fine")
    other = Slice((Condition("hospital", ("A",)),), "other")
    verdict = read_verdict(session, TASK, LADDERS, VerdictQuery(slices=(fine, other)))
    named = [each.place for each in verdict.pairs[0].places if each.place and each.place.dimension is Dimension.SLICE]
    assert [place.name for place in named] == ["fine"]
    assert named[0].asked == fine


def test_variants_are_compared_with_their_parents(tmp_path: Path) -> None:
    with variant_session(tmp_path / "a.granview") as session:
        verdict = read_verdict(session, TASK, LADDERS, VerdictQuery())
    kinds = [(pair.kind, pair.larger, pair.smaller) for pair in verdict.pairs]
    assert (PairKind.VARIANT, "net", "net-bf16") in kinds
    assert (PairKind.VARIANT, "net", "net-channels-last") in kinds
    assert (PairKind.APART, "other", "net") in kinds


def test_costs_are_ratios_of_one_run_on_one_device(session: Session, tmp_path: Path) -> None:
    ends = read_verdict(session, TASK, LADDERS, VerdictQuery()).pairs[0]
    time, parameters = ends.cost(CostKind.TIME), ends.cost(CostKind.PARAMETERS)
    assert time is not None
    assert parameters is not None
    assert (time.ratio, time.n) == (1.0, 23)
    assert parameters.ratio == pytest.approx(140)
    assert ends.cost(CostKind.ENERGY) is None
    with ladder_session(tmp_path / "b.granview", samples=9) as again:
        again.start_run({})
        samples = again.samples()
        again.record([scored_result("unet-nano", sample, place, 4) for place, sample in enumerate(samples)])
        apart = read_verdict(again, TASK, LADDERS, VerdictQuery()).pairs[0].cost(CostKind.TIME)
        assert apart is not None
        assert (apart.ratio, apart.apart) == (None, Apart.OTHER_RUN)
        again.record([LaneReady("unet-nano", msgspec.structs.replace(facts(), device="cuda:0"))])
        apart = read_verdict(again, TASK, LADDERS, VerdictQuery()).pairs[0].cost(CostKind.TIME)
        assert apart is not None
        assert apart.apart is Apart.OTHER_DEVICE
        again.record([LaneReady("unet-nano", msgspec.structs.replace(facts(), params=None, load_s=None))])
        apart = read_verdict(again, TASK, LADDERS, VerdictQuery()).pairs[0].cost(CostKind.TIME)
        assert apart is not None
        assert (apart.apart, apart.lane) == (Apart.SAVED, "unet-nano")


def test_what_limits_a_verdict_is_said(tmp_path: Path) -> None:
    with ladder_session(tmp_path / "a.granview", samples=10) as session:
        session.record([failure("unet-nano", session.samples()[3], request_id=99)])
        before = session.params()
        session.set_params(msgspec.structs.replace(before, boundary_tolerance_px=5.0))
        verdict = read_verdict(session, TASK, LADDERS, VerdictQuery())
    caveats = {(each.kind, each.lane): each for each in verdict.caveats}
    failed = caveats[CaveatKind.FAILED, "unet-nano"]
    assert (failed.n, failed.total) == (1, 10)
    assert "truncated" in failed.words
    partial = caveats[CaveatKind.PARTIAL, "unet-nano"]
    assert (partial.n, partial.total) == (9, 10)
    assert caveats[CaveatKind.OTHER_SETTINGS, "unet-base"].n == 10
    assert caveats[CaveatKind.FEW, ""].n == 9


def test_without_references_nothing_is_said_but_costs(tmp_path: Path) -> None:
    from tests.helpers.store import new_session, ready, result, sample

    with new_session(tmp_path / "a.granview", samples=0) as session:
        plain = [sample(f"p{n}", scored=False) for n in range(9)]
        session.add_samples(plain)
        events = [result(lane, each, seed=n) for lane in ("small", "large") for n, each in enumerate(plain)]
        session.record([ready("small"), ready("large"), *events])
        (verdict,) = read_verdicts(session, LADDERS, VerdictQuery())
    (pair,) = verdict.pairs
    assert pair.advice is Advice.UNSCORED
    assert pair.places == ()
    assert pair.cost(CostKind.MEMORY) is not None


def test_a_lane_whose_classes_the_reference_lacks_says_so(tmp_path: Path) -> None:
    from tests.helpers.store import new_session, ready, result, sample

    why = "No class of the model has the name of the reference's class 'cell', so nothing is scored. The model has a."
    with new_session(tmp_path / "a.granview", samples=0) as session:
        plain = [sample(f"p{n}", scored=False) for n in range(9)]
        session.add_samples(plain)
        events = [result(lane, each, seed=n) for lane in ("small", "large") for n, each in enumerate(plain)]
        said = [
            msgspec.structs.replace(each, result=msgspec.structs.replace(each.result, notices=(why,)))
            if each.lane == "small"
            else each
            for each in events
        ]
        session.record([ready("small"), ready("large"), *said])
        (verdict,) = read_verdicts(session, LADDERS, VerdictQuery())
    (caveat,) = (each for each in verdict.caveats if each.kind is CaveatKind.UNSCORED_SINCE)
    assert (caveat.lane, caveat.n, caveat.total) == ("small", 0, 9)
    assert LANGUAGES["en"].caveat(caveat) == f"small was scored on none of 9 samples: {why}"


def test_a_lane_alone_has_no_verdict(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", lanes=("good",)) as session:
        assert read_verdicts(session, LADDERS, VerdictQuery()) == []
    with Session.create(tmp_path / "b.granview") as empty:
        assert session_verdicts(empty) == []


def test_a_verdict_is_made_once_until_something_changes(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9) as session:
        first = session_verdicts(session)
        assert session_verdicts(session) is first
        assert session_verdicts(session, margins=Margins(0.3)) is not first
        write_margins(session, Margins(of_metric={"miou": 0.3}))
        assert read_margins(session).of_metric == {"miou": 0.3}
        kept = session_verdicts(session)
        assert kept[0].pairs[0].over_all is not None
        assert kept[0].pairs[0].over_all.margin == 0.3
        session.add_samples([write_files(tmp_path / "pictures", 20)])
        session.record([scored_result("good", session.samples()[-1], 20, 0)])
        assert session_verdicts(session) is not kept


def test_lanes_of_one_name_and_several_sizes_are_a_family_without_the_catalogue(tmp_path: Path) -> None:
    with Session.create(tmp_path / "a.granview") as session:
        files = [write_files(tmp_path / "pictures", index) for index in range(2)]
        session.add_samples(files)
        for name, params in (("mine-large", 900), ("mine-tiny", 10), ("mine-mid", 50)):
            session.add_lane(LaneSpec(name, f"/models/{name}"))
            session.record([LaneReady(name, msgspec.structs.replace(facts(), params=params))])
        (verdict,) = read_verdicts(session, LADDERS, VerdictQuery())
    pairs = [(pair.kind, pair.family, pair.larger, pair.smaller) for pair in verdict.pairs]
    assert pairs == [
        (PairKind.ENDS, "mine", "mine-large", "mine-tiny"),
        (PairKind.NEIGHBOURS, "mine", "mine-mid", "mine-tiny"),
        (PairKind.NEIGHBOURS, "mine", "mine-large", "mine-mid"),
    ]


def test_only_of_families_it_is_said_which_is_the_largest(tmp_path: Path) -> None:
    sizes = {"mine-large": 900, "mine-tiny": 10, "yours-large": 800, "yours-tiny": 20, "saved": None}
    with Session.create(tmp_path / "a.granview") as session:
        session.add_samples([write_files(tmp_path / "pictures", index) for index in range(2)])
        for name, params in sizes.items():
            session.add_lane(LaneSpec(name, f"/models/{name}"))
            session.record([LaneReady(name, msgspec.structs.replace(facts(), params=params))])
        (verdict,) = read_verdicts(session, LADDERS, VerdictQuery())
    across = [(pair.kind, pair.larger, pair.smaller) for pair in verdict.pairs if not pair.family]
    assert across == [
        (PairKind.FAMILIES, "mine-large", "yours-large"),
        (PairKind.APART, "saved", "mine-large"),
    ]
    words = [LANGUAGES[code].pair_kind(verdict.pairs[-1]) for code in ("en", "zh")]
    assert words == ["not known to be of one family", "未知是否属于同一系列"]


def test_what_could_be_seen_and_what_would_be_needed_go_together(session: Session) -> None:
    """A difference as large as these samples show takes as many; of half of it, four times as many are too many."""

    def over_all(margin: float) -> Statement:
        (first, *_) = read_verdict(session, TASK, LADDERS, VerdictQuery(margins=Margins(margin))).pairs
        assert first.over_all is not None
        return first.over_all

    least = over_all(0.001).detectable
    assert least is not None
    assert over_all(least).needed == pytest.approx(24, abs=1)
    assert 48 < (over_all(least / 2).needed or 0) < 96


@pytest.mark.parametrize(("samples", "margin", "is_open"), [(16, 0.16, True), (24, 0.16, False), (24, 0.9, False)])
def test_what_is_enough_leaves_rare_failures_aside_where_samples_are_too_few(
    tmp_path: Path, samples: int, margin: float, is_open: bool
) -> None:
    """A margin of 0.16 asks for 18 samples without a failure."""
    with ladder_session(tmp_path / "a.granview", samples) as session:
        verdict = read_verdict(session, TASK, LADDERS, VerdictQuery(margins=Margins(margin)))
    told = [each for pair in verdict.pairs for each in (pair.over_all, *pair.places) if each and each.is_within]
    assert told
    left = [each for each in told if each.leaves_rare_open]
    assert left == [each for each in told if each.n_samples < samples_without(margin)]
    caveats = [(caveat.n, caveat.total) for caveat in verdict.caveats if caveat.kind is CaveatKind.RARE]
    assert caveats == ([(min(each.n_samples for each in left), 18)] if is_open else [])


def test_samples_that_hold_the_same_as_others_are_said(tmp_path: Path) -> None:
    """Four texts, ten times each."""
    with review_session(tmp_path / "a.granview") as session:
        (verdict,) = read_verdicts(session, LADDERS, VerdictQuery())
    assert [(each.n, each.total) for each in verdict.caveats if each.kind is CaveatKind.COPIES] == [(36, 40)]
