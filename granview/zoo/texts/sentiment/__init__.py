"""Judgements with negation, contrast, degrees and their nesting."""

from granview.zoo.texts.sentiment.operators import LABELS, STRONGEST
from granview.zoo.texts.sentiment.sentences import MAX_DEPTH, depth_of, make_sentiment

__all__ = ["LABELS", "MAX_DEPTH", "STRONGEST", "depth_of", "make_sentiment"]
