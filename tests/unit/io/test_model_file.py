import pytest

from granview.core.errors import ArgumentError
from granview.io.model_file import check_model_file, lone_model


def test_weights_that_are_a_model_by_themselves(tmp_path):
    file = tmp_path / "x4.PTH"
    file.touch()
    (tmp_path / "README.md").touch()
    assert lone_model(file) == file
    assert lone_model(tmp_path) == file
    assert lone_model(tmp_path / "README.md") is None
    assert lone_model(tmp_path / "none") is None


def test_of_several_files_or_beside_a_config_none_is_a_model_by_itself(tmp_path):
    (tmp_path / "a.pth").touch()
    (tmp_path / "config.json").touch()
    assert lone_model(tmp_path) is None
    (tmp_path / "config.json").unlink()
    (tmp_path / "b.safetensors").touch()
    assert lone_model(tmp_path) is None


def test_a_file_of_another_sort_is_refused_with_the_endings_that_there_are(tmp_path):
    (tmp_path / "notes.txt").touch()
    with pytest.raises(ArgumentError, match=r"notes\.txt is a file, not a model's folder") as caught:
        check_model_file(tmp_path / "notes.txt")
    assert ".pth" in caught.value.hint
    assert ".safetensors" in caught.value.hint


def test_an_exported_network_is_named_itself_and_not_taken_for_the_model_of_its_folder(tmp_path):
    for name in ("a.pt", "b.onnx", "c.pt2"):
        (tmp_path / name).touch()
        assert lone_model(tmp_path) is None
        assert lone_model(tmp_path / name) == tmp_path / name
