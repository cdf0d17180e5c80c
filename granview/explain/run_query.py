"""Questions to a prepared sample."""

import msgspec
import numpy as np

from granview.core.errors import NotFinite, UnsupportedModel
from granview.core.explain_facts import ExplainFacts, MethodFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.explain.method import METHODS
from granview.explain.prepared_sample import IsCancelled, PreparedSample


def answer(prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None) -> Explanation:
    """The answer to a query.

    Raises:
        GranViewError: there is no such method, it does not serve this network, or it cannot answer.
        granview.explain.attention.recorder.Cancelled: ``cancelled`` said True.
    """
    method = METHODS.get(query.method)
    reason = method.why_not(prepared)
    if reason:
        raise UnsupportedModel(f"{method.facts.title}: {reason}", "Choose another method for this lane.")
    explanation = method.explain(prepared, query, cancelled)
    if not np.isfinite(explanation.weights.values).all():
        raise NotFinite(
            f"{method.facts.title}: values of the answer are no numbers (NaN or infinite).", "Choose another method."
        )
    return explanation


def takes_device(prepared: PreparedSample, query: ExplainQuery) -> bool:
    """Whether answering takes a pass of the network, or as much, rather than a few rows of what is kept."""
    return METHODS.get(query.method).takes_device or not prepared.kept


def facts_of(prepared: PreparedSample) -> ExplainFacts:
    """What can be asked of a prepared sample."""
    return ExplainFacts(
        methods=tuple(_method_facts(prepared)),
        stacks=tuple(stack.facts() for stack in prepared.stacks),
        target_layers=prepared.target_layers,
        kept_bytes=prepared.nbytes() if prepared.kept else None,
        eager_bytes=prepared.eager_bytes,
        notices=(*prepared.subject.notices, *prepared.notices),
    )


def _method_facts(prepared: PreparedSample) -> list[MethodFacts]:
    return [
        msgspec.structs.replace(method.facts, why_not=method.why_not(prepared)) for method in METHODS.all().values()
    ]
