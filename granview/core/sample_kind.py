"""Sample kinds: what a sample is to look at. Whatever depends on it is asked of the kind's object, layer by layer.

This table holds what every layer may know. What a layer does with a kind (how a file of it is found, read, gathered
into batches, shown, exported) is in that layer's own table, under the same name.
"""

from dataclasses import dataclass
from typing import Final

from granview.core.registry import Registry

Kind = str
"""The name of a sample kind, such as ``image``."""


@dataclass(frozen=True)
class SampleKind:
    """One kind of samples.

    Attributes:
        name: Its name in session files and in tables.
        plural: Several of them in a sentence, such as ``images``.
        requests_ahead: How many requests a lane's process holds at least, so that it can put like ones together.
        places: Types of the places in such a sample that a model can be asked to explain.
    """

    name: Kind
    plural: str
    requests_ahead: int = 0
    places: tuple[type, ...] = ()


SAMPLE_KINDS: Final[Registry[SampleKind]] = Registry("granview.core.sample_kinds", "kind of sample")
