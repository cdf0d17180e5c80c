"""From tags per token to entities in the text."""

from collections.abc import Sequence

from granview.zoo.texts.sample import Span


def spans_of(tags: Sequence[str], offsets: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Entities by their tags: B- begins one, I- of the same type goes on with it, I- after anything else begins one.

    Args:
        tags: One tag of the BIO scheme per token.
        offsets: Where each token stands in the text, in code points.
    """
    spans: list[Span] = []
    before = "O"
    for tag, (start, end) in zip(tags, offsets, strict=True):
        if tag[0] == "I" and before[2:] == tag[2:]:
            spans[-1] = Span(spans[-1].start, end, spans[-1].label)
        elif tag != "O":
            spans.append(Span(start, end, tag[2:]))
        before = tag
    return tuple(spans)
