"""Grad-CAM for convolutional networks, by Captum."""

import math
from typing import Any

import torch
from msgspec.structs import replace
from torch import Tensor

from granview.core.errors import ArgumentError, ModelError
from granview.core.explain_facts import MethodFacts
from granview.core.explain_query import ExplainQuery, PointPlace
from granview.core.explanation import Explanation, Floats, HeatMaps
from granview.explain.differentiable import differentiable
from granview.explain.explanation_measures import measures_of
from granview.explain.geometry.image_view import ImageView
from granview.explain.method import METHODS, Method
from granview.explain.prepared_sample import IsCancelled, PreparedSample
from granview.explain.subject import Subject
from granview.explain.target import Target, choose_target
from granview.explain.token_places import as_array


class GradCam(Method):
    """A layer's maps, each weighted by the mean gradient of the class's score, added up, negative values cut to 0.

    The score of a segmentation is the sum of the class's logits over the region asked for, or over all pixels predicted
    as that class (Vinogradova et al. 2020, arXiv:2002.11434). A point names the class alone: a single pixel's score
    depends on too little for the mean gradient to say anything.
    """

    facts = MethodFacts(
        name="grad-cam",
        title="Grad-CAM",
        paper="Selvaraju et al. 2017, Grad-CAM, ICCV, arXiv:1610.02391",
        says="Where a convolutional layer found what raises the class's score.",
        cannot_say="Anything finer than that layer's cells, nor what lowers the score.",
        has_target=True,
    )

    def why_not(self, prepared: PreparedSample) -> str:
        """It serves networks with feature maps behind which there is no attention."""
        if not isinstance(prepared.subject.view, ImageView):
            return "it explains images."
        if prepared.logits_shape is None:
            return "this network gives no logits of classes."
        return "" if prepared.target_layers else "this network has no convolutional layer behind its attention."

    def explain(
        self, prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None
    ) -> Explanation:
        """The map of the class at the chosen layer, in a forward and a backward pass of its own."""
        subject = prepared.subject
        assert isinstance(subject.view, ImageView)
        names = _chosen(prepared, query)
        with differentiable(subject, cancelled) as inputs:
            with torch.no_grad():
                logits = subject.logits(subject.run(inputs))
            target = choose_target(subject, logits, query)
            if isinstance(query.place, PointPlace):
                target = choose_target(subject, logits, replace(query, place=None, target=target.index))
            name, values = _first(subject, inputs, target, names)
        weights = HeatMaps(values, _box(subject.view, values.shape))
        return Explanation(
            method=self.facts.name,
            weights=weights,
            target=target.index,
            numbers=measures_of(subject.view, weights, query, None),
            notices=(f"Grad-CAM looks at {name}.",),
        )


def _box(view: ImageView, shape: tuple[int, ...]) -> tuple[float, float, float, float]:
    """The part of the image under a map of (rows, columns).

    Where a power of two as stride gives so many cells, rounded up, the last ones stand for pixels that were padded, and
    the box reaches beyond the image.
    """
    x0, y0, x1, y1 = view.box_xyxy_px
    down, across = (_reach(cells, pixels) for cells, pixels in zip(shape, view.input_size, strict=True))
    return x0, y0, x0 + (x1 - x0) * across, y0 + (y1 - y0) * down


def _reach(cells: int, pixels: int) -> float:
    stride = 2 ** math.ceil(math.log2(pixels / cells)) if cells < pixels else 1
    return cells * stride / pixels if math.ceil(pixels / stride) == cells else 1.0


def _chosen(prepared: PreparedSample, query: ExplainQuery) -> tuple[str, ...]:
    """The layer asked for; all of them, best first, where none was named."""
    if not query.target_layer:
        return prepared.target_layers
    if query.target_layer not in prepared.target_layers:
        known = ", ".join(prepared.target_layers)
        raise ArgumentError(f"'{query.target_layer}' is no layer for Grad-CAM.", f"Known: {known}.")
    return (query.target_layer,)


def _first(subject: Subject, inputs: dict[str, Any], target: Target, names: tuple[str, ...]) -> tuple[str, Floats]:
    """The first of the layers that the class depends on, and its map (rows, columns), not negative.

    Raises:
        ModelError: it depends on none.
    """
    for name in names:
        found = _cam(subject, inputs, target, name)
        if found is not None:
            return name, as_array(found[0, 0])
    raise ModelError(f"The class does not depend on the layer {', '.join(names)}.", "Choose another layer.")


def _cam(subject: Subject, inputs: dict[str, Any], target: Target, name: str) -> Tensor | None:
    """(1, 1, rows, columns), not negative; None where the class does not depend on the layer."""
    from captum.attr import LayerGradCam

    pixels = next(key for key, value in inputs.items() if isinstance(value, Tensor) and value.ndim == 4)

    def score(shown_pixels: Tensor) -> Tensor:
        return target.score(subject.logits(subject.run({**inputs, pixels: shown_pixels})))

    cam = LayerGradCam(score, subject.network.get_submodule(name))
    try:
        found: Tensor = cam.attribute(inputs[pixels], relu_attributions=True)
    except RuntimeError as error:
        if "not have been used in the graph" in str(error):
            return None
        raise
    return found


METHODS.register("grad-cam")(GradCam())
