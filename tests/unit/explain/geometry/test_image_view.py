import numpy as np
import pytest

from granview.core.arrays import pack
from granview.core.errors import ArgumentError, ShapeError
from granview.core.explain_query import BoxPlace, MaskPlace, PointPlace, SpanPlace
from granview.explain.geometry.image_view import ImageView, overlaps, shares

VIEW = ImageView((100, 200), (32, 64))
CROPPED = ImageView((100, 200), (32, 32), (50, 0, 150, 100))
PADDED = ImageView((100, 200), (32, 32), (0, 0, 200, 200))


def test_a_point_has_the_cell_it_lies_in() -> None:
    assert VIEW.cells_of(PointPlace(0, 0), 4, 8).tolist() == [0]
    assert VIEW.cells_of(PointPlace(199.9, 99.9), 4, 8).tolist() == [31]
    assert VIEW.cells_of(PointPlace(25, 24.9), 4, 8).tolist() == [1]
    assert CROPPED.cells_of(PointPlace(50, 0), 4, 4).tolist() == [0]
    assert PADDED.cells_of(PointPlace(199, 99), 4, 4).tolist() == [7]


@pytest.mark.parametrize("point", [PointPlace(49, 10), PointPlace(150, 10), PointPlace(199, 99)])
def test_a_point_that_the_model_does_not_see_is_an_error(point: PointPlace) -> None:
    with pytest.raises(ArgumentError, match="outside of what the model is given"):
        CROPPED.cells_of(point, 4, 4)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (PointPlace(900, 90), r"The place 900, 90 is outside of the image \(200 x 100\)"),
        (PointPlace(60, -1), r"The place 60, -1 is outside of the image \(200 x 100\)"),
        (PointPlace(60, 100), "outside of the image"),
        (BoxPlace(300, 300, 310, 310), r"The place 305, 305 is outside of the image \(200 x 100\)"),
    ],
)
def test_a_place_beyond_the_image_is_said_with_the_images_size(place: PointPlace | BoxPlace, said: str) -> None:
    for view in (VIEW, CROPPED, PADDED):
        with pytest.raises(ArgumentError, match=said):
            view.cells_of(place, 4, 8)


def test_a_box_has_the_cells_whose_centres_it_covers() -> None:
    assert VIEW.cells_of(BoxPlace(0, 0, 50, 50), 4, 8).tolist() == [0, 1, 8, 9]
    assert VIEW.cells_of(BoxPlace(26, 26, 28, 28), 4, 8).tolist() == [9]


def test_a_mask_has_the_cells_it_covers_by_half() -> None:
    mask = np.zeros((100, 200), bool)
    mask[:25, :40] = True
    assert VIEW.cells_of(MaskPlace(pack(mask)), 4, 8).tolist() == [0, 1]
    mask[:, :] = False
    mask[60, 190] = True
    assert VIEW.cells_of(MaskPlace(pack(mask)), 4, 8).tolist() == [23]
    with pytest.raises(ArgumentError, match="region is outside"):
        CROPPED.cells_of(MaskPlace(pack(mask)), 4, 4)


def test_a_mask_must_be_of_the_images_size() -> None:
    with pytest.raises(ShapeError, match=r"\(100, 200\)"):
        VIEW.covered(np.zeros((10, 10), bool), 4, 8)


def test_text_is_no_place_in_an_image() -> None:
    with pytest.raises(ArgumentError, match="Point at pixels"):
        VIEW.cells_of(SpanPlace(0, 1), 4, 8)


def test_cover_counts_cut_cells_and_padding() -> None:
    mask = np.ones((100, 200), bool)
    assert VIEW.covered(mask, 3, 7) == pytest.approx(1)
    padded = PADDED.covered(mask, 4, 4)
    assert padded[:2] == pytest.approx(1)
    assert padded[2:] == pytest.approx(0)
    box = VIEW.cover_of(BoxPlace(0, 0, 100, 50), 1, 2)
    assert box == pytest.approx(np.array([[0.5, 0]]))
    assert VIEW.cover_of(PointPlace(0, 0), 1, 2).tolist() == [[1, 0]]


def test_shares_are_means_by_area() -> None:
    values = np.array([[0, 3, 6]], np.float32)
    assert shares(values, 1, 2) == pytest.approx(np.array([[1.0, 5.0]]))
    assert overlaps(2, 3) == pytest.approx(np.array([[2 / 3, 1 / 3, 0], [0, 1 / 3, 2 / 3]]))
