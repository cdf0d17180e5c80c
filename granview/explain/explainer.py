"""Explains what one lane's model makes of its samples: prepares each sample once, and answers from what is kept."""

from contextlib import AbstractContextManager
from typing import Any

from granview.core.explain_facts import ExplainFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.explain.answer import answer, facts_of
from granview.explain.of_adapter import subject_of
from granview.explain.prepared import Cancelled, Prepared, prepare
from granview.models.base import AnyAdapter


class AdapterExplainer:
    """Answers questions about the samples of one adapter.

    Args:
        adapter: The lane's model.
        device: Within it the device and the network are ours alone; entered for every pass.
    """

    def __init__(self, adapter: AnyAdapter, device: AbstractContextManager[Any]) -> None:
        self._adapter = adapter
        self._device = device
        self._prepared: tuple[str, Prepared] | None = None

    def facts(self, key: str, given: Any, written: str | None, cancelled: Cancelled) -> ExplainFacts:
        """What can be asked about a sample.

        Args:
            key: Names the sample; equal keys are the same sample.
            given: The sample as the adapter takes it.
            written: What the model wrote about it, for models that write.
            cancelled: Asked in between; where it says True, the pass ends early.
        """
        return facts_of(self._prepare(key, given, written, cancelled))

    def answer(
        self, key: str, given: Any, written: str | None, query: ExplainQuery, cancelled: Cancelled
    ) -> Explanation:
        """The answer to a query about a sample.

        Raises:
            GranViewError: there is no such method, it does not serve this network, or it cannot answer.
        """
        prepared = self._prepare(key, given, written, cancelled)
        with self._device:
            return answer(prepared, query, cancelled)

    def _prepare(self, key: str, given: Any, written: str | None, cancelled: Cancelled) -> Prepared:
        key = f"{key} {written}"
        if self._prepared is None or self._prepared[0] != key:
            with self._device:
                self._prepared = (key, prepare(subject_of(self._adapter, given, written), cancelled=cancelled))
        return self._prepared[1]
