import subprocess
import sys

import numpy as np
import pytest

from granview.core.errors import ShapeError
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.truths.mask import ReferenceMask
from granview.core.unit import merge_statistics, pack_statistics, pack_units, unpack_statistics, unpack_units
from granview.tasks.base import TASKS, Scores
from tests.helpers.label_maps import blobs, erring, label_map, label_set, numbered_labels

TASK = TASKS.get("image-segmentation")
NAMES = [column.name for column in TASK.columns]


def score(reference: np.ndarray, prediction: np.ndarray, n_classes: int = 3, **params: object) -> Scores:
    labels = numbered_labels(n_classes)
    return TASK.score(LabelMap(prediction), labels, ReferenceMask(reference, labels), RunParams(**params))


def metrics(scores: Scores) -> dict[str, float | None]:
    return TASK.metrics(scores.statistics)


def test_columns_are_those_of_the_results_table():
    assert NAMES == ["pixel_accuracy", "miou", "dice", "boundary_iou", "boundary_f", "fine_recall", "void_share"]


def test_hand_worked_sample():
    scores = score(label_map("0011\n0011"), label_map("0111\n0011"), 2)
    found = metrics(scores)
    assert found["pixel_accuracy"] == pytest.approx(7 / 8)
    assert found["miou"] == pytest.approx((3 / 4 + 4 / 5) / 2)
    assert found["dice"] == pytest.approx((6 / 7 + 8 / 9) / 2)
    assert found["fine_recall"] == pytest.approx((3 / 4 + 1) / 2)
    zero, one = TASK.class_metrics(scores.statistics)
    assert (zero["recall"], zero["precision"], zero["pixels"]) == (pytest.approx(3 / 4), 1.0, 4.0)
    assert (one["recall"], one["precision"], one["pixels"]) == (1.0, pytest.approx(4 / 5), 4.0)


def test_a_perfect_prediction_has_one_in_every_column():
    reference = blobs(64, 80, 4, seed=0, blob_px=8)
    reference[5:9] = 255
    reference[30, 30] = 3
    n_void = np.count_nonzero(reference == 255)
    expected = dict.fromkeys(NAMES, 1.0) | {"void_share": n_void / reference.size}
    assert metrics(score(reference, reference % 4, 4)) == expected


@pytest.mark.parametrize("seed", range(5))
def test_every_value_lies_between_zero_and_one(seed: int):
    generator = np.random.default_rng(seed)
    reference = blobs(40, 50, 5, seed, blob_px=int(generator.integers(2, 20)))
    reference[generator.random(reference.shape) < 0.1] = 255
    scores = score(reference, erring(blobs(40, 50, 5, seed + 1), 5, seed, share=0.3), 5)
    assert all(0 <= value <= 1 for value in metrics(scores).values() if value is not None)
    assert np.nanmin(scores.units.score) >= 0
    assert np.nanmax(scores.units.score) <= 1


@pytest.mark.parametrize("seed", range(3))
def test_permuting_the_classes_changes_no_mean(seed: int):
    reference = blobs(40, 50, 4, seed, blob_px=10)
    prediction = erring(reference, 4, seed, share=0.2)
    order = np.random.default_rng(seed).permutation(4).astype(np.uint8)
    assert metrics(score(order[reference], order[prediction], 4)) == pytest.approx(
        metrics(score(reference, prediction, 4))
    )


def test_mirroring_both_changes_no_value():
    reference = blobs(40, 50, 4, seed=1, blob_px=10)
    prediction = erring(reference, 4, seed=1, share=0.2)
    mirrored = score(reference[:, ::-1], prediction[:, ::-1], 4)
    assert metrics(mirrored) == pytest.approx(metrics(score(reference, prediction, 4)))


def test_merged_pixels_are_those_of_the_concatenation():
    maps = [(blobs(20, 30, 3, seed, blob_px=6), seed) for seed in range(4)]
    pairs = [(reference, erring(reference, 3, seed, share=0.3)) for reference, seed in maps]
    together = merge_statistics(score(*pair).statistics for pair in pairs)
    reference, prediction = (np.concatenate(side) for side in zip(*pairs, strict=True))
    whole = score(reference, prediction).statistics
    assert np.array_equal(together["pixels"], whole["pixels"])
    for name in ("pixel_accuracy", "miou", "dice"):
        assert TASK.metrics(together)[name] == TASK.metrics(whole)[name]


def test_merged_boundaries_and_regions_are_sums():
    gap = np.full((20, 30), 255, np.uint8)
    maps = [blobs(40, 30, 3, seed, blob_px=6) for seed in range(2)]
    pairs = [(reference, erring(reference, 3, seed=5)) for reference in maps]
    parts = [score(*pair).statistics for pair in pairs]
    together = merge_statistics(parts)
    apart = np.concatenate([pairs[0][0], gap, pairs[1][0]]), np.concatenate([pairs[0][1], gap, pairs[1][1]])
    assert together["fine_regions"] == pytest.approx(score(*apart).statistics["fine_regions"])
    for name in ("bands", "contours"):
        assert np.array_equal(together[name], parts[0][name] + parts[1][name])


def test_void_is_scored_nowhere():
    reference = label_map("0011#\n0011#")
    one, other = score(reference, label_map("00110\n00110")), score(reference, label_map("00111\n00112"))
    assert metrics(one) == metrics(other)
    assert metrics(one)["miou"] == 1.0


def test_all_void_has_no_values():
    scores = score(np.full((9, 9), 255, np.uint8), np.zeros((9, 9), np.uint8))
    assert metrics(scores) == dict.fromkeys(NAMES) | {"void_share": 1.0}
    assert len(scores.units) == 0


def test_empty_mask_is_left_out_when_the_prediction_is_empty_too():
    empty = np.zeros((9, 9), np.uint8)
    scores = score(empty, empty, 2)
    assert metrics(scores)["miou"] == 1.0
    assert TASK.class_metrics(scores.statistics)[1] == {
        **dict.fromkeys(("iou", "dice", "recall", "precision", "boundary_iou", "boundary_f")),
        "pixels": 0.0,
    }


def test_a_class_invented_on_an_empty_mask_counts_as_zero():
    empty, prediction = np.zeros((10, 10), np.uint8), np.zeros((10, 10), np.uint8)
    prediction[4, 4] = 1
    assert metrics(score(empty, prediction, 2))["miou"] == pytest.approx(0.99 / 2)


def test_a_class_the_model_lacks_counts_as_missed_with_a_notice():
    labels, reference_labels = label_set("sky"), label_set("sky", "pole")
    prediction = LabelMap(label_map("00"))
    scores = TASK.score(prediction, labels, ReferenceMask(label_map("01"), reference_labels), RunParams())
    assert metrics(scores)["miou"] == pytest.approx(1 / 4)
    assert scores.notices == ("The model has no class for: pole. It counts as missed.",)


def test_a_class_the_reference_lacks_is_wrong_where_there_is_a_class():
    labels, reference_labels = label_set("sky", "bird"), label_set("sky")
    scores = TASK.score(
        LabelMap(label_map("0011")), labels, ReferenceMask(label_map("000#"), reference_labels), RunParams()
    )
    assert metrics(scores)["pixel_accuracy"] == pytest.approx(2 / 3)
    assert metrics(scores)["miou"] == pytest.approx(2 / 3)
    assert scores.class_map.targets == (0, None)
    assert scores.notices == (
        "25 % of the reference's pixels are void and not scored.",
        "33 % of the pixels that it predicts belong to classes that count for none: bird.",
    )


def test_no_class_in_common_has_no_values_and_says_so():
    scores = TASK.score(
        LabelMap(label_map("0")), label_set("dog"), ReferenceMask(label_map("0"), label_set("cell")), RunParams()
    )
    assert scores.statistics == {}
    assert metrics(scores) == dict.fromkeys(NAMES)
    assert len(scores.units) == 0
    assert set(scores.units.extra) == {"class_id", "taken_for", *TASK.unit_columns} - {"class"}
    assert scores.notices[0].startswith(
        "No class of the model has the name of the reference's class 'cell', so nothing is scored"
    )


def test_edits_bring_classes_together():
    params = RunParams(class_edits={"dog": "cell"})
    scores = TASK.score(
        LabelMap(label_map("00")), label_set("dog"), ReferenceMask(label_map("00"), label_set("cell")), params
    )
    assert metrics(scores)["miou"] == 1.0


def test_values_beyond_the_classes_are_not_scored_and_said():
    scores = score(label_map("0179"), label_map("0111"), 2)
    assert metrics(scores)["pixel_accuracy"] == 1.0
    assert scores.notices == (
        "2 reference pixels hold values without a class name (7, 9); they are not scored.",
        "50 % of the reference's pixels are void and not scored.",
    )


def test_the_share_of_void_adds_up_over_samples_and_is_said_where_it_is_large():
    small, large = np.zeros((10, 10), np.uint8), np.zeros((10, 30), np.uint8)
    small[:4], large[0, :6] = 255, 255
    parts = [score(reference, np.zeros_like(reference), 2) for reference in (small, large)]
    assert [metrics(part)["void_share"] for part in parts] == [0.4, 0.02]
    assert [part.notices for part in parts] == [("40 % of the reference's pixels are void and not scored.",), ()]
    merged = merge_statistics(part.statistics for part in parts)
    assert TASK.metrics(merged)["void_share"] == 46 / 400


def test_statistics_of_before_the_share_of_void_was_counted_still_have_their_metrics():
    statistics = dict(score(label_map("01"), label_map("01"), 2).statistics)
    del statistics["void"]
    assert TASK.metrics(statistics) | {"fine_recall": None} == {
        **dict.fromkeys(NAMES, 1.0), "fine_recall": None, "void_share": None,
    }  # fmt: skip


def test_tolerance_reaches_the_boundary_score():
    reference = label_map(" ".join(["..1....."] * 5))
    prediction = np.roll(reference, 2, axis=1)
    strict, loose = (score(reference, prediction, 2, boundary_tolerance_px=px) for px in (1.0, 2.0))
    assert TASK.class_metrics(strict.statistics)[1]["boundary_f"] == 0.0
    assert TASK.class_metrics(loose.statistics)[1]["boundary_f"] == 1.0


def test_merged_class_metrics_and_means_agree():
    reference = blobs(40, 40, 4, seed=3, blob_px=8)
    scores = score(reference, erring(reference, 4, seed=3, share=0.3), 4)
    rows = TASK.class_metrics(scores.statistics)
    for mean, name in (
        ("miou", "iou"),
        ("dice", "dice"),
        ("boundary_iou", "boundary_iou"),
        ("boundary_f", "boundary_f"),
    ):
        assert metrics(scores)[mean] == pytest.approx(np.mean([row[name] for row in rows]))


def test_relabel_moves_rows_by_name():
    own, wanted = label_set("pole", "sky"), label_set("sky", "cell", "Pole")
    prediction, reference = LabelMap(label_map("0110")), label_map("0111")
    scores = TASK.score(prediction, own, ReferenceMask(reference, own), RunParams())
    moved = TASK.relabel(scores.statistics, own, wanted)
    assert moved["pixels"].tolist() == [[2, 3, 2], [0, 0, 0], [1, 1, 2]]
    assert TASK.metrics(moved) == TASK.metrics(scores.statistics)
    with pytest.raises(ValueError, match="lacks"):
        TASK.relabel(scores.statistics, own, label_set("sky"))


def test_scores_survive_the_pipe():
    reference = blobs(40, 40, 4, seed=3, blob_px=8)
    scores = score(reference, erring(reference, 4, seed=3), 4)
    assert TASK.metrics(unpack_statistics(pack_statistics(scores.statistics))) == metrics(scores)
    units = unpack_units(pack_units(scores.units))
    assert np.array_equal(units.score, scores.units.score)
    assert set(units.extra) == set(scores.units.extra)


def test_read_only_maps_are_scored():
    reference = blobs(30, 30, 3, seed=0)
    prediction = reference.copy()
    reference.flags.writeable = prediction.flags.writeable = False
    assert metrics(score(reference, prediction))["miou"] == 1.0


def test_many_classes_in_16_bits():
    reference = (np.arange(60 * 60, dtype=np.uint16) // 9).reshape(60, 60)
    labels = numbered_labels(400, void=65_535)
    prediction = reference.copy()
    prediction[:30] = 0
    scores = TASK.score(LabelMap(prediction), labels, ReferenceMask(reference, labels), RunParams())
    assert metrics(scores)["pixel_accuracy"] == pytest.approx((1800 + 9) / 3600)


def test_sizes_must_agree():
    with pytest.raises(ShapeError):
        score(label_map("00"), label_map("000"))


def test_metrics_load_no_opencv_and_no_torch():
    code = (
        "import sys, numpy as np\n"
        "from granview.tasks.base import TASKS\n"
        "counts = {'pixels': np.ones((2, 3)), 'bands': np.ones((2, 3)), 'contours': np.ones((2, 4)),\n"
        "          'fine_regions': np.ones(2)}\n"
        "TASKS.get('image-segmentation').metrics(counts)\n"
        "sys.exit(any(name in sys.modules for name in ('cv2', 'torch', 'PySide6', 'polars')))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
