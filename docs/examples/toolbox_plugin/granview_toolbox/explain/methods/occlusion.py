"""Occlusion: how much the class's score falls when a part of the picture is covered."""

from typing import Final

import numpy as np
import torch
from torch import Tensor

from granview.core.explain_facts import MethodFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation, HeatMaps
from granview.explain.attention.recorder import give_up_if
from granview.explain.explanation_measures import measures_of
from granview.explain.geometry.image_view import ImageView
from granview.explain.method import METHODS, Method
from granview.explain.prepared_sample import IsCancelled, PreparedSample
from granview.explain.target import choose_target

GRID: Final = 6
"""The picture is covered cell by cell, GRID x GRID of them, each in a pass of its own."""


class Occlusion(Method):
    """The fall of the score for each covered cell; negative where covering it raises the score."""

    facts = MethodFacts(
        name="occlusion",
        title="Occlusion",
        paper="Zeiler and Fergus 2014, Visualizing and Understanding Convolutional Networks, arXiv:1311.2901",
        says="How much the class's score falls when a cell is covered with the picture's mean.",
        cannot_say="What several cells say together: each is covered alone.",
        has_target=True,
        signed=True,
    )

    def why_not(self, prepared: PreparedSample) -> str:
        """It serves networks that give logits for pictures."""
        if not isinstance(prepared.subject.view, ImageView):
            return "it explains images."
        return "" if prepared.logits_shape is not None else "this network gives no logits of classes."

    def explain(
        self, prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None
    ) -> Explanation:
        """The score with the whole picture less that with each cell covered: (GRID, GRID) float32."""
        subject = prepared.subject
        assert isinstance(subject.view, ImageView)
        name, pixels = next((name, value) for name, value in subject.inputs.items() if isinstance(value, Tensor))
        values = np.empty((GRID, GRID), np.float32)
        with torch.no_grad():
            logits = subject.logits(subject.run())
            target = choose_target(subject, logits, query)
            whole = target.score(logits)
            for row, column in np.ndindex(GRID, GRID):
                give_up_if(cancelled)
                inputs = {**subject.inputs, name: covered(pixels, row, column)}
                values[row, column] = float(whole - target.score(subject.logits(subject.run(inputs))))
        weights = HeatMaps(values, subject.view.box_xyxy_px)
        numbers = measures_of(subject.view, weights, query, None)
        return Explanation(self.facts.name, weights, target=target.index, numbers=numbers)


def covered(pixels: Tensor, row: int, column: int) -> Tensor:
    """Pixels (..., H, W) of which one cell of the grid is the mean of all."""
    height, width = pixels.shape[-2:]
    y, x = (slice(i * n // GRID, (i + 1) * n // GRID) for i, n in ((row, height), (column, width)))
    copy = pixels.clone()
    copy[..., y, x] = pixels.mean(dim=(-2, -1), keepdim=True)
    return copy


METHODS.register("occlusion")(Occlusion())
