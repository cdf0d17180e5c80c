import io
import itertools
import re
import zlib
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import ArgumentError, InputError
from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.export.comparison_pages import ComparisonPages
from granview.export.layout import lay_out
from granview.export.overlay import OPACITY, blend
from granview.export.page import Picture, Text
from granview.store.session import Session
from tests.helpers.scored import SIZE, predicted_labels, reference_labels, scored_session
from tests.helpers.store import LABELS, failure


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return scored_session(tmp_path / "a.granview", samples=2)


def test_png_holds_every_picture_pixel_for_pixel(session: Session, tmp_path: Path) -> None:
    pages = ComparisonPages(session)
    page = lay_out(pages.content("s1"))
    pages.save("s1", tmp_path / "s1.png")
    drawn = np.asarray(Image.open(tmp_path / "s1.png"))
    assert drawn.shape == (page.height, page.width, 3)
    original = np.asarray(Image.open(tmp_path / "pictures" / "s1.png"))
    expected = {
        "Image": original,
        "Reference": blend(original, reference_labels(1), LABELS, OPACITY),
        "good": blend(original, predicted_labels(1, 0), LABELS, OPACITY),
        "poor": blend(original, predicted_labels(1, 3), LABELS, OPACITY),
    }
    pictures = [item for item in page.items if isinstance(item, Picture)]
    assert [picture.title for picture in pictures] == list(expected)
    for picture in pictures:
        assert (picture.height, picture.width) == SIZE
        area = drawn[picture.y : picture.y + picture.height, picture.x : picture.x + picture.width]
        np.testing.assert_array_equal(area, expected[picture.title])


def test_captions_name_params_time_and_the_best_metric(session: Session) -> None:
    _, _, good, poor = ComparisonPages(session).content("s1").panels
    assert [detail.text for detail in good.details] == [
        "31.0 k parameters · fp32 · cpu",
        "3.00 ms forward",
        "mIoU 1.000 · best",
        "Boundary IoU 1.000 · best",
    ]
    assert [detail.strong for detail in good.details] == [False, False, True, True]
    assert not any(detail.strong for detail in poor.details)


def test_nothing_overlaps_and_nothing_leaves_the_page(session: Session) -> None:
    page = lay_out(ComparisonPages(session).content("s0"))
    pictures = [item for item in page.items if isinstance(item, Picture)]
    for left, right in itertools.pairwise(pictures):
        assert left.x + left.width < right.x
        assert left.y == right.y
    for text in (item for item in page.items if isinstance(item, Text)):
        assert text.x + page.typeface.width(text.text, text.size_px) <= page.width
        assert text.y <= page.height
        for picture in pictures:
            assert text.y < picture.y or text.y - text.size_px > picture.y + picture.height


def test_the_legend_has_the_classes_present_in_one_colour_each(session: Session) -> None:
    content = ComparisonPages(session).content("s0")
    assert [(entry.name, entry.color) for entry in content.legend] == list(
        zip(LABELS.names, LABELS.colors, strict=True)
    )


def test_svg_has_real_text_and_the_pictures(session: Session, tmp_path: Path) -> None:
    ComparisonPages(session).save("s1", tmp_path / "s1.svg")
    root = ElementTree.fromstring((tmp_path / "s1.svg").read_text("utf-8"))
    space = "{http://www.w3.org/2000/svg}"
    texts = [element.text for element in root.iter(f"{space}text")]
    assert {"s1", "good", "poor", "mIoU 1.000 · best", "membrane"} <= set(texts)
    images = list(root.iter(f"{space}image"))
    assert [(image.get("height"), image.get("width")) for image in images] == [(str(SIZE[0]), str(SIZE[1]))] * 4


def test_pdf_has_vector_text_and_lossless_pictures(session: Session, tmp_path: Path) -> None:
    ComparisonPages(session).save("s1", tmp_path / "s1.pdf")
    data = (tmp_path / "s1.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert {int(found) for found in re.findall(rb"/Height (\d+)", data)} == {SIZE[0]}
    assert {int(found) for found in re.findall(rb"/Width (\d+)", data)} == {SIZE[1]}
    assert b"/DCTDecode" not in data
    streams = [zlib.decompress(found) for found in re.findall(rb"stream\n(.*?)\nendstream", data, re.S)[:1]]
    assert b"BT" in streams[0]


def test_lanes_can_be_chosen_and_ordered(session: Session) -> None:
    content = ComparisonPages(session, lanes=["poor", "good"]).content("s0")
    assert [panel.title for panel in content.panels] == ["Image", "Reference", "poor", "good"]
    with pytest.raises(ArgumentError, match="no lane 'other'"):
        ComparisonPages(session, lanes=["other"])


def test_a_lane_without_a_mask_says_why_over_its_picture(session: Session) -> None:
    session.record([failure("poor", session.samples()[0], request_id=99)])
    session.add_lane(LaneSpec("idle", "zoo:idle"))
    poor, idle = ComparisonPages(session).content("s0").panels[-2:]
    assert poor.message == "s0.png is truncated. Save it again."
    assert idle.message == "Not run."


def test_a_picture_of_another_size_than_when_it_ran_is_said(session: Session, tmp_path: Path) -> None:
    Image.new("RGB", (9, 7)).save(tmp_path / "pictures" / "s0.png")
    panels = ComparisonPages(session).content("s0").panels
    assert "s0_mask.png is 64 x 48 pixels" in panels[1].message
    assert panels[2].message.startswith("The picture has another size now")


def test_what_cannot_be_made_is_refused_in_words(session: Session, tmp_path: Path) -> None:
    pages = ComparisonPages(session)
    with pytest.raises(ArgumentError, match=r"a\.gif has no known format"):
        pages.save("s0", tmp_path / "a.gif")
    with pytest.raises(ArgumentError, match="no sample 'zz'"):
        pages.save("zz", tmp_path / "a.png")
    session.add_samples([Sample("gone", str(tmp_path / "gone.png"))])
    with pytest.raises(InputError, match=r"gone\.png"):
        ComparisonPages(session).save("gone", tmp_path / "a.png")
    assert not (tmp_path / "a.png").exists()


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_names_with_letters_and_signs_of_any_kind_are_written(tmp_path: Path, suffix: str) -> None:
    name = "<É&\u0001ß>"
    with scored_session(tmp_path / "a.granview", samples=1, lanes=(name,)) as session:
        buffer = tmp_path / f"page{suffix}"
        ComparisonPages(session).save("s0", buffer)
        if suffix == ".svg":
            assert "<É&ß>" in [element.text for element in ElementTree.parse(buffer).iter()]
        if suffix == ".png":
            Image.open(io.BytesIO(buffer.read_bytes())).verify()
