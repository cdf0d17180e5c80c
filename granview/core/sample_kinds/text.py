"""Texts: small, and put together by length."""

from granview.core.explain_query import SpanPlace
from granview.core.sample_kind import SAMPLE_KINDS, SampleKind

SAMPLE_KINDS.register("text")(SampleKind("text", "texts", requests_ahead=1024, places=(SpanPlace,)))
