"""Explains what one lane's model makes of its samples: prepares each sample once, and answers from what is kept."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final

import msgspec
import numpy as np

from granview.core.errors import GranViewError, NotFinite, UnsupportedModel
from granview.core.explain_facts import ExplainFacts, MethodFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.explain.adapter_subject import subject_of
from granview.explain.attention.recorder import Cancelled as ExplainCancelled
from granview.explain.byte_cache import ByteCache
from granview.explain.method import METHODS
from granview.explain.prepared_sample import DEFAULT_LIMIT_BYTES, IsCancelled, PreparedSample, prepare
from granview.models.adapter import AnyAdapter
from granview.models.network_adapter import NetworkAdapter


def explain(prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None) -> Explanation:
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


EXPLANATIONS_BYTES: Final = 64 << 20
"""The most that answers hold that are remembered."""


class AdapterExplainer:
    """Answers questions about the samples of one adapter.

    Prepared samples are kept as far as they fit the limit, those asked about last; and so are answers. What can be
    answered from a few rows of what is kept does not wait for the device.

    Args:
        adapter: The lane's model.
        device: Within it the device and the network are ours alone; entered for every pass.
        limit_bytes: The most that is kept of all samples together.
    """

    def __init__(
        self, adapter: AnyAdapter, device: AbstractContextManager[Any], limit_bytes: int = DEFAULT_LIMIT_BYTES
    ) -> None:
        self._adapter = adapter
        self._device = device
        self._limit_bytes = limit_bytes
        self._prepared: ByteCache[str, PreparedSample] = ByteCache(
            limit_bytes, PreparedSample.nbytes, PreparedSample.close
        )
        self._explanations: ByteCache[tuple[str, ExplainQuery], Explanation] = ByteCache(
            EXPLANATIONS_BYTES, _explanation_bytes
        )

    def facts(self, key: str, sample_input: Any, written: str | None, cancelled: IsCancelled) -> ExplainFacts:
        """What can be asked about a sample.

        Args:
            key: Names the sample; equal keys are the same sample.
            sample_input: The sample as the adapter takes it.
            written: What the model wrote about it, for models that write.
            cancelled: Asked in between; where it says True, the pass ends early.
        """
        return facts_of(self._prepare(_key(key, written), sample_input, written, cancelled))

    def explain(
        self, key: str, sample_input: Any, written: str | None, query: ExplainQuery, cancelled: IsCancelled
    ) -> Explanation:
        """The answer to a query about a sample.

        Raises:
            GranViewError: there is no such method, it does not serve this network, or it cannot answer.
        """
        asked = _key(key, written), query
        found = self._explanations.get(asked)
        if found is None:
            found = self._explained(self._prepare(asked[0], sample_input, written, cancelled), query, cancelled)
            self._explanations.put(asked, found)
            self._prepared.shrink()
        return found

    def close(self) -> None:
        """Let go of all that is kept."""
        self._explanations.clear()
        self._prepared.clear()

    def _explained(self, prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled) -> Explanation:
        alone = self._device if takes_device(prepared, query) else nullcontext()
        with alone, self._in_words():
            return explain(prepared, query, cancelled)

    def _prepare(self, key: str, sample_input: Any, written: str | None, cancelled: IsCancelled) -> PreparedSample:
        found = self._prepared.get(key)
        if found is None:
            self._refuse_other_engines()
            with self._device, self._in_words():
                found = prepare(subject_of(self._adapter, sample_input, written), self._limit_bytes, cancelled)
            self._prepared.put(key, found)
        return found

    def _refuse_other_engines(self) -> None:
        if isinstance(self._adapter, NetworkAdapter) and self._adapter.why_not_explained:
            raise UnsupportedModel(
                self._adapter.why_not_explained, "Explain a lane of the same model that torch computes."
            )

    def _in_words(self) -> AbstractContextManager[Any]:
        """Within it, what torch raises becomes an error in words."""
        return _InWords(self._adapter) if isinstance(self._adapter, NetworkAdapter) else nullcontext()


class _InWords:
    """Leaves alone what is in words already, and passes that were given up; says of NaN where it may come from."""

    def __init__(self, adapter: NetworkAdapter[Any, Any]) -> None:
        self._adapter = adapter

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        is_said = isinstance(error, GranViewError) and not isinstance(error, NotFinite)
        if isinstance(error, Exception) and not is_said and not isinstance(error, ExplainCancelled | MemoryError):
            with self._adapter.failing_in_words():
                raise error


def _key(key: str, written: str | None) -> str:
    return f"{key} {written}"


def _explanation_bytes(explanation: Explanation) -> int:
    overview = 0 if explanation.overview is None else explanation.overview.values.nbytes
    return explanation.weights.values.nbytes + overview
