"""Results that are nothing but tables of units: for sessions with millions of them."""

import numpy as np

from granview.core.events import ResultArrived
from granview.core.labels import ClassMap, LabelSet
from granview.core.measurements import Cost, Timing
from granview.core.messages import Result
from granview.core.prediction import pack_prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Reference, Sample
from granview.core.unit import UnitTable, pack_statistics, pack_units

_PIXEL = pack_prediction(LabelMap(np.zeros((1, 1), np.uint8)))
_STATISTICS = pack_statistics({"pixels": np.ones((1, 3), np.int64)})


def unit_sample(name: str) -> Sample:
    """A picture whose files need not exist."""
    return Sample(name, f"/data/{name}.png", reference=Reference(f"/data/{name}_mask.png"))


def unit_result(lane: str, name: str, units: UnitTable, n_classes: int) -> ResultArrived:
    """What a lane would send of these units, in classes ``c0``, ``c1``, …"""
    labels = LabelSet(tuple(f"c{place}" for place in range(n_classes)), ((0, 0, 0),) * n_classes)
    timing = Timing(1.0, 2.0, 0.5, 3.0, 0.25, 1, False)
    packed = (_STATISTICS, pack_units(units), labels, ClassMap(tuple(range(n_classes))), (), Cost())
    return ResultArrived(lane, Result(1, unit_sample(name), _PIXEL, timing, *packed))
