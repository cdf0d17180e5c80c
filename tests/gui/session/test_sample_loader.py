from pathlib import Path

import numpy as np
from msgspec.structs import replace
from PIL import Image

from granview.core.events import LaneReady
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.predictions.label_map import LabelMap
from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.sample import Part, Reference, Sample
from granview.core.text import TextInput, TextReference
from granview.gui.model.opened_text import OpenedText
from tests.helpers.shell import Bench, write_scene
from tests.helpers.store import facts


def test_a_sample_is_opened_as_its_kind_does_it(bench: Bench, tmp_path: Path) -> None:
    loader, samples, path = bench.work.services.loader, bench.work.model.samples, write_scene(tmp_path, "scene")
    known = TextReference(labels=("good",))
    text = Sample("text", "", kind="text", text=TextInput.of("Words."), reference=Reference("", text=known))
    samples.add([Sample("picture", str(path)), text])
    bench.until(lambda: loader.content is not None)
    assert (loader.content.width, loader.error, loader.reference_text) == (96, "", None)  # type: ignore[attr-defined]
    samples.select("text")
    assert loader.content is None, "what is being opened belongs to the new sample"
    bench.until(lambda: loader.is_complete)
    assert isinstance(loader.content, OpenedText)
    assert loader.reference_text == known


def test_a_late_picture_is_not_taken_for_the_text_that_is_shown_by_then(bench: Bench, tmp_path: Path) -> None:
    loader, samples = bench.work.services.loader, bench.work.model.samples
    text = Sample("text", "", kind="text", text=TextInput.of("Words."))
    samples.add([Sample("picture", str(write_scene(tmp_path, "scene", size=1200))), text])
    samples.select("picture")
    samples.select("text")
    bench.until(lambda: loader.is_complete)
    bench.live(0.5)
    assert isinstance(loader.content, OpenedText)


def test_what_cannot_be_opened_says_why(bench: Bench, tmp_path: Path) -> None:
    loader, samples = bench.work.services.loader, bench.work.model.samples
    (tmp_path / "bad.png").write_bytes(b"no picture")
    samples.add([Sample("bad", str(tmp_path / "bad.png")), Sample("gone", str(tmp_path / "gone.txt"), kind="text")])
    for name in ("bad", "gone"):
        samples.select(name)
        bench.until(lambda: loader.is_complete)
        assert loader.content is None
        assert name in loader.error


def test_a_sample_of_a_kind_that_nobody_opens_says_so(bench: Bench) -> None:
    loader = bench.work.services.loader
    bench.work.model.samples.add([Sample("bark", "bark.wav", kind="sound", parts=(Part("a", "sound"),))])
    bench.until(lambda: loader.is_complete)
    assert loader.error == "This version of GranView shows no sound."


def test_the_values_of_a_mask_are_never_named_by_a_lane_that_is_not_compared_with_masks(
    bench: Bench, tmp_path: Path
) -> None:
    path, model = tmp_path / "a.png", bench.work.model
    Image.fromarray(np.zeros((8, 8), np.uint8)).convert("RGB").save(path)
    mask = tmp_path / "a_mask.png"
    Image.fromarray(np.ones((8, 8), np.uint8)).save(mask)
    moods = LabelSet(("sad", "glad"), ((0, 0, 0), (255, 255, 255)))
    cells = LabelSet(("nothing", "cell"), ((0, 0, 0), (255, 255, 255)))
    model.add_lanes([LaneSpec("words", "zoo:a", task="text-classification"), LaneSpec("masks", "zoo:b")])
    model.apply(
        [LaneReady("words", replace(facts(), labels=moods)), LaneReady("masks", replace(facts(), labels=cells))]
    )
    model.samples.add([Sample("a", str(path), reference=Reference(str(mask)))])
    loader = bench.work.services.loader
    bench.until(lambda: loader.is_complete and loader.reference_labels is not None)
    assert loader.reference_labels == cells


def test_the_reference_is_read_as_the_lanes_want_it_that_are_there_now(bench: Bench, tmp_path: Path) -> None:
    path, mask, model = tmp_path / "a.png", tmp_path / "a_mask.png", bench.work.model
    Image.fromarray(np.zeros((8, 8), np.uint8)).convert("RGB").save(path)
    Image.fromarray(np.ones((8, 8), np.uint8)).save(mask)
    model.add_lanes([LaneSpec("larger", "zoo:a", task="image-to-image"), LaneSpec("masks", "zoo:b")])
    model.samples.add([Sample("a", str(path), reference=Reference(str(mask)))])
    loader = bench.work.services.loader
    bench.until(lambda: loader.is_complete and loader.reference is not None)
    assert isinstance(loader.reference_prediction, RestoredPicture)
    model.remove_lane("larger")
    bench.until(lambda: loader.is_complete and isinstance(loader.reference_prediction, LabelMap))


def test_the_values_of_a_mask_have_names_as_soon_as_a_lane_has_them(bench: Bench, tmp_path: Path) -> None:
    path, mask, model = tmp_path / "a.png", tmp_path / "a_mask.png", bench.work.model
    Image.fromarray(np.zeros((8, 8), np.uint8)).convert("RGB").save(path)
    Image.fromarray(np.ones((8, 8), np.uint8)).save(mask)
    model.samples.add([Sample("a", str(path), reference=Reference(str(mask)))])
    loader = bench.work.services.loader
    bench.until(lambda: loader.is_complete and loader.reference_labels is not None)
    cells = LabelSet(("nothing", "cell"), ((0, 0, 0), (255, 255, 255)))
    model.add_lanes([LaneSpec("masks", "zoo:b")])
    model.apply([LaneReady("masks", replace(facts(), labels=cells))])
    bench.until(lambda: loader.is_complete and loader.reference_labels == cells)
