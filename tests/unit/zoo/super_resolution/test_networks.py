"""Networks that enlarge: sizes, the bicubic picture that they start from, folders."""

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch
from PIL import Image

from granview.core.errors import ModelError
from granview.zoo.build import file_sha256
from granview.zoo.config import ZooConfig
from granview.zoo.super_resolution.enlarge import enlarge
from granview.zoo.super_resolution.folder import load_super_resolution, write_super_resolution
from granview.zoo.super_resolution.networks import SUPER_RESOLUTION_ARCHITECTURES

TINY: dict[str, dict[str, Any]] = {
    "fsrcnn": {"scale": 2, "features": 8, "shrunk": 4, "depth": 1},
    "edsr": {"scale": 2, "channels": 8, "blocks": 1},
}
ARCHITECTURES = pytest.mark.parametrize("architecture", TINY)


def noise(height: int, width: int) -> torch.Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(3))


@ARCHITECTURES
@pytest.mark.parametrize("size", [(1, 1), (7, 12), (33, 20)])
def test_any_size_is_doubled(architecture: str, size: tuple[int, int]) -> None:
    network = SUPER_RESOLUTION_ARCHITECTURES[architecture](**TINY[architecture]).eval()
    with torch.inference_mode():
        assert network(noise(*size)).shape == (1, 3, 2 * size[0], 2 * size[1])


@pytest.mark.parametrize("architecture", ["fsrcnn", "edsr"])
@pytest.mark.parametrize("scale", [2, 4])
def test_scales_are_powers_of_two(architecture: str, scale: int) -> None:
    network = SUPER_RESOLUTION_ARCHITECTURES[architecture](**{**TINY[architecture], "scale": scale}).eval()
    with torch.inference_mode():
        assert network(noise(6, 5)).shape == (1, 3, 6 * scale, 5 * scale)


@ARCHITECTURES
def test_an_untrained_network_is_nearly_bicubic(architecture: str) -> None:
    torch.manual_seed(0)
    network = SUPER_RESOLUTION_ARCHITECTURES[architecture](**TINY[architecture]).eval()
    with torch.inference_mode():
        assert (network(noise(9, 9)) - enlarge(noise(9, 9), 2)).abs().max() < 0.05


def test_fsrcnn_leaves_the_differences_of_colours_alone() -> None:
    network = SUPER_RESOLUTION_ARCHITECTURES["fsrcnn"](**TINY["fsrcnn"]).eval()
    with torch.inference_mode():
        added = network(noise(8, 8)) - enlarge(noise(8, 8), 2)
    torch.testing.assert_close(added[:, 0], added[:, 2])


def test_enlarging_agrees_with_pillow() -> None:
    pixels = np.random.default_rng(1).integers(60, 196, (12, 15), np.uint8)
    theirs = np.asarray(Image.fromarray(pixels.astype(np.float32)).resize((30, 24), Image.Resampling.BICUBIC))
    ours = enlarge(torch.from_numpy(pixels).float()[None, None], 2)[0, 0].numpy()
    np.testing.assert_allclose(ours, theirs, atol=1e-3)


def written(folder: Path, architecture: str) -> torch.nn.Module:
    """A random network in a folder with the little that loading needs of a card."""
    network = SUPER_RESOLUTION_ARCHITECTURES[architecture](**TINY[architecture]).eval()
    write_super_resolution(folder, architecture, TINY[architecture], network)
    digest = {"sha256": file_sha256(folder / "model.safetensors")}
    (folder / "card.json").write_bytes(msgspec.json.encode(digest))
    return network


@ARCHITECTURES
def test_a_folder_gives_back_the_network(architecture: str, tmp_path: Path) -> None:
    network = written(tmp_path, architecture)
    read, config = load_super_resolution(tmp_path)
    assert (config.task, config.labels, config.arguments["scale"]) == ("image-to-image", (), 2)
    with torch.inference_mode():
        assert torch.equal(read(noise(5, 6)), network(noise(5, 6)))


@pytest.mark.parametrize(("field", "value"), [("architecture", "vdsr"), ("arguments", {"scale": 2, "channels": 9})])
def test_a_configuration_that_does_not_fit_is_a_sentence(field: str, value: object, tmp_path: Path) -> None:
    written(tmp_path, "edsr")
    path = tmp_path / "config.json"
    config = msgspec.json.decode(path.read_bytes(), type=ZooConfig)
    path.write_bytes(msgspec.json.encode(msgspec.structs.replace(config, **{field: value})))
    with pytest.raises(ModelError, match="not usable as a zoo model"):
        load_super_resolution(tmp_path)
