import io
import re
import zlib
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import ArgumentError, InputError
from granview.core.sample import Sample
from granview.export.comparison_pages import ComparisonPages
from granview.export.layout import lay_out
from granview.export.overlay import OPACITY, blend
from granview.export.page import Picture
from granview.export.picture_page import picture_page
from granview.store.session import Session
from tests.helpers.scored import SIZE, predicted_labels, reference_labels, scored_session
from tests.helpers.store import LABELS


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return scored_session(tmp_path / "a.granview", samples=2)


def test_png_holds_every_picture_pixel_for_pixel(session: Session, tmp_path: Path) -> None:
    pages = ComparisonPages(session)
    page = lay_out(picture_page(pages.request("s1")))
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
    content = picture_page(ComparisonPages(session, lanes=["poor", "good"]).request("s0"))
    assert [panel.title for panel in content.panels] == ["Image", "Reference", "poor", "good"]
    with pytest.raises(ArgumentError, match="no lane 'other'"):
        ComparisonPages(session, lanes=["other"])


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
