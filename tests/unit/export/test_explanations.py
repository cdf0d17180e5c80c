"""Answers as files: raw values come back from ``.npz``, heat maps share one scale."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.colormap import HEAT
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import HeatMaps
from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.export.heat_map_pages import OPACITY
from granview.export.output_files import write_outputs
from granview.export.output_plan import OutputKind
from granview.store.session import Session
from tests.helpers.explanations import QUERY, heat, words


@pytest.fixture
def session(tmp_path: Path) -> Session:
    Image.new("RGB", (8, 4), (0, 0, 0)).save(tmp_path / "a.png")
    made = Session.create(tmp_path / "s.granview")
    made.add_samples([Sample("a", str(tmp_path / "a.png")), Sample("t", "", kind="text", text=TextInput.of("a bc d"))])
    made.add_lane(LaneSpec("left", "zoo:segformer-nano"))
    made.add_lane(LaneSpec("right", "zoo:segformer-small"))
    return made


def test_values_pictures_pages_and_tables_are_written(session: Session, tmp_path: Path) -> None:
    with session:
        for lane, peak in (("left", (0, 0)), ("right", (1, 3))):
            session.keep_explanation("a", lane, QUERY, heat(peak).packed())
        session.keep_explanation("t", "left", ExplainQuery("rollout"), words().packed())
        exported = write_outputs(session, tmp_path / "out", parts=[OutputKind.EXPLANATIONS])
    assert exported.problems == []
    home = tmp_path / "out" / "explanations"
    with np.load(home / "left" / "a.attention.npz") as found:
        np.testing.assert_array_equal(found["values"], heat((0, 0)).weights.values)
        np.testing.assert_array_equal(found["box_xyxy_px"], [0, 0, 8, 4])
    with np.load(home / "left" / "t.rollout.npz") as found:
        assert list(found["pieces"]) == ["a", "bc", "d"]
        np.testing.assert_array_equal(found["offsets"], [[0, 1], [2, 4], [5, 6]])
    with Image.open(home / "right" / "a.attention.png") as picture:
        assert picture.size == (8, 4)
    for page in ("a.attention.png", "t.rollout.png", "left/t.rollout.png"):
        assert (home / page).is_file()
    assert (tmp_path / "out" / "explanations.csv").read_text().count("\n") == 4
    assert (tmp_path / "out" / "explanation_similarity.csv").read_text().count("\n") == 2


def test_two_questions_of_one_method_have_files_of_their_own(session: Session, tmp_path: Path) -> None:
    with session:
        for head in (0, 1):
            session.keep_explanation("a", "left", ExplainQuery("attention", head=head), heat((0, head)).packed())
        write_outputs(session, tmp_path / "out", parts=[OutputKind.EXPLANATIONS])
    home = tmp_path / "out" / "explanations" / "left"
    assert {path.name for path in home.glob("*.npz")} == {"a.attention.npz", "a.attention-2.npz"}


def test_a_session_that_was_asked_nothing_writes_nothing(session: Session, tmp_path: Path) -> None:
    with session:
        assert write_outputs(session, tmp_path / "out", parts=[OutputKind.EXPLANATIONS]).paths == []


def test_maps_of_gradients_are_each_on_their_own_scale(session: Session, tmp_path: Path) -> None:
    weak = heat((0, 0))
    assert isinstance(weak.weights, HeatMaps)
    faint = replace(weak, weights=HeatMaps(weak.weights.values / 100, weak.weights.box_xyxy_px))
    drawn = {}
    with session:
        for method in ("attention", "grad-cam"):
            session.keep_explanation("a", "left", ExplainQuery(method), faint.packed())
            session.keep_explanation("a", "right", ExplainQuery(method), heat((0, 0)).packed())
            write_outputs(session, tmp_path / method, parts=[OutputKind.EXPLANATIONS])
            with Image.open(tmp_path / method / "explanations" / "left" / f"a.{method}.png") as picture:
                drawn[method] = np.asarray(picture)[0, 0].tolist()
    assert drawn["grad-cam"] == np.round(HEAT[255] * OPACITY).tolist()
    assert drawn["attention"] != drawn["grad-cam"], "attention compares: on one scale the weak one stays dark"


def test_lanes_stand_in_their_order_whoever_answered_first(session: Session) -> None:
    with session:
        session.keep_explanation("a", "right", QUERY, heat((0, 0)).packed())
        session.keep_explanation("a", "left", QUERY, heat((0, 1)).packed())
        write_outputs(session, session.path.parent / "out", parts=[OutputKind.EXPLANATIONS])
    lines = (session.path.parent / "out" / "explanations.csv").read_text().splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["left", "right"]
