import msgspec
import numpy as np
import pytest

from granview.core import rle
from granview.core.arrays import pack
from granview.core.errors import GranViewError, NotFinite, ShapeError
from granview.core.labels import LabelSet
from granview.core.prediction import pack_prediction, unpack_prediction
from granview.core.predictions.instances import Instances, PackedInstances

LABELS = LabelSet(("cell", "nucleus"), ((0, 0, 0), (9, 9, 9)))
SIZE = (20, 30)


def outlined(*boxes: tuple[int, int, int, int], scores: list[float] | None = None) -> Instances:
    """Rectangles with their masks, of the classes 0, 1, 0, …"""
    masks = []
    for left, top, right, bottom in boxes:
        mask = np.zeros(SIZE, bool)
        mask[top:bottom, left:right] = True
        masks.append(rle.encode(mask))
    n = len(boxes)
    return Instances.of_model(np.array(boxes), np.arange(n) % 2, scores or np.ones(n), SIZE, tuple(masks))


THREE = outlined((0, 0, 4, 5), (10, 10, 12, 12), (20, 3, 30, 20), scores=[0.9, 0.4, 0.5])


def test_what_travels_comes_back() -> None:
    back = unpack_prediction(pack_prediction(THREE))

    assert isinstance(back, Instances)
    for name in ("boxes_xyxy", "class_ids", "scores", "is_crowd", "is_stuff"):
        ours, theirs = getattr(THREE, name), getattr(back, name)
        assert np.array_equal(ours, theirs)
        assert ours.dtype == theirs.dtype
        assert not theirs.flags.writeable
    assert (back.masks, back.size) == (THREE.masks, SIZE)


@pytest.mark.parametrize("masks", [None, ()])
def test_a_picture_without_any_object_comes_back(masks: tuple | None) -> None:
    nothing = Instances.of_model([], [], [], SIZE, masks)

    back = unpack_prediction(pack_prediction(nothing))

    assert len(back) == 0
    assert back.masks == masks
    assert back.fits(SIZE)


def test_flags_travel_where_there_are_any() -> None:
    marked = msgspec.structs.replace(
        THREE.packed(), is_crowd=pack(np.array([1, 0, 0], bool)), is_stuff=pack(np.array([0, 0, 1], bool))
    ).unpacked()

    back = unpack_prediction(pack_prediction(marked))

    assert back.is_crowd.tolist() == [True, False, False]
    assert back.is_stuff.tolist() == [False, False, True]


def test_sure_ones_are_counted_by_class() -> None:
    assert dict(THREE.class_amounts(LABELS).amounts) == {"cell": 2, "nucleus": 0}
    assert THREE.class_amounts(LABELS).measure == "count"


def test_crowds_and_unknown_classes_are_not_counted() -> None:
    flags = np.array([True, False, False])
    crowd = Instances(
        THREE.boxes_xyxy, np.array([0, 0, 7], np.uint16), np.ones(3, np.float32), SIZE, None, flags, ~flags & False
    )
    assert dict(crowd.class_amounts(LABELS).amounts) == {"cell": 1, "nucleus": 0}


def test_some_are_chosen_by_score_or_place() -> None:
    assert THREE.surer_than(0.5).boxes_xyxy[:, 0].tolist() == [0, 20]
    turned = THREE.chosen(np.array([2, 0]))
    assert turned.masks == (THREE.masks[2], THREE.masks[0])
    assert len(THREE.surer_than(1.0)) == 0


def test_those_are_shown_that_are_sure_enough() -> None:
    assert len(THREE.shown({})) == 2
    assert len(THREE.shown({"score_threshold": 0.0})) == 3


def test_areas_are_those_of_the_masks_else_of_the_boxes() -> None:
    assert THREE.areas_px().tolist() == [20, 4, 170]
    boxes = Instances.of_model(THREE.boxes_xyxy + [0, 0, 0.5, 0], THREE.class_ids, THREE.scores, SIZE)
    assert boxes.areas_px().tolist() == [22.5, 5, 178.5]


def test_it_fits_the_picture_of_its_size() -> None:
    assert THREE.fits((20, 30))
    assert not THREE.fits((30, 20))


def test_its_size_counts_the_masks() -> None:
    bare = Instances.of_model(THREE.boxes_xyxy, THREE.class_ids, THREE.scores, SIZE)
    assert THREE.size_bytes == bare.size_bytes + sum(len(mask.counts) for mask in THREE.masks)


def test_fifty_objects_are_stored_in_less_than_their_run_lengths() -> None:
    size, rng = (540, 960), np.random.default_rng(0)
    rows, columns = np.ogrid[: size[0], : size[1]]
    masks = tuple(
        rle.encode(np.hypot(rows - y, columns - x) + 3 * np.sin(rows / 5) <= 30)
        for y, x in zip(rng.integers(0, 540, 50), rng.integers(0, 960, 50), strict=True)
    )
    found = Instances.of_model(rle.boxes_xyxy(masks), np.zeros(50), rng.random(50), size, masks)

    assert len(pack_prediction(found)) < sum(len(mask.counts) for mask in masks)


@pytest.mark.parametrize(
    ("part", "value", "error"),
    [
        ("boxes_xyxy", np.zeros((2, 4), np.float32), ShapeError),
        ("boxes_xyxy", np.array([[4, 0, 0, 5]] * 3, np.float32), GranViewError),
        ("boxes_xyxy", np.array([[0, 0, 1e9, 5]] * 3, np.float32), GranViewError),
        ("boxes_xyxy", np.full((3, 4), np.nan, np.float32), NotFinite),
        ("scores", np.full(3, np.inf, np.float32), NotFinite),
        ("scores", np.ones((3, 1), np.float32), ShapeError),
        ("class_ids", np.zeros((1, 1), np.uint16), GranViewError),
        ("class_ids", np.zeros(200_000, np.uint16), GranViewError),
        ("counts", np.frombuffer(b"0\n0", np.uint8), GranViewError),
        ("counts", np.frombuffer(b"\n\n\xff", np.uint8), GranViewError),
        ("is_crowd", np.zeros(4, bool), ShapeError),
    ],
)
def test_damage_is_said(part: str, value: np.ndarray, error: type[GranViewError]) -> None:
    damaged: PackedInstances = msgspec.structs.replace(THREE.packed(), **{part: pack(value)})
    with pytest.raises(error):
        unpack_prediction(msgspec.msgpack.encode(damaged))


def test_masks_of_another_size_are_refused() -> None:
    with pytest.raises(ShapeError, match="A mask"):
        Instances.of_model(THREE.boxes_xyxy, THREE.class_ids, THREE.scores, (20, 31), THREE.masks)


def test_a_size_that_no_picture_has_is_refused() -> None:
    with pytest.raises(GranViewError):
        msgspec.structs.replace(THREE.packed(), size=(1 << 20, 1 << 20)).unpacked()
