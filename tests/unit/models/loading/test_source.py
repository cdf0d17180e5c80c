import pytest

from granview.core.errors import ArgumentError, WeightsMissing
from granview.core.model_source import Source, parse_source
from granview.models.loading.source import find_folder


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("zoo:unet-nano", Source("zoo", "unet-nano")),
        ("torchvision:fcn_resnet50", Source("torchvision", "fcn_resnet50")),
        ("torchvision:fcn_resnet50@/a/b.pth", Source("torchvision", "fcn_resnet50", "/a/b.pth")),
        ("hf:org/name", Source("hf", "org/name")),
        ("hf:org/name@v1.0", Source("hf", "org/name", "v1.0")),
        ("hf:org/name@refs/pr/3", Source("hf", "org/name", "refs/pr/3")),
        ("/models/mine", Source("folder", "/models/mine")),
        ("C:\\models\\mine", Source("folder", "C:\\models\\mine")),
    ],
)
def test_sources_are_taken_apart(text, source):
    assert parse_source(text) == source


@pytest.mark.parametrize("text", ["", "  ", "zoo:", "hf:", "hf:a/b/c", "hf:org/na me", "torchvision:@x"])
def test_sources_that_name_nothing_are_refused(text):
    with pytest.raises(ArgumentError):
        parse_source(text)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(WeightsMissing, match="There is no folder"):
        find_folder(Source("folder", str(tmp_path / "none")))


def test_a_file_in_place_of_a_folder_is_told(tmp_path):
    file = tmp_path / "model.bin"
    file.touch()
    with pytest.raises(WeightsMissing, match="is a file"):
        find_folder(Source("folder", str(file)))


@pytest.mark.parametrize("name", ["no-such-model", "../zoo/unet-nano", ".."])
def test_an_unknown_embedded_model_is_told_with_those_that_are_known(name):
    with pytest.raises(ArgumentError, match=r"There is no embedded model .* There are: .*unet-nano"):
        find_folder(Source("zoo", name))


def test_a_file_of_weights_and_a_folder_that_holds_one_alone_are_that_file(tmp_path):
    file = tmp_path / "x4.pth"
    file.touch()
    for name in (file, tmp_path):
        found = find_folder(Source("folder", str(name)))
        assert found.weights == file.resolve()
        assert found.folder == (None if name == file else tmp_path.resolve())


def test_an_exported_network_is_found_by_its_own_name_alone(tmp_path):
    file = tmp_path / "x4.pt"
    file.touch()
    assert find_folder(Source("folder", str(file))).weights == file.resolve()
    assert find_folder(Source("folder", str(tmp_path))).weights is None


def test_a_method_is_a_source():
    assert parse_source("method:bicubic") == Source("method", "bicubic")
