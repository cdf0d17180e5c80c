"""Depth estimation: which models are for it, and what their values and those of references are."""

from typing import Final

from granview.core.task_param import TaskParam
from granview.core.task_trait import TASK_TRAITS, TaskTraits

BY_CONFIG: Final = "config"

PARAMS: Final = (
    TaskParam(
        "depth_scale",
        "Reference values in a metre",
        1000.0,
        "By how much whole numbers of a reference's file are divided to be metres: 1000 where it holds millimetres, "
        "256 for KITTI; files of floating-point numbers hold metres",
        1e-6,
        1e9,
        rescores=True,
        reading="depth_scale",
    ),
    TaskParam(
        "depth_cap_m",
        "Farthest distance",
        80.0,
        "Px whose reference is farther away are not scored, and what a model says is cut to it; 80 for KITTI, 10 for "
        "rooms as in NYU",
        0.01,
        1e6,
        "m",
        rescores=True,
    ),
    TaskParam(
        "depth_kind",
        "What models give",
        BY_CONFIG,
        "What the values of models are, where their config does not tell: metres, distances but for scale and shift, "
        "or one by distances but for scale and shift",
        choices=(BY_CONFIG, "metric", "relative", "inverse"),
    ),
)

TASK_TRAITS.register("depth-estimation")(
    TaskTraits(
        "a depth estimation model",
        ("ForDepthEstimation",),
        rank=0,
        params=PARAMS,
        why_whole="Its values hold but for a scale and a shift of each picture, which would be others in every tile",
    )
)
