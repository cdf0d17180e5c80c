from pathlib import Path

import msgspec
import numpy as np
import pytest

from granview.core.image_params import ImageParams, ImageRange
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.truth import Truth
from granview.gui.session.picture_opener import PictureOpener
from granview.gui.session.sample_opener import Opened, OpenerContext
from tests.helpers.shell import Bench, write_scene


@pytest.fixture
def opener(bench: Bench) -> PictureOpener:
    work = bench.work
    return PictureOpener(OpenerContext(work.document, work._pictures, lambda: work.model.params))


def test_a_picture_and_its_mask_are_read(bench: Bench, opener: PictureOpener, tmp_path: Path) -> None:
    path = write_scene(tmp_path, "scene")
    opened, truths, errors = list[Opened](), list[Truth](), list[Exception]()
    opener.open(Sample("scene", str(path)), opened.append, errors.append)
    assert not opened
    bench.until(lambda: opened)
    reference = Reference(str(tmp_path / "scene_mask.png"))
    opener.read_reference(reference, opened[0].content, None, None, truths.append, errors.append)
    bench.until(lambda: truths)
    found = truths[0].as_prediction()
    assert found is not None
    assert np.unique(found[0].labels).tolist() == [0, 1]  # type: ignore[attr-defined]
    assert not errors


def test_a_picture_that_is_gone_is_an_error(bench: Bench, opener: PictureOpener, tmp_path: Path) -> None:
    errors = list[Exception]()
    opener.open(Sample("gone", str(tmp_path / "gone.png")), lambda _: None, errors.append)
    bench.until(lambda: errors)
    assert "gone.png" in str(errors[0])


def test_another_range_of_brightness_reads_otherwise_and_nothing_else_does(opener: PictureOpener) -> None:
    params = RunParams()
    other = msgspec.structs.replace(params, image=ImageParams(range=ImageRange(0, 4095)))
    assert opener.reads_otherwise(params, other)
    assert not opener.reads_otherwise(params, msgspec.structs.replace(params, class_edits={"a": "b"}))
