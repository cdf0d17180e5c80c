"""Methods of explanation, one file each in ``granview/explain/methods``."""

from abc import ABC, abstractmethod
from typing import ClassVar, Final

from granview.core.explain_facts import MethodFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.core.registry import Registry
from granview.explain.prepared_sample import IsCancelled, PreparedSample


class Method(ABC):
    """A way of explaining what a network says of a sample.

    Attributes:
        facts: Its name, its paper, and what it can and cannot say.
        takes_device: Whether it computes for long even where queries and keys are kept: in passes of the network, or
            over all attention weights. Such methods have the device to themselves, so that no timed pass is disturbed.
    """

    facts: ClassVar[MethodFacts]
    takes_device: ClassVar[bool] = True

    @abstractmethod
    def why_not(self, prepared: PreparedSample) -> str:
        """Why it does not serve a network, in one sentence; empty where it does."""

    @abstractmethod
    def explain(
        self, prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None
    ) -> Explanation:
        """The answer to a query.

        Raises:
            GranViewError: the query cannot be answered, in words.
            granview.explain.attention.recorder.Cancelled: ``cancelled`` said True.
        """


METHODS: Final[Registry[Method]] = Registry("granview.explain.methods", "explanation method")
