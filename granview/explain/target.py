"""The class that is explained, and the one number of the network's output that stands for it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from granview.core.errors import ArgumentError, UnsupportedModel
from granview.core.explain_query import ExplainQuery, TokenPlace
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView, tokens_of
from granview.explain.subject import Subject


@dataclass(frozen=True)
class Target:
    """A class, and where its logits are added up.

    Attributes:
        index: The class.
        places: Indices (n,) int64 of the pixels of the logits in row order, or of the tokens; None where the network
            says one thing of the whole sample.
    """

    index: int
    places: NDArray[np.int64] | None = None

    def score(self, logits: Tensor) -> Tensor:
        """The sum of the class's logits over the places, for each of a batch: (batch,).

        Args:
            logits: (batch, classes), (batch, classes, h, w) or (batch, tokens, classes).
        """
        if self.places is None:
            return logits[:, self.index]
        by_place = logits[:, self.index].flatten(1) if logits.ndim == 4 else logits[:, :, self.index]
        return by_place[:, torch.tensor(self.places, device=logits.device)].sum(dim=1)


def choose_target(subject: Subject, logits: Tensor, query: ExplainQuery) -> Target:
    """The class asked for, or else the one predicted: at the place, or where no place is named in most of the sample.

    For pixels, the class's logits are added up over the place, or, without one, over all pixels where the network
    predicts that class (over all pixels where it does so nowhere). For tokens, over the place, or at the token that the
    subject names.

    Raises:
        ArgumentError: there is no such class, or no such place.
        UnsupportedModel: the logits have another shape than those of classes.
    """
    chooser = _CHOOSERS.get(logits.ndim)
    if chooser is None or len(logits) != 1:
        raise UnsupportedModel(f"Logits of shape {tuple(logits.shape)} name no class.", "Choose a method of attention.")
    classes = logits.shape[2] if logits.ndim == 3 else logits.shape[1]
    if query.target is not None and not 0 <= query.target < classes:
        raise ArgumentError(f"There is no class {query.target}.", f"Classes go from 0 to {classes - 1}.")
    return chooser(subject, logits, query)


def _of_sample(_: Subject, logits: Tensor, query: ExplainQuery) -> Target:
    return Target(int(logits[0].argmax()) if query.target is None else query.target)


def _of_pixels(subject: Subject, logits: Tensor, query: ExplainQuery) -> Target:
    if not isinstance(subject.view, ImageView):
        raise UnsupportedModel("Logits over pixels, but no image.", "Choose a method of attention.")
    predicted = logits[0].argmax(dim=0).flatten().cpu()
    if query.place is not None and not isinstance(query.place, TokenPlace):
        cells = subject.view.cells_of(query.place, logits.shape[2], logits.shape[3])
        index = int(predicted[cells].mode().values) if query.target is None else query.target
        return Target(index, cells)
    index = int(predicted.mode().values) if query.target is None else query.target
    where = np.flatnonzero(predicted.numpy() == index)
    return Target(index, where if len(where) else np.arange(len(predicted)))


def _of_tokens(subject: Subject, logits: Tensor, query: ExplainQuery) -> Target:
    places = _tokens_asked(subject, logits.shape[1], query)
    index = int(logits[0, places[-1]].argmax()) if query.target is None else query.target
    return Target(index, places)


def _tokens_asked(subject: Subject, count: int, query: ExplainQuery) -> NDArray[np.int64]:
    if query.place is None:
        if subject.reads is None:
            raise ArgumentError("The model says something of each token.", "Point at one.")
        return np.array([subject.reads % count], dtype=np.int64)
    if isinstance(query.place, TokenPlace):
        if not 0 <= query.place.index < count:
            raise ArgumentError(f"There is no token {query.place.index}.", f"Tokens go from 0 to {count - 1}.")
        return np.array([query.place.index], dtype=np.int64)
    view = subject.view
    side = view.side(count, decoder=view.target is not None) if isinstance(view, TextView) else None
    if side is None:
        raise ArgumentError("Where the model's tokens stand is not known.", "Ask for a token by its index.")
    return tokens_of(query.place, side)


_CHOOSERS: dict[int, Callable[[Subject, Tensor, ExplainQuery], Target]] = {2: _of_sample, 3: _of_tokens, 4: _of_pixels}
