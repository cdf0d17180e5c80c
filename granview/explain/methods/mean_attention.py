"""Attention of one layer, as the mean over its heads."""

from granview.core.explain_facts import MethodFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.explain.attention_explanation import attention_explanation
from granview.explain.method import METHODS, Method
from granview.explain.prepared_sample import IsCancelled, PreparedSample


class MeanAttention(Method):
    """Raw attention without a choice of head, so that lanes with different numbers of heads are asked alike."""

    takes_device = False
    facts = MethodFacts(
        name="mean-attention",
        title="Attention, mean over heads",
        paper="Vaswani et al. 2017, Attention Is All You Need, arXiv:1706.03762",
        says="Which tokens' values a layer mixes into a token, averaged over its heads.",
        cannot_say="What a single head does: opposite patterns of two heads blur into one.",
        has_layers=True,
        has_direction=True,
    )

    def why_not(self, prepared: PreparedSample) -> str:
        """It serves every network with attention layers."""
        return prepared.no_attention

    def explain(
        self, prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None
    ) -> Explanation:
        """The layer's attention from or to the place."""
        return attention_explanation(prepared, query, self.facts.name, None, cancelled)


METHODS.register("mean-attention")(MeanAttention())
