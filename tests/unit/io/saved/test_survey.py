"""Which format files are of, what of them fits the samples, and what is said of what does not."""

import json
from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import ArgumentError, InputError
from granview.core.predictions.depth_map import DepthMap
from granview.core.predictions.instances import Instances
from granview.core.predictions.label_map import LabelMap
from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.saved_reading import SavedReading
from granview.io.saved.listing import list_saved
from granview.io.saved.matching import RecordIndex
from granview.io.saved.survey import recognized_formats, saved_tasks, survey_saved
from tests.helpers.images import noise, save
from tests.helpers.saved import described, read_for, reader_of

HEIGHT, WIDTH = 24, 32
INDICES = noise()[..., 0] % np.uint8(3)


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """A picture called ``scan``."""
    return picture(tmp_path, "scan")


def picture(folder: Path, name: str) -> Sample:
    (folder / "in").mkdir(exist_ok=True)
    return Sample(name, str(save(folder / "in" / f"{name}.png")))


def folder_of(tmp_path: Path, **files: np.ndarray) -> Path:
    """A folder of PNG files."""
    folder = tmp_path / "saved"
    folder.mkdir(exist_ok=True)
    for name, pixels in files.items():
        save(folder / f"{name}.png", pixels)
    return folder


def labels_in(folder: Path, sample: Sample, **options: str) -> tuple[np.ndarray, tuple[str, ...]]:
    """The label map of a sample, and the classes."""
    reader = reader_of(folder, "image-segmentation", **options)
    prediction = read_for(sample, reader).prediction
    assert isinstance(prediction, LabelMap)
    return prediction.labels, reader.labels.names


def objects_in(folder: Path, sample: Sample, task: str = "instance-segmentation", **options: str) -> Instances:
    prediction = read_for(sample, reader_of(folder, task, **options)).prediction
    assert isinstance(prediction, Instances)
    return prediction


def test_missing_and_surplus_predictions_are_told_in_one_sentence(tmp_path: Path) -> None:
    samples = [picture(tmp_path, name) for name in ("a", "b", "c")]
    folder = folder_of(tmp_path, a=INDICES, b_pred=INDICES, other=INDICES)
    survey = survey_saved(folder, samples)
    assert (survey.title, survey.matched, survey.missing, survey.unmatched) == (
        "index masks",
        2,
        ("c",),
        ("other.png",),
    )
    words = "1 of 3 samples has no saved prediction (c); 1 saved prediction matches no sample (other.png)."
    assert survey.in_words == words


def test_the_survey_says_which_classes_black_and_white_become(tmp_path: Path) -> None:
    sample = picture(tmp_path, "scan")
    mask = tmp_path / "scan_mask.png"
    save(mask, np.zeros((HEIGHT, WIDTH), np.uint8))
    (tmp_path / "classes.txt").write_text("sky\nsea\n")
    folder = folder_of(tmp_path, scan=np.where(INDICES == 1, np.uint8(255), np.uint8(0)))
    survey = survey_saved(folder, [Sample("scan", sample.path, reference=Reference(str(mask)))])
    assert "Black is sky, white is sea." in survey.notes[-1]


def test_the_survey_says_why_the_first_prediction_cannot_be_read(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, scan=INDICES[:4])
    notes = survey_saved(folder, [picture(tmp_path, "scan")]).notes
    assert notes[-1].startswith(f"scan.png is {WIDTH} x 4 px, its picture scan.png {WIDTH} x {HEIGHT}.")


def test_two_predictions_for_one_sample_are_an_error_that_names_both(tmp_path: Path, sample: Sample) -> None:
    folder = folder_of(tmp_path, scan_pred=INDICES, scan_mask=INDICES)
    index = RecordIndex(reader_of(folder, "image-segmentation"))
    with pytest.raises(
        InputError, match=r"2 saved predictions may be that of scan\.png: scan_mask\.png, scan_pred\.png"
    ):
        index.match(described(sample))
    save(folder / "scan.png", INDICES)
    record = RecordIndex(reader_of(folder, "image-segmentation")).match(described(sample))
    assert record is not None
    assert record.path.name == "scan.png"


def test_folders_tell_samples_of_one_name_apart(tmp_path: Path) -> None:
    for name in ("in/cats", "in/dogs", "saved/cats", "saved/dogs"):
        (tmp_path / name).mkdir(parents=True)
    for kind, values in (("cats", INDICES), ("dogs", INDICES[::-1])):
        save(tmp_path / "in" / kind / "1.png")
        save(tmp_path / "saved" / kind / "1.png", np.ascontiguousarray(values))
    second = Sample("1-2", str(tmp_path / "in" / "dogs" / "1.png"))
    assert np.array_equal(labels_in(tmp_path / "saved", second)[0], INDICES[::-1])


def test_black_and_white_are_background_and_foreground(tmp_path: Path, sample: Sample) -> None:
    labels, names = labels_in(folder_of(tmp_path, scan=np.where(INDICES == 1, 255, 0).astype(np.uint8)), sample)
    assert names == ("background", "foreground")
    assert np.array_equal(labels, INDICES == 1)


def test_classes_are_those_of_the_references_where_nothing_else_names_them(tmp_path: Path) -> None:
    (tmp_path / "truth").mkdir()
    (tmp_path / "truth" / "classes.txt").write_text("sky\nroad\ncar\n")
    reference = Reference(str(save(tmp_path / "truth" / "scan.png", INDICES)))
    known = Sample("scan", picture(tmp_path, "scan").path, reference=reference)
    assert labels_in(folder_of(tmp_path, scan=INDICES), known)[1] == ("sky", "road", "car")


@pytest.mark.parametrize(
    "options", [{"values": "0:void|1:cell|2:wall"}, {"values": "index-from-1", "classes": "cell|wall"}]
)
def test_values_are_read_as_chosen(tmp_path: Path, sample: Sample, options: dict[str, str]) -> None:
    labels, names = labels_in(folder_of(tmp_path, scan=INDICES), sample, **options)
    assert names == ("cell", "wall")
    assert np.array_equal(labels, np.array([255, 0, 1], np.uint8)[INDICES])


def test_a_value_that_is_no_class_is_an_error(tmp_path: Path, sample: Sample) -> None:
    with pytest.raises(InputError, match=r"scan\.png holds the value 2, which is none of its 2 classes"):
        labels_in(folder_of(tmp_path, scan=INDICES), sample, classes="a|b")


def test_another_size_is_an_error(tmp_path: Path, sample: Sample) -> None:
    with pytest.raises(InputError, match=r"scan\.png is 16 x 24 px, its picture scan\.png 32 x 24"):
        labels_in(folder_of(tmp_path, scan=np.ascontiguousarray(INDICES[:, :16])), sample)


def test_colours_are_classes_by_the_file_beside_them(tmp_path: Path, sample: Sample) -> None:
    palette = np.array([[0, 0, 0], [200, 10, 10], [10, 10, 200]], np.uint8)
    folder = folder_of(tmp_path, scan=palette[INDICES])
    entries = [{"name": name, "color": color} for name, color in zip("abc", palette.tolist(), strict=True)]
    (folder / "classes.json").write_text(json.dumps(entries))
    labels, names = labels_in(folder, sample)
    assert names == ("a", "b", "c")
    assert np.array_equal(labels, INDICES)


@pytest.mark.parametrize("is_last", [False, True])
def test_of_probabilities_the_greatest_is_the_class(tmp_path: Path, sample: Sample, is_last: bool) -> None:
    scores = np.eye(3, dtype=np.float32)[INDICES] * 0.5 + 1 / 6
    (tmp_path / "saved").mkdir()
    np.savez(tmp_path / "saved" / "scan.npz", probabilities=scores if is_last else np.moveaxis(scores, -1, 0))
    reader = reader_of(tmp_path / "saved", "image-segmentation", classes="a|b|c")
    prediction = read_for(sample, reader, RunParams(confidence=True)).prediction
    assert isinstance(prediction, LabelMap)
    assert prediction.confidence is not None
    assert np.array_equal(prediction.labels, INDICES)
    assert set(prediction.confidence.ravel().tolist()) == {170}


def test_one_probability_is_cut_at_the_threshold(tmp_path: Path, sample: Sample) -> None:
    (tmp_path / "saved").mkdir()
    np.save(tmp_path / "saved" / "scan.npy", (INDICES / 4).astype(np.float32))
    assert np.array_equal(labels_in(tmp_path / "saved", sample, threshold="0.25")[0], INDICES >= 1)
    assert np.array_equal(labels_in(tmp_path / "saved", sample)[0], INDICES >= 2)


def test_cellposes_masks_are_objects_and_its_pickle_is_refused(tmp_path: Path, sample: Sample) -> None:
    ids = np.zeros((HEIGHT, WIDTH), np.uint16)
    ids[2:9, 3:20], ids[12:20, 4:8] = 7, 300
    objects = objects_in(folder_of(tmp_path, scan_cp_masks=ids, scan=noise()), sample)
    assert objects.boxes_xyxy.tolist() == [[3, 2, 20, 9], [4, 12, 8, 20]]
    np.save(tmp_path / "scan_seg.npy", np.array([{"masks": ids}]))
    with pytest.raises(InputError, match="pickle of Cellpose"):
        recognized_formats(list_saved(tmp_path / "scan_seg.npy"))


def test_coco_results_go_by_the_ids_of_the_coco_file(tmp_path: Path, sample: Sample) -> None:
    coco = {
        "images": [{"id": 42, "file_name": "scan.png"}],
        "categories": [{"id": 7, "name": "cat"}, {"id": 9, "name": "dog"}],
    }
    (tmp_path / "coco.json").write_text(json.dumps(coco | {"annotations": []}))
    results = [{"image_id": 42, "category_id": 9, "bbox": [1, 2, 10, 5], "score": 0.75}]
    (tmp_path / "results.json").write_text(json.dumps(results))
    objects = objects_in(tmp_path / "results.json", sample, "object-detection", coco=str(tmp_path / "coco.json"))
    assert (objects.boxes_xyxy.tolist(), objects.class_ids.tolist(), objects.scores.tolist()) == (
        [[1, 2, 11, 7]],
        [1],
        [0.75],
    )
    assert reader_of(tmp_path / "results.json", "object-detection").empty(described(sample)) is not None


def test_yolos_texts_are_boxes_and_outlines(tmp_path: Path, sample: Sample) -> None:
    (tmp_path / "saved").mkdir()
    text = tmp_path / "saved" / "scan.txt"
    text.write_text("1 0.5 0.5 0.25 0.5 0.9\n0 0.25 0.25 0.5 0.5\n")
    objects = objects_in(text.parent, sample, "object-detection", classes="cat|dog")
    assert objects.boxes_xyxy.tolist() == [[12, 6, 20, 18], [0, 0, 16, 12]]
    assert objects.scores.tolist() == pytest.approx([0.9, 1.0])
    text.write_text("0 0.25 0.25 0.75 0.25 0.75 0.75 0.25 0.75 0.5\n")
    objects = objects_in(text.parent, sample, classes="cat|dog")
    assert (objects.areas_px().tolist(), objects.scores.tolist()) == ([16 * 12], [0.5])


def test_depth_maps_say_what_their_values_are_taken_for(tmp_path: Path, sample: Sample) -> None:
    millimetres = np.arange(HEIGHT * WIDTH, dtype=np.uint16).reshape(HEIGHT, WIDTH)
    reader = reader_of(folder_of(tmp_path, scan=millimetres), "depth-estimation")
    read = read_for(sample, reader)
    assert isinstance(read.prediction, DepthMap)
    assert np.isnan(read.prediction.values[0, 0])
    assert read.prediction.values[0, 5] == np.float32(0.005)
    assert "taken for metres" in read.notices[0]


def test_restored_pictures_are_as_many_times_larger_as_they_are(tmp_path: Path, sample: Sample) -> None:
    folder = folder_of(tmp_path, scan_x2=noise(2 * HEIGHT, 2 * WIDTH))
    prediction = read_for(sample, reader_of(folder, "image-to-image")).prediction
    assert isinstance(prediction, RestoredPicture)
    assert prediction.scale == 2.0


def test_tasks_are_those_that_the_files_can_serve(tmp_path: Path) -> None:
    assert saved_tasks(folder_of(tmp_path, a=INDICES), SavedReading())[0] == "image-segmentation"
    assert saved_tasks(tmp_path / "nothing", SavedReading()) == ()


def test_what_cannot_serve_a_task_says_for_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="say nothing for depth-estimation"):
        reader_of(folder_of(tmp_path, a=INDICES), "depth-estimation")
    with pytest.raises(ArgumentError, match="no format of saved predictions 'tea'"):
        reader_of(folder_of(tmp_path, a=INDICES), "image-segmentation", format="tea")


def test_the_hash_changes_with_a_file(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a=INDICES)
    before = list_saved(folder).sha256
    assert list_saved(folder).sha256 == before
    save(folder / "a.png", np.zeros_like(INDICES))
    assert list_saved(folder).sha256 != before


def test_grey_values_beyond_those_of_colours_are_not_cut_to_them(tmp_path: Path, sample: Sample) -> None:
    """256 would else become 0, which may be the colour of a class."""
    folder = folder_of(tmp_path, scan=np.full((HEIGHT, WIDTH), 256, np.uint16))
    colored = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    colored[:3] = (255, 0, 0)
    save(folder / "other.png", colored)
    (folder / "classes.json").write_text(
        json.dumps([{"name": "a", "color": [0, 0, 0]}, {"name": "b", "color": [255, 0, 0]}])
    )
    with pytest.raises(InputError, match="more than 8 bits"):
        labels_in(folder, sample, format="color-masks")
