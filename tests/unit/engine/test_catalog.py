import json
import subprocess
import sys

import pytest

from granview.core.errors import InputError
from granview.core.resources import resource_path
from granview.engine.catalog import catalog
from granview.engine.torchvision_models import TORCHVISION_MODELS, torch_checkpoints
from tests.helpers.tiny_models import save_tiny

COMMIT = "a" * 40


def cached(cache, name, commit=COMMIT, ref="main"):
    home = cache / f"models--{name.replace('/', '--')}"
    folder = home / "snapshots" / commit
    folder.mkdir(parents=True)
    if ref:
        (home / "refs").mkdir()
        (home / "refs" / ref).write_text(commit)
    return folder


def by_source(*arguments, **options):
    return {entry.source: entry for entry in catalog(resource_path(), *arguments, **options)}


def test_embedded_models_come_from_the_zoo_s_index(tmp_path):
    index = json.loads(resource_path("zoo", "index.json").read_text())
    entries = by_source(tmp_path)
    for model in index["models"]:
        entry = entries[f"zoo:{model['name']}"]
        assert (entry.params, entry.local, entry.family) == (model["params"], True, "GranView")


def test_a_damaged_index_is_told(tmp_path):
    (tmp_path / "zoo").mkdir()
    (tmp_path / "zoo" / "index.json").write_text("[")
    with pytest.raises(InputError, match=r"index\.json is not JSON"):
        catalog(tmp_path, tmp_path)


def test_the_table_of_torchvision_is_torchvision_s_own():
    from torchvision import models

    detectors = models.list_models(module=models.detection, exclude="keypoint*")
    known = {**dict.fromkeys(models.list_models(module=models.segmentation), "image-segmentation")}
    known |= {name: "instance-segmentation" if name.startswith("mask") else "object-detection" for name in detectors}
    by_task = {m.builder: m.task for m in TORCHVISION_MODELS}
    classifiers = {builder for builder, task in by_task.items() if task == "image-classification"}
    assert classifiers < set(models.list_models(module=models))
    assert {builder: task for builder, task in by_task.items() if builder not in classifiers} == known
    for model in TORCHVISION_MODELS:
        weights = models.get_model_weights(model.builder).DEFAULT
        assert model.params == weights.meta["num_params"]
        assert model.file == weights.url.rpartition("/")[2]
        assert model.weights_mb == pytest.approx(weights.meta["_file_size"] * 2**20 / 1e6, abs=0.06)


def test_torch_s_folder_is_torch_s_own(monkeypatch, tmp_path):
    import torch

    for name, value in (("TORCH_HOME", "~/torch-home"), ("XDG_CACHE_HOME", str(tmp_path))):
        monkeypatch.setenv(name, value)
        assert str(torch_checkpoints()) == f"{torch.hub.get_dir()}/checkpoints"
        monkeypatch.delenv(name)
    assert str(torch_checkpoints()) == f"{torch.hub.get_dir()}/checkpoints"


def test_torchvision_weights_on_this_machine_are_local(monkeypatch, tmp_path):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    assert not by_source(tmp_path)["torchvision:fcn_resnet50"].local
    torch_checkpoints().mkdir(parents=True)
    (torch_checkpoints() / "fcn_resnet50_coco-1167a1af.pth").touch()
    assert by_source(tmp_path)["torchvision:fcn_resnet50"].local


def test_models_in_the_hub_s_cache_are_listed_with_their_tasks(tmp_path):
    save_tiny("segformer", cached(tmp_path, "org/tiny"))
    (cached(tmp_path, "org/text") / "config.json").write_text('{"architectures": ["BertForMaskedLM"]}')
    (cached(tmp_path, "org/sound") / "config.json").write_text('{"architectures": ["WhisperModel"]}')
    entries = by_source(tmp_path)
    entry = entries["hf:org/tiny"]
    assert (entry.family, entry.local, entry.title) == ("Hugging Face", True, "org/tiny")
    assert entry.params == 20269
    assert entry.weights_mb > 0
    assert entry.tasks == ("image-segmentation",)
    assert entries["hf:org/text"].tasks == ("fill-mask",)
    assert "hf:org/sound" not in entries


def test_a_cached_model_without_a_main_branch_is_named_by_its_commit(tmp_path):
    save_tiny("mask2former", cached(tmp_path, "org/pinned", ref=""))
    assert by_source(tmp_path)[f"hf:org/pinned@{COMMIT}"].local


def test_a_cached_config_without_weights_is_not_local(tmp_path):
    folder = save_tiny("segformer", cached(tmp_path, "org/tiny"))
    (folder / "model.safetensors").unlink()
    entry = by_source(tmp_path)["hf:org/tiny"]
    assert (entry.local, entry.params, entry.weights_mb) == (False, None, None)


def test_a_damaged_weight_file_has_no_known_size(tmp_path):
    folder = save_tiny("segformer", cached(tmp_path, "org/tiny"))
    (folder / "model.safetensors").write_bytes(b"\xff" * 100)
    assert by_source(tmp_path)["hf:org/tiny"].params is None


def test_folders_are_listed_and_say_when_they_cannot_be_used(tmp_path):
    good = save_tiny("segformer", tmp_path / "good")
    empty = tmp_path / "empty"
    empty.mkdir()
    entries = by_source(tmp_path, folders=[good, empty, resource_path("zoo", "unet-nano")])
    assert entries[str(good)].local
    assert "holds no config.json" in entries[str(empty)].note
    assert entries[str(resource_path("zoo", "unet-nano"))].local


def test_a_folder_of_models_lists_each(tmp_path):
    home = tmp_path / "models"
    models = [save_tiny("segformer", home / name) for name in ("one", "two")]
    (home / "notes").mkdir()
    entries = by_source(tmp_path, folders=[home])
    assert [entries[str(model)].local for model in models] == [True, True]
    assert str(home) not in entries


def test_listing_loads_no_torch():
    script = (
        "import sys, pathlib; from granview.engine.catalog import catalog\n"
        "from granview.core.resources import resource_path\n"
        "catalog(resource_path()); print(sorted({'torch', 'torchvision', 'transformers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("config", "words"),
    [
        (b"\xff\xfe\xfa", "is not UTF-16 text"),
        (b'{"a": ' * 5000, "nests lists and objects"),
        (b"[1]", "expected an object"),
        (b'{"architectures": 7}', "expected a list or null, got a whole number at architectures"),
        (b'{"architectures": [["A"]]}', "expected text"),
        (b'{"model_type": ["bert"], "architectures": ["BertForMaskedLM"]}', "expected text or null, got a list"),
    ],
)
def test_an_odd_config_in_the_cache_is_said_and_the_others_are_listed(tmp_path, config, words):
    (cached(tmp_path, "org/odd") / "config.json").write_bytes(config)
    (cached(tmp_path, "org/text") / "config.json").write_text('{"architectures": ["BertForMaskedLM"]}')
    entries = by_source(tmp_path)
    assert entries["hf:org/text"].tasks == ("fill-mask",)
    odd = entries["hf:org/odd"]
    assert odd.note.startswith("Cannot be used: ")
    assert words in odd.note
    assert (odd.tasks, odd.local) == ((), False)


def test_damaged_weights_in_the_cache_leave_the_parameters_unknown(tmp_path):
    folder = cached(tmp_path, "org/text")
    (folder / "config.json").write_text('{"architectures": ["BertForMaskedLM"]}')
    for header in (
        b"\xff" * 8,
        b"\x40".ljust(8, b"\0") + b"[" * 64,
        b"\x2a\0\0\0\0\0\0\0" + b'{"a":{"dtype":"F32","shape":[-1,"2"]}}    ',
    ):
        (folder / "model.safetensors").write_bytes(header)
        entry = by_source(tmp_path)["hf:org/text"]
        assert (entry.params, entry.local) == (None, True)


def test_a_damaged_name_of_the_main_branch_is_passed_over(tmp_path):
    folder = cached(tmp_path, "org/text")
    (folder / "config.json").write_text('{"architectures": ["BertForMaskedLM"]}')
    (tmp_path / "models--org--text" / "refs" / "main").write_bytes(b"\xff\0")
    assert f"hf:org/text@{COMMIT}" in by_source(tmp_path)


def test_a_link_to_weights_that_are_gone_is_no_weights(tmp_path):
    folder = cached(tmp_path, "org/text")
    (folder / "config.json").write_text('{"architectures": ["BertForMaskedLM"]}')
    (folder / "model.safetensors").symlink_to(tmp_path / "gone")
    entry = by_source(tmp_path)["hf:org/text"]
    assert (entry.local, entry.note) == (False, "Its weights are not on this machine.")


def test_methods_need_no_weights(tmp_path):
    entry = by_source(tmp_path)["method:bicubic"]
    assert (entry.tasks, entry.params, entry.local, entry.family) == (("image-to-image",), 0, True, "Methods")


def test_files_of_weights_in_a_folder_are_models_of_their_own(tmp_path):
    for name in ("x2.pth", "x4.safetensors", "notes.txt"):
        (tmp_path / name).write_bytes(b"12")
    found = {source: entry for source, entry in by_source(tmp_path, [tmp_path]).items() if entry.family == "Folder"}
    assert set(found) == {str(tmp_path / "x2.pth"), str(tmp_path / "x4.safetensors")}
    assert {entry.tasks for entry in found.values()} == {("image-to-image",)}
