"""CVAT's masks: classes and colours from labelmap.txt, objects by their colours; exports without pictures; damage."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from tests.helpers.laid_out import columns, known, loaded, put_colors, put_picture, reference_in, words_of
from tests.helpers.voc import write_list

LABELMAP = "# label:color_rgb:parts:actions\nbackground:0,0,0::\ncell:10,200,30::\nnucleus:200,10,30:rim,core:\n"
CLASS_COLORS = {0: (0, 0, 0), 1: (10, 200, 30), 2: (200, 10, 30)}
OBJECT_COLORS = {0: (0, 0, 0), 1: (128, 0, 0), 2: (0, 128, 0), 3: (128, 128, 0)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("a", "deep/b c"):
        put_picture(tmp_path / "JPEGImages" / f"{name}.png")
        put_colors(tmp_path / "SegmentationClass" / f"{name}.png", columns(0, 1, 2, 1), CLASS_COLORS)
        put_colors(tmp_path / "SegmentationObject" / f"{name}.png", columns(0, 1, 2, 3), OBJECT_COLORS)
    write_list(tmp_path, "Segmentation/default.txt", ["a", "deep/b c"])
    (tmp_path / "labelmap.txt").write_text(LABELMAP)
    return tmp_path


def mask(sample: Sample) -> ReferenceMask:
    truth = read_truth(reference_in(sample, "SegmentationClass"), wanted=ReferenceMask)
    assert isinstance(truth, ReferenceMask)
    return truth


def test_says_what_it_holds(root: Path) -> None:
    data_set = known(root)
    assert (data_set.title, data_set.n_inputs) == ("CVAT's masks", 2)
    assert [(split.name, split.n_inputs, split.n_references) for split in data_set.splits] == [("default", 2, 2)]
    assert data_set.classes == ("background", "cell", "nucleus")
    assert (data_set.leftovers, data_set.notes) == ((), ())


def test_masks_are_read_by_the_colours_of_the_label_map(root: Path) -> None:
    first, second = loaded(root)[0]
    for sample in (first, second):
        truth = mask(sample)
        assert truth.labels.tolist() == columns(0, 1, 2, 1).tolist()
        assert truth.label_set.names == ("background", "cell", "nucleus")
        assert truth.label_set.colors == tuple(CLASS_COLORS.values())


def test_objects_are_told_by_their_colours(root: Path) -> None:
    (sample, _), _ = loaded(root)
    truth = read_truth(reference_in(sample, "SegmentationObject"))
    assert isinstance(truth, ReferenceInstances)
    named = {truth.label_set.names[i]: 0 for i in truth.instances.class_ids}
    assert sorted(named) == ["cell", "nucleus"]
    assert len(truth.instances) == 3
    assert truth.label_set.names == ("cell", "nucleus")


def test_a_mask_without_class_pixels_is_all_background_although_it_is_grey(root: Path) -> None:
    Image.fromarray(np.zeros((24, 32), np.uint8)).save(root / "SegmentationClass" / "a.png")
    (sample, _), _ = loaded(root)
    assert np.unique(mask(sample).labels).tolist() == [0]


def test_a_palette_counts_by_its_colours_not_by_its_indices(root: Path) -> None:
    path = root / "SegmentationClass" / "a.png"
    Image.open(path).convert("P", palette=Image.Palette.ADAPTIVE).save(path)
    (sample, _), _ = loaded(root)
    assert mask(sample).labels.tolist() == columns(0, 1, 2, 1).tolist()


def test_what_is_called_ignored_is_void(root: Path) -> None:
    (root / "labelmap.txt").write_text("background:0,0,0::\nignored:10,200,30::\nnucleus:200,10,30::\n")
    (sample, _), _ = loaded(root)
    assert mask(sample).label_set.names == ("background", "nucleus")
    assert mask(sample).labels.tolist() == columns(0, 255, 1, 255).tolist()


def test_the_label_map_stands_for_its_folder(root: Path) -> None:
    samples = [event for event in find_samples([root / "labelmap.txt"]) if isinstance(event, Sample)]
    assert [sample.name for sample in samples] == ["a", "b c"]


def test_a_label_map_of_another_program_stands_for_itself(tmp_path: Path) -> None:
    put_picture(tmp_path / "private.png")
    path = tmp_path / "labelmap.txt"
    path.write_text("cat\ndog\n")
    samples = [event for event in find_samples([path]) if isinstance(event, Sample)]
    assert [sample.name for sample in samples] == ["labelmap"]


def test_an_export_without_pictures_says_what_to_do(root: Path) -> None:
    for path in sorted((root / "JPEGImages").rglob("*.png")):
        path.unlink()
    samples, problems = loaded(root)
    assert samples == []
    words = words_of(problems)
    assert "There are no pictures in JPEGImages. Export again from CVAT with Save images, or put them there." in words
    assert "2 masks of classes in SegmentationClass are left alone" in words


def test_a_damaged_label_map_is_said(root: Path) -> None:
    (root / "labelmap.txt").write_text("background:0,0,0::\ncell:10,200::\n")
    assert known(root).notes == ("labelmap.txt has the line 'cell:10,200::'.",)
    (sample, _), _ = loaded(root)
    with pytest.raises(InputError, match=r"has the line 'cell:10,200::'") as caught:
        mask(sample)
    assert caught.value.hint == "Write name:r,g,b:parts:actions in each."


def test_a_colour_that_no_class_has_is_refused(root: Path) -> None:
    put_colors(root / "SegmentationClass" / "a.png", columns(0, 1), {0: (0, 0, 0), 1: (1, 2, 3)})
    (sample, _), _ = loaded(root)
    with pytest.raises(InputError, match=r"has the colour \(1, 2, 3\) at x=16, y=0"):
        mask(sample)
