import itertools
from pathlib import Path

import pytest
from PIL import Image

from granview.core.lane import LaneSpec
from granview.export.comparison_pages import ComparisonPages
from granview.export.layout import lay_out
from granview.export.page import Picture, Text
from granview.export.picture_page import picture_page
from granview.store.session import Session
from tests.helpers.scored import scored_session
from tests.helpers.store import LABELS, failure


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return scored_session(tmp_path / "a.granview", samples=2)


def test_captions_name_params_time_and_the_best_metric(session: Session) -> None:
    _, _, good, poor = picture_page(ComparisonPages(session).request("s1")).panels
    assert [detail.text for detail in good.details] == [
        "31.0 k parameters · fp32 · cpu",
        "3.00 ms forward",
        "mIoU 1.000 · best",
        "Boundary IoU 1.000 · best",
    ]
    assert [detail.strong for detail in good.details] == [False, False, True, True]
    assert not any(detail.strong for detail in poor.details)


def test_nothing_overlaps_and_nothing_leaves_the_page(session: Session) -> None:
    page = lay_out(picture_page(ComparisonPages(session).request("s0")))
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
    content = picture_page(ComparisonPages(session).request("s0"))
    assert [(entry.name, entry.color) for entry in content.legend] == list(
        zip(LABELS.names, LABELS.colors, strict=True)
    )


def test_a_lane_without_a_mask_says_why_over_its_picture(session: Session) -> None:
    session.record([failure("poor", session.samples()[0], request_id=99)])
    session.add_lane(LaneSpec("idle", "zoo:idle"))
    poor, idle = picture_page(ComparisonPages(session).request("s0")).panels[-2:]
    assert poor.message == "s0.png is truncated. Save it again."
    assert idle.message == "Not run."


def test_a_picture_of_another_size_than_when_it_ran_is_said(session: Session, tmp_path: Path) -> None:
    Image.new("RGB", (9, 7)).save(tmp_path / "pictures" / "s0.png")
    panels = picture_page(ComparisonPages(session).request("s0")).panels
    assert "s0_mask.png is 64 x 48 pixels" in panels[1].message
    assert panels[2].message.startswith("The picture has another size now")


def test_the_foot_speaks_of_predictions_of_whatever_type(session: Session) -> None:
    page = lay_out(picture_page(ComparisonPages(session).request("s0")))
    (foot,) = (item.text for item in page.items if isinstance(item, Text) and item.text.startswith("GranView "))
    assert foot.endswith("pictures at native size · predictions at 55% opacity")
