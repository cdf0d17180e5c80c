import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from granview.core.errors import GranViewError
from granview.core.gallery import all_galleries
from granview.core.lane import LaneSpec
from granview.gui.dialogs.add_lanes import AddLanesDialog
from granview.gui.dialogs.typed_source import source_of
from granview.gui.model.task_titles import all_tasks, short_name, title_of
from granview.gui.session import galleries as galleries_module
from granview.gui.session.galleries import ALL, galleries, gallery_lanes, gallery_named
from granview.tasks.base import TASKS
from tests.helpers.hub import reachable_hub, save_model
from tests.helpers.shell import Bench


@pytest.fixture
def chooser(bench: Bench) -> AddLanesDialog:
    bench.work.window.actions_by_name["add-lanes"].trigger()
    (dialog,) = bench.work.window.findChildren(AddLanesDialog)
    bench.until(lambda: dialog.items.rowCount() > 5)
    return dialog


def _folder(home: Path, architecture: str, model_type: str) -> Path:
    home.mkdir()
    (home / "config.json").write_text(json.dumps({"architectures": [architecture], "model_type": model_type}))
    return home


def _set_task(dialog: AddLanesDialog, task: str) -> None:
    dialog.task.setCurrentIndex(dialog.task.findData(task))


def _offered(dialog: AddLanesDialog) -> list[str]:
    return [dialog.other.tasks.itemData(place) for place in range(dialog.other.tasks.count())]


def test_models_are_listed_by_task(chooser: AddLanesDialog) -> None:
    everything = chooser.items.rowCount()
    _set_task(chooser, "fill-mask")
    assert chooser.items.rowCount() < everything
    _set_task(chooser, "image-segmentation")
    assert 0 < chooser.items.rowCount() < everything
    titles = chooser.items.data(chooser.items.index(0), Qt.ItemDataRole.ToolTipRole)
    assert title_of("image-segmentation") in titles


def _choose_family(dialog: AddLanesDialog, family: str) -> None:
    dialog.family.set_current(family)
    dialog.family.chosen.emit(family)


def test_a_ladder_becomes_a_lane_for_each_of_its_rungs(bench: Bench, chooser: AddLanesDialog) -> None:
    _choose_family(chooser, "Catalogue")
    chooser.search.setText("segformer ade20k")
    chooser.items.toggle(chooser.items.index(0))
    specs = chooser.specs()
    assert [spec.name for spec in specs] == [f"segformer-ade-b{size}" for size in range(6)]
    assert specs[5].model == "hf:nvidia/segformer-b5-finetuned-ade-640-640"
    bench.until(lambda: "6 models must be downloaded: about 1.0 GB" in chooser.plan.disk.text())
    assert "HF_HUB_OFFLINE forbids" in chooser.plan.disk.text()
    assert "Together they need about" in chooser.plan.memory.text()


def test_what_the_hub_has_is_chosen_like_any_other(
    bench: Bench, chooser: AddLanesDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with reachable_hub(monkeypatch) as hub:
        config: dict[str, object] = {"model_type": "bert", "architectures": ["BertForMaskedLM"]}
        hub.repos["org/tiny-bert"] = save_model(tmp_path / "served", config)
        _choose_family(chooser, "Hub")
        assert chooser.items.rowCount() == 0
        chooser.search.setText("tiny-bert")
        bench.until(chooser.items.rowCount)
        chooser.items.toggle(chooser.items.index(0))
        assert chooser.specs() == [LaneSpec("tiny-bert", "hf:org/tiny-bert", task="fill-mask")]
        bench.until(lambda: "1 model must be downloaded: 0 MB" in chooser.plan.disk.text())


def test_a_hub_that_cannot_be_reached_is_told_once_and_not_asked_again(bench: Bench, chooser: AddLanesDialog) -> None:
    begun: list[None] = []
    chooser.chooser.hub.begun.connect(lambda: begun.append(None))
    _choose_family(chooser, "Hub")
    chooser.search.setText("tiny-bert")
    bench.until(lambda: "HF_HUB_OFFLINE forbids" in chooser.chooser._hint.text())
    assert len(begun) == 1


def test_folder_of_an_encoder_decoder_offers_its_tasks(bench: Bench, chooser: AddLanesDialog, tmp_path: Path) -> None:
    folder = _folder(tmp_path / "summarizer", "PegasusForConditionalGeneration", "pegasus")
    chooser.other.field.setText(str(folder))
    bench.until(lambda: len(_offered(chooser)) == 3)
    assert chooser.other.tasks.currentData() == "summarization"
    _set_task(chooser, "translation")
    bench.until(lambda: chooser.other.tasks.currentData() == "translation")
    assert chooser.specs() == [LaneSpec("summarizer", str(folder), task="translation")]


def test_model_that_is_not_known_offers_every_task_and_says_so(bench: Bench, chooser: AddLanesDialog) -> None:
    chooser.other.field.setText("someone/not-here")
    bench.until(lambda: "not known on this machine" in chooser._summary.text())
    assert set(_offered(chooser)) == set(TASKS.all())


def test_folder_that_holds_no_model_is_refused_in_words(bench: Bench, chooser: AddLanesDialog, tmp_path: Path) -> None:
    chooser.items.toggle(chooser.items.index(0))
    for path, why in ((tmp_path, "has a config.json"), (tmp_path / "nowhere", "There is no folder")):
        chooser.other.field.setText(str(path))
        assert not chooser.add.isEnabled()
        assert chooser._summary.text().startswith(("There is", str(tmp_path)))
        assert why in chooser._summary.text()
    chooser.other.field.setText(str(_folder(tmp_path / "summarizer", "PegasusForConditionalGeneration", "pegasus")))
    assert chooser.add.isEnabled()
    assert "summarizer" in chooser._summary.text()


def test_a_folder_of_predictions_is_only_glanced_at_while_its_name_is_typed(
    chooser: AddLanesDialog, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(b"a")
    (tmp_path / "b.png").symlink_to(tmp_path / "gone.png")  # to list every file would meet it
    chooser.other.field.setText("saved:")
    assert chooser._summary.text() == "Write saved:FOLDER, where saved predictions lie."
    assert not chooser.add.isEnabled()
    chooser.other.field.setText(f"saved:{tmp_path}")
    assert chooser.other.trouble() == ""
    assert chooser.add.isEnabled()


def test_variant_keeps_the_task_of_its_lane(bench: Bench, tmp_path: Path) -> None:
    folder = _folder(tmp_path / "both", "T5ForConditionalGeneration", "t5")
    bench.work.model.add_lanes([LaneSpec("one", str(folder), task="translation")])
    bench.work.face.runs.add_variant("one")
    (dialog,) = bench.work.window.findChildren(AddLanesDialog)
    bench.until(lambda: len(_offered(dialog)) == 3)
    assert [spec.task for spec in dialog.specs()] == ["translation"]


def test_source_is_told_from_what_is_typed(tmp_path: Path) -> None:
    assert source_of("org/name@main") == "hf:org/name@main"
    assert source_of("zoo:unet-nano") == "zoo:unet-nano"
    assert source_of(str(tmp_path)) == str(tmp_path)


def test_every_task_has_a_title_and_a_word() -> None:
    assert {task.name for task in all_tasks()} == set(TASKS.all())
    assert all_tasks()[0].kind == "image"
    assert all(short_name(name) != name or name == "translation" for name in TASKS.all())
    assert title_of("video-classification") == "video-classification"


def test_galleries_by_choice() -> None:
    every = tuple(gallery.name for gallery in all_galleries())
    assert {"images", "text"} <= set(every)
    assert [galleries(choice) for choice in ("images", "text", ALL, "")] == [("images",), ("text",), every, ()]
    assert all(gallery_named(name).path.is_dir() for name in galleries(ALL))


def test_lanes_of_a_gallery_do_what_their_models_are_for() -> None:
    missing = list[GranViewError]()
    pictures, texts = (gallery_lanes(gallery, (), missing.append) for gallery in ("images", "text"))
    assert {spec.task for spec in pictures} == {"image-segmentation"}
    assert [spec.task for spec in texts[::2]] == ["text-classification", "token-classification", "text2text-generation"]
    assert [spec.task for spec in texts[::2]] == [spec.task for spec in texts[1::2]]
    assert gallery_lanes("images", ["unet-nano"], missing.append)[0].name == "unet-nano-2"
    assert not missing


def test_model_that_a_gallery_lacks_is_left_out_and_said(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = replace(gallery_named("text"), models=("zoo:no-such-model", "zoo:ner-nano"))
    monkeypatch.setattr(galleries_module, "all_galleries", lambda: (texts,))
    bench.work.open([], galleries=["text"])
    assert bench.work.model.lanes.names() == ("ner-nano",)
    assert any("no-such-model" in entry.text for entry in bench.work.services.event_log.entries)


def test_gallery_of_texts_opens(bench: Bench) -> None:
    bench.work.window.actions_by_name["open-gallery-text"].trigger()
    bench.until(lambda: len(bench.work.model.samples) > 20)
    assert bench.work.model.lanes.names() == tuple(name.removeprefix("zoo:") for name in gallery_named("text").models)
    bench.work.window.actions_by_name["open-gallery-text"].trigger()
    assert len(bench.work.model.lanes.names()) == 6
    assert {sample.kind for sample in bench.work.model.samples.all()} == {"text"}
    assert any(sample.reference is not None for sample in bench.work.model.samples.all())
