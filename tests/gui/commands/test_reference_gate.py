"""References that are dropped after the images become references; what may be both is asked."""

from pathlib import Path

from granview.gui.commands.reference_gate import paired_in_words
from granview.gui.dialogs.late_references import LateReferencesDialog
from granview.gui.dialogs.saved_predictions import SavedPredictionsDialog
from tests.helpers.data_sets import write_mmsegmentation
from tests.helpers.images import noise, save
from tests.helpers.shell import Bench

MASK = noise()[..., 0] % 2


def _open(bench: Bench, folder: Path, *names: str) -> None:
    folder.mkdir()
    for name in names:
        save(folder / f"{name}.png", noise())
    bench.drop(folder)
    bench.until(lambda: len(bench.work.model.samples) == len(names))


def _references(bench: Bench) -> dict[str, str]:
    samples = bench.work.model.samples.all()
    return {sample.name: Path(sample.reference.path).name for sample in samples if sample.reference}


def test_masks_that_are_dropped_become_references_and_that_can_be_undone(bench: Bench, tmp_path: Path) -> None:
    _open(bench, tmp_path / "in", "a", "b", "c")
    (tmp_path / "m").mkdir()
    for name in ("a", "b", "z"):
        save(tmp_path / "m" / f"{name}_mask.png", MASK)
    bench.drop(tmp_path / "m")
    bench.until(lambda: len(_references(bench)) == 2)
    assert _references(bench) == {"a": "a_mask.png", "b": "b_mask.png"}
    words = (
        "2 of 3 samples have their reference in m now. 1 file is left over, since no sample is called so: z_mask.png."
    )
    bench.until(lambda: bench.work.window.banners.texts().get("references") == words)
    assert words in [entry.text for entry in bench.work.services.event_log.entries]
    banner = bench.work.window.banners._banners["references"]
    assert banner.button is not None
    banner.button.click()
    assert _references(bench) == {}
    assert len(bench.work.model.samples) == 3


def test_several_files_are_references_too(bench: Bench, tmp_path: Path) -> None:
    _open(bench, tmp_path / "in", "a", "b")
    masks = [save(tmp_path / f"{name}_mask.png", MASK) for name in ("a", "b")]
    bench.drop(*masks)
    bench.until(lambda: len(_references(bench)) == 2)
    assert "have their reference in the 2 files now" in bench.work.window.banners.texts()["references"]


def test_what_may_be_both_is_asked_once(bench: Bench, tmp_path: Path) -> None:
    _open(bench, tmp_path / "in", "a", "b")
    (tmp_path / "other").mkdir()
    files = [save(tmp_path / "other" / f"{name}.png", MASK) for name in ("a", "b")]
    bench.drop(*files)
    window = bench.work.window
    bench.until(lambda: window.findChildren(LateReferencesDialog))
    (dialog,) = window.findChildren(LateReferencesDialog)
    bench.until(lambda: dialog.previews.previews)
    assert all(preview.sample.reference is not None for preview in dialog.previews.previews)
    dialog.references.click()
    bench.until(lambda: len(_references(bench)) == 2)
    bench.until(lambda: not window.findChildren(LateReferencesDialog))

    bench.drop(*files)
    bench.until(lambda: window.findChildren(LateReferencesDialog))
    window.findChildren(LateReferencesDialog)[0].inputs.click()
    bench.until(lambda: len(bench.work.model.samples) == 4)


def test_what_fits_nothing_is_said_so() -> None:
    assert paired_in_words("m", 0, 3, ()) == "No sample has another reference by m."
    left = [Path(f"{n}.png") for n in range(7)]
    assert paired_in_words("m", 1, 3, left).endswith(
        "7 files are left over, since no sample is called so: 0.png, 1.png, 2.png, 3.png, 4.png, …."
    )


def test_a_data_set_is_shown_as_one_whatever_its_pictures_are_called(bench: Bench, tmp_path: Path) -> None:
    _open(bench, tmp_path / "in", "val_0", "val_1")
    write_mmsegmentation(tmp_path / "set", {"val": 2})
    bench.drop(tmp_path / "set")
    bench.until(lambda: bench.work.face.data_sets.dialog is not None)
    assert bench.work.window.findChildren(LateReferencesDialog) == []
    assert bench.work.window.findChildren(SavedPredictionsDialog) == []
