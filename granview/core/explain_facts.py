"""What a lane can be asked: its methods, its layers, and what they cost."""

import msgspec

from granview.core.explain_methods import is_comparable


class MethodFacts(msgspec.Struct, frozen=True):
    """A method of explanation, and whether a lane offers it.

    Attributes:
        name: Its name in queries and file names.
        title: Its name on screen.
        paper: Who described it, and where.
        says: What it shows, in one sentence.
        cannot_say: What it does not show, in one sentence.
        why_not: Why this lane does not offer it, in one sentence; empty where it does.
        has_layers: Whether a layer can be chosen.
        has_heads: Whether a head can be chosen.
        has_direction: Whether attention can be followed both ways.
        has_target: Whether it explains a class.
        signed: Whether its values may be negative.
    """

    name: str
    title: str
    paper: str
    says: str
    cannot_say: str
    why_not: str = ""
    has_layers: bool = False
    has_heads: bool = False
    has_direction: bool = False
    has_target: bool = False
    signed: bool = False

    @property
    def offered(self) -> bool:
        """Whether the lane offers it."""
        return not self.why_not

    @property
    def comparable(self) -> bool:
        """Whether raw values of different networks compare."""
        return is_comparable(self.name)


class LayerFacts(msgspec.Struct, frozen=True):
    """One attention layer.

    Attributes:
        name: Path of its module in the network.
        heads: Number of heads.
        queries: Tokens that attend.
        keys: Tokens that are attended to.
        grid: (rows, columns) of the queries on the image; None for texts.
        key_grid: (rows, columns) of the keys on the image; None for texts.
        causal: Whether no token attends to a later one.
        window: Whether a token attends within a window of the image only.
    """

    name: str
    heads: int
    queries: int
    keys: int
    grid: tuple[int, int] | None = None
    key_grid: tuple[int, int] | None = None
    causal: bool = False
    window: bool = False


class StackFacts(msgspec.Struct, frozen=True):
    """Layers that follow each other.

    Attributes:
        name: ``image``, ``encoder``, ``decoder``, ``cross``, or such a word and a number where there are several.
        layers: Its layers, from the input to the output.
    """

    name: str
    layers: tuple[LayerFacts, ...]


class ExplainFacts(msgspec.Struct, frozen=True):
    """What a lane can be asked about a sample.

    Attributes:
        methods: Every method, those that are not offered too.
        stacks: Its attention layers; empty for networks without.
        target_layers: Layers that Grad-CAM can look at, best first.
        kept_bytes: What is kept of a sample for queries without a pass; None where every query takes a pass.
        eager_bytes: What all attention weights of the sample would take.
        notices: Sentences that the user must see.
    """

    methods: tuple[MethodFacts, ...]
    stacks: tuple[StackFacts, ...] = ()
    target_layers: tuple[str, ...] = ()
    kept_bytes: int | None = None
    eager_bytes: int = 0
    notices: tuple[str, ...] = ()
