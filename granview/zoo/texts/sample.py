"""What the generators make: a text together with its reference and its grain."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LabelledText:
    """A text with one label.

    Attributes:
        text: The text.
        label: Its class.
        depth: Greatest number of operators (negation, intensifier, diminisher, contrast, summing up) that are nested
            in one another.
        parts: The nested parts that judge: where each begins, and its judgement from -3 to 3.
    """

    text: str
    label: str
    depth: int
    parts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Span:
    """An entity: the half-open range of its code points in the text, and its type."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class EntityText:
    """A text with its entities, in the order of the text; they do not overlap."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class RequestText:
    """A request in English with the expression that it asks for.

    Attributes:
        text: The request.
        target: The expression, in the form that `ast.unparse` gives.
        operations: Number of nested operations of the expression, 1 to 5.
    """

    text: str
    target: str
    operations: int
