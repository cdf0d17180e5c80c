from granview.scoring.instances.coco_matching import match_detections
from tests.helpers.instance_sets import coco_picture

ALL = (1 << 10) - 1


def decided(*args, **named) -> tuple[list[int], list[int]]:
    """Right and wrong bits in the range of all areas."""
    rows = match_detections(coco_picture(*args, **named).pair())
    return rows.right[:, 0].tolist(), rows.wrong[:, 0].tolist()


def test_the_surer_of_two_takes_the_object_and_the_other_is_wrong():
    box = [0, 0, 10, 10]
    assert decided([box], [box, box], [0.5, 0.9]) == ([ALL, 0], [0, ALL])


def test_an_iou_of_exactly_a_half_is_enough():
    assert decided([[0, 0, 10, 10]], [[0, 0, 10, 5]], [0.9]) == ([1], [ALL - 1])


def test_a_detection_takes_another_object_where_its_best_is_taken():
    boxes = [[0, 0, 10, 10], [0, 0, 10, 8]]
    right, wrong = decided(boxes, [[0, 0, 10, 10], [0, 0, 10, 10]], [0.9, 0.8])
    assert right == [ALL, 0b1111111]
    assert wrong == [0, ALL - 0b1111111]


def test_many_detections_in_a_crowd_are_neither_right_nor_wrong():
    inside = [[0, 0, 10, 10], [10, 10, 20, 20]]
    assert decided([[0, 0, 100, 100]], inside, [0.9, 0.8], crowd=[0]) == ([0, 0], [0, 0])


def test_an_object_that_counts_goes_before_a_crowd_that_is_overlapped_more():
    boxes = [[0, 0, 100, 100], [0, 0, 10, 8]]
    right, wrong = decided(boxes, [[0, 0, 10, 10]], [0.9], crowd=[0])
    assert right == [0b1111111]
    assert wrong == [0]


def test_classes_are_apart():
    box = [0, 0, 10, 10]
    rows = match_detections(coco_picture([box], [box], [0.9], classes=[1], found_classes=[0]).pair())
    assert rows.right.tolist() == [[0, 0, 0, 0]]
    assert rows.class_id.tolist() == [0]


def test_ranges_ignore_what_is_outside():
    """A small object found by a large box: wrong among all and large ones; in the small range the miss is excused."""
    rows = match_detections(coco_picture([[0, 0, 10, 10]], [[0, 0, 100, 100]], [0.9]).pair())
    assert rows.wrong.tolist() == [[ALL, 0, 0, ALL]]
    rows = match_detections(coco_picture([[0, 0, 10, 10]], [[0, 0, 10, 10]], [0.9]).pair())
    assert rows.right.tolist() == [[ALL, ALL, 0, 0]]
    assert rows.wrong.tolist() == [[0, 0, 0, 0]]


def test_rows_are_class_by_class_and_the_surest_first():
    box = [0, 0, 10, 10]
    rows = match_detections(
        coco_picture([], [box] * 4, [0.1, 0.7, 0.9, 0.7], found_classes=[1, 0, 1, 0]).pair(), most=1
    )
    assert rows.class_id.tolist() == [0, 1]
    assert rows.place.tolist() == [1, 0]
    assert rows.rank.tolist() == [0, 0]
