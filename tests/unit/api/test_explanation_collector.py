"""Explanations from Python: asked of real lanes, kept, and measured by the reference's region."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import granview
from granview.api.explanation_collector import with_region
from granview.core.arrays import unpack
from granview.core.explain_query import ExplainQuery, MaskPlace, PointPlace, SpanPlace
from granview.core.sample import Reference, Sample
from granview.core.text import Span, TextInput, TextReference


@pytest.fixture
def picture(tmp_path: Path) -> Sample:
    noise = np.random.default_rng(1).integers(0, 255, (64, 96, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    mask = np.zeros((64, 96), np.uint8)
    mask[10:20, 10:30] = 1
    mask[40:60, 70:90] = 1
    Image.fromarray(mask).save(tmp_path / "noise_mask.png")
    return Sample("noise", str(tmp_path / "noise.png"), reference=Reference(str(tmp_path / "noise_mask.png")))


@pytest.mark.slow
def test_lanes_are_asked_once_they_have_run(picture: Sample) -> None:
    assert picture.reference is not None
    query = ExplainQuery("attention", PointPlace(20, 15))
    lanes = ["zoo:segformer-nano", "zoo:unet-nano"]
    found = granview.compare(
        lanes,
        picture.path,
        picture.reference.path,
        explain=[query],
        mask_values={0: "background", 1: "foreground"},
        device="cpu",
        threads=1,
    )
    with found:
        answer = found.explanation("noise", "segformer-nano", query)
        assert answer is not None
        assert answer.weights.values.sum() == pytest.approx(1, abs=1e-4)
        assert answer.numbers is not None
        assert 0 <= answer.numbers["share_inside"] <= 1
        table = found.explanations()
        assert table["lane"].to_list() == ["segformer-nano"]
        assert table["place"].to_list() == ["point 20,15"]
        ((sample, lane, why),) = found.unexplained
        assert (sample, lane) == ("noise", "unet-nano")
        assert why.startswith("Attention: this network has no attention"), "the method is named once"
        assert found.explanation("noise", "segformer-nano", ExplainQuery("rollout")) is None


def test_the_region_is_the_reference_s_own_at_the_place(picture: Sample) -> None:
    asked = with_region(picture, ExplainQuery("attention", PointPlace(75, 45)))
    assert isinstance(asked.region, MaskPlace)
    region = unpack(asked.region.mask)
    assert region.sum() == 400
    assert region[40:60, 70:90].all()


def test_of_a_text_it_is_the_entity() -> None:
    truth = TextReference(entities=(Span(0, 4, "PER"), Span(10, 16, "LOC")))
    sample = Sample("t", "", kind="text", text=TextInput.of("Anna went London"), reference=Reference("", text=truth))
    assert with_region(sample, ExplainQuery("rollout", SpanPlace(12, 13))).region == SpanPlace(10, 16)
    assert with_region(sample, ExplainQuery("rollout", SpanPlace(5, 9))).region is None


def test_without_a_reference_or_a_point_the_query_stays(picture: Sample) -> None:
    everywhere = ExplainQuery("rollout")
    assert with_region(picture, everywhere) == everywhere
    bare = Sample("noise", picture.path)
    assert with_region(bare, ExplainQuery("rollout", PointPlace(1, 1))).region is None
