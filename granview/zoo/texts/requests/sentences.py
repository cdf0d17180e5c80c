"""Requests for expressions of one to five operations."""

from random import Random

from granview.zoo.texts.requests.operations import Type
from granview.zoo.texts.requests.trees import Phrase, canonical, make_phrase
from granview.zoo.texts.sample import RequestText
from granview.zoo.texts.split import belongs, split_of_seed

MAX_OPERATIONS = 5
_VALUE_FORMS = (
    "{}",
    "compute {}",
    "return {}",
    "give me {}",
    "find {}",
    "what is {}?",
    "I need {}",
    "please compute {}",
)
_TRUTH_FORMS = ("whether {}", "check whether {}", "return whether {}", "tell me if {}", "find out if {}", "test if {}")
_TYPES = (Type.INT, Type.INT, Type.INT, Type.LIST, Type.LIST, Type.STR, Type.STR, Type.BOOL)


def _worded(rng: Random, kind: Type, phrase: Phrase) -> str:
    """The whole request, mostly with a capital letter."""
    text = rng.choice(_TRUTH_FORMS if kind is Type.BOOL else _VALUE_FORMS).format(phrase.text)
    return text[:1].upper() + text[1:] if rng.random() < 0.7 and not text.startswith(("x", "s ")) else text


def operations_of(seed: int) -> int:
    """The number of operations of a seed's request, without making it."""
    return Random(seed).randint(1, MAX_OPERATIONS)


def make_request(seed: int) -> RequestText:
    """The request of a seed. No expression of one split occurs in another; 1 to 5 operations are equally frequent."""
    rng, split = Random(seed), split_of_seed(seed)
    operations = rng.randint(1, MAX_OPERATIONS)
    while True:
        kind = rng.choice(_TYPES)
        phrase = make_phrase(rng, kind, operations, is_root=True)
        target = canonical(phrase.code)
        if belongs(target, split):
            return RequestText(_worded(rng, kind, phrase), target, operations)
