"""torchvision's detectors with random weights, as state dicts, and what torchvision itself makes of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from torch import nn
from torchvision.models import detection, get_model, list_models

BUILDERS: Final = list_models(module=detection, exclude="keypoint*")
OUTPUTS: Final = 4
"""The background and three classes."""

_SIDE: Final = 64


def built(builder: str, outputs: int = OUTPUTS) -> Any:
    """A network in evaluation mode whose outputs differ."""
    torch.manual_seed(0)
    with no_initialisation():
        network = get_model(builder, weights=None, weights_backbone=None, num_classes=outputs).eval()
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if parameter.ndim > 1:
                parameter.normal_(0, _deviation(name, parameter))
            elif name.endswith("bias"):
                parameter.zero_()
            else:
                parameter.fill_(1)
    return network


def _deviation(name: str, weights: nn.Parameter) -> float:
    """So large that classes differ, and so small that boxes stay in the picture."""
    if "bbox" in name or "regression_head" in name:
        return 0.001
    if "cls_" in name or "classification_head" in name or "mask_fcn_logits" in name:
        return 0.05
    return float(weights[0].numel() ** -0.5)


@contextmanager
def no_initialisation() -> Iterator[None]:
    """Within it layers are made without filling their weights, which takes seconds."""
    names = ("kaiming_uniform_", "kaiming_normal_", "normal_", "uniform_", "xavier_uniform_", "trunc_normal_")
    before = {name: getattr(nn.init, name) for name in names}
    for name in names:
        setattr(nn.init, name, lambda tensor, *given, **named: tensor)
    try:
        yield
    finally:
        for name, own in before.items():
            setattr(nn.init, name, own)


def small(network: Any) -> Any:
    """The same network with pictures brought to about 64 px instead of 800, and 40 proposals instead of 1,000."""
    transform = getattr(network.transform, "inner", network.transform)
    transform.min_size, transform.max_size = (_SIDE,), 2 * _SIDE
    if hasattr(network, "rpn"):
        network.rpn._post_nms_top_n = network.rpn._pre_nms_top_n = {"training": 40, "testing": 40}
    return network


def save_built(network: Any, folder: Path, names: str = "cell\nnucleus\ndebris\n") -> Path:
    """Writes a state dict, with a file of its classes beside it."""
    path = folder / "weights.safetensors"
    save_file({name: tensor.contiguous() for name, tensor in network.state_dict().items()}, path)
    (folder / "classes.txt").write_text(names)
    return path


def own_answers(network: Any, pictures: Sequence[NDArray[np.uint8]], at_most: int = 100) -> list[dict[str, Any]]:
    """torchvision's own answers from a score of 0 on, masks pasted into whole pictures."""
    last = getattr(network, "roi_heads", network)
    last.score_thresh, last.detections_per_img = 0.0, at_most
    with torch.inference_mode():
        said = network([torch.from_numpy(np.array(picture)).permute(2, 0, 1) / 255 for picture in pictures])
    return [{name: tensor.numpy() for name, tensor in one.items()} for one in said]
