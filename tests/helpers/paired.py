"""A real model for tests of the engine that takes a second picture and a phrase besides each picture."""

from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, Progress, SampleInput
from tests.helpers.checkerboard import Checkerboard


class Paired(Checkerboard):
    """A checkerboard whose notice says what it was given."""

    part_roles: ClassVar[tuple[str, ...]] = ("second", "phrase")

    def preprocess(self, sample_input: Sequence[Any], params: RunParams = DEFAULT_PARAMS) -> Any:
        """Pictures whose second one is the same, and whose phrase says so, become their own input."""
        for given in sample_input:
            assert isinstance(given, SampleInput)
            assert np.array_equal(given.main, given.parts["second"])
            assert given.parts["phrase"].text == "the same"
        return super().preprocess([given.main for given in sample_input], params)


def load_adapter(spec: LaneSpec, progress: Progress) -> Paired:
    """A model that needs no weights."""
    return Paired()
