"""Sentences with persons, organisations, places, dates and products of one to eight words."""

from granview.zoo.texts.entities.names import LABELS
from granview.zoo.texts.entities.sentences import TAGS, make_entities

__all__ = ["LABELS", "TAGS", "make_entities"]
