"""What methods that follow gradients to the tokens of a text have in common."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from granview.core.errors import UnsupportedModel
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import SPECIAL, Explanation, Tokens, TokenWeights
from granview.explain.differentiable import differentiable
from granview.explain.embedding import embedded
from granview.explain.geometry.text_view import TextView
from granview.explain.method import Method
from granview.explain.prepared_sample import IsCancelled, PreparedSample
from granview.explain.target import choose_target
from granview.explain.token_places import as_array

Score = Callable[[Tensor], Tensor]
"""From embeddings (1, n, width) to the score (1,) of the class that is explained."""

Attribution = tuple[Tensor, dict[str, float], tuple[str, ...]]
"""Attributions (1, n, width), measures and notices."""


class TokenGradients(Method):
    """Attributions of a text's embeddings, added up for each token: a kind of method says how they are made."""

    @abstractmethod
    def attribute(self, score: Score, embeddings: Tensor, baseline: Tensor) -> Attribution:
        """Attributions to the sample's embeddings, compared with a baseline; both are (1, n, width)."""

    def why_not(self, prepared: PreparedSample) -> str:
        """It serves networks that embed tokens and give logits."""
        if not isinstance(prepared.subject.view, TextView):
            return "it explains texts."
        if prepared.logits_shape is None:
            return "this network gives no logits of classes."
        return "" if prepared.embedding else "this network's token embedding was not found."

    def explain(
        self, prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None
    ) -> Explanation:
        """The tokens' attributions, in passes of their own."""
        subject, name = prepared.subject, prepared.embedding
        assert isinstance(subject.view, TextView)
        assert name is not None
        with differentiable(subject, cancelled) as inputs:
            noted = list[Tensor]()
            with torch.no_grad(), embedded(subject.network, name, lambda output: _noted(noted, output)):
                logits = subject.logits(subject.run(inputs))
            target = choose_target(subject, logits, query)

            def score(embeddings: Tensor) -> Tensor:
                with embedded(subject.network, name, lambda _: embeddings.clone()):
                    return target.score(subject.logits(subject.run(inputs)))

            tokens = _tokens(subject.view, noted[0].shape[1])
            blank = _blank(subject.network, name, noted[0])
            values, numbers, notices = self.attribute(score, noted[0], _baseline(noted[0], tokens, blank))
        return Explanation(
            method=self.facts.name,
            weights=TokenWeights(as_array(values[0].sum(dim=1)), tokens),
            asked=tokens,
            at=_at(target.places),
            target=target.index,
            numbers=numbers,
            notices=notices,
        )


def _noted(noted: list[Tensor], output: Tensor) -> Tensor:
    noted.append(output.detach().clone())
    return output


def _blank(network: nn.Module, name: str, embeddings: Tensor) -> Tensor:
    """The padding token's embedding (width,), or zeros where the network's config names no such token."""
    padding = getattr(getattr(network, "config", None), "pad_token_id", None)
    if not isinstance(padding, int) or padding < 0:
        return torch.zeros_like(embeddings[0, 0])
    with torch.no_grad():
        blank: Tensor = network.get_submodule(name)(torch.tensor([[padding]], device=embeddings.device))
    return blank[0, 0]


def _baseline(embeddings: Tensor, tokens: Tokens, blank: Tensor) -> Tensor:
    """Blank tokens for those of the text; special tokens stay as they are, since no text is without them."""
    special = torch.from_numpy(tokens.part == SPECIAL).to(embeddings.device)
    return torch.where(special[None, :, None], embeddings, blank)


def _tokens(view: TextView, count: int) -> Tokens:
    if len(view.source) != count:
        raise UnsupportedModel(
            f"The network embeds {count} tokens, but {len(view.source)} are known.", "Choose a method of attention."
        )
    return view.source


def _at(places: Any) -> NDArray[np.int32]:
    return np.zeros(0, np.int32) if places is None else np.asarray(places, dtype=np.int32)
