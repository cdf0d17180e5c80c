"""The models that come with the program."""

import pytest

from granview.core.errors import ArgumentError
from granview.core.resources import embedded_model, embedded_models, resource_path


def test_every_embedded_model_has_its_folder() -> None:
    assert "unet-nano" in embedded_models()
    assert all((embedded_model(name) / "model.safetensors").is_file() for name in embedded_models())


@pytest.mark.parametrize("name", ["no-such-model", "../zoo/unet-nano", "..", ""])
def test_a_name_that_is_none_of_them_is_told_with_those_that_are(name: str) -> None:
    with pytest.raises(ArgumentError, match=r"There are: .*unet-nano"):
        embedded_model(name)


def test_a_resource_lies_in_the_resources_folder() -> None:
    assert resource_path("zoo", "index.json").is_file()
