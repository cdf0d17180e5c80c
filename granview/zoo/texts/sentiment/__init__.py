"""Judgements with negation, contrast, degrees and their nesting."""

from granview.zoo.texts.sentiment.operators import LABELS, STRONGEST
from granview.zoo.texts.sentiment.sentences import make_sentiment

__all__ = ["LABELS", "STRONGEST", "make_sentiment"]
