"""What is a model among dropped files and folders, and what is not."""

from pathlib import Path

from granview.core.resources import resource_path
from granview.io.dropped_models import model_sources
from tests.helpers.shell import write_scene


def test_a_model_is_known_by_its_folder_its_weights_and_its_config_and_pictures_are_none(tmp_path: Path) -> None:
    folder = resource_path("zoo", "unet-nano")
    pictures = write_scene(tmp_path / "in", "scene").parent
    (pictures / "best.gguf").write_bytes(b"")
    lone = tmp_path / "lone"
    lone.mkdir()
    (lone / "net.onnx").write_bytes(b"")
    (lone / "labels.txt").write_text("cell\n", encoding="utf-8")
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "config.json").write_text("{}", encoding="utf-8")
    weights = next(folder.glob("*.safetensors"))

    assert model_sources([folder, weights, folder / "config.json"]) == dict.fromkeys(
        (folder, weights, folder / "config.json"), str(folder)
    )
    assert model_sources([lone]) == {lone: str(lone / "net.onnx")}
    assert model_sources([lone / "net.onnx"]) == {lone / "net.onnx": str(lone / "net.onnx")}
    assert not model_sources([pictures, pictures / "scene.png", bare, tmp_path / "gone"])
