"""Raw attention of one layer and head."""

from granview.core.explain_facts import MethodFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.explain.attention_explanation import attention_explanation
from granview.explain.method import METHODS, Method
from granview.explain.prepared_sample import IsCancelled, PreparedSample


class Attention(Method):
    """The softmax weights themselves: a row or a column of one head's attention matrix."""

    takes_device = False
    facts = MethodFacts(
        name="attention",
        title="Attention",
        paper="Vaswani et al. 2017, Attention Is All You Need, arXiv:1706.03762",
        says="Which tokens' values a layer mixes into a token, and how much of each, in one head.",
        cannot_say="Whether the prediction depends on it: large weights can change nothing (Jain and Wallace 2019).",
        has_layers=True,
        has_heads=True,
        has_direction=True,
    )

    def why_not(self, prepared: PreparedSample) -> str:
        """It serves every network with attention layers."""
        return prepared.no_attention

    def explain(
        self, prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None
    ) -> Explanation:
        """The layer's attention from or to the place; the mean over heads where none is named."""
        stack = prepared.stack(query.stack)
        heads = stack.layers[query.chosen_layer(len(stack.layers))].site.heads
        return attention_explanation(prepared, query, self.facts.name, query.checked_head(heads), cancelled)


METHODS.register("attention")(Attention())
