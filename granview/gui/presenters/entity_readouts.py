"""What a lane that names entities says of one place."""

from collections.abc import Sequence

from granview.core.offsets import offsets
from granview.core.predictions.entities import Entities
from granview.core.text import Span
from granview.gui.model.readout import Readout
from granview.gui.model.text_viewport import TextSpan
from granview.gui.presenters.presenter_input import PresenterInput, color_of
from granview.gui.presenters.span_index import SpanIndex
from granview.gui.presenters.text_content import translate


class EntityReadouts:
    """Says the entity at a place with its probability, or else its token's tag; and the reference, where it differs.

    Args:
        said: The prediction.
        spans: Its entities, in its order.
        known: The reference's entities, or None.
        inputs: For colours and words.
    """

    def __init__(
        self, said: Entities, spans: Sequence[Span], known: Sequence[Span] | None, inputs: PresenterInput
    ) -> None:
        self._said = said
        self._spans = spans
        self._known = known
        self._inputs = inputs
        self._by_span = SpanIndex(said.spans)
        self._by_token = SpanIndex(said.tokens)
        self._by_known = SpanIndex(offsets([(span.start, span.end) for span in known or ()]))

    def say(self, offset: int) -> Readout | None:
        """What is said of a code point; None where no token holds it."""
        span = self._by_span.at(offset)
        if span is not None:
            name = self._spans[span].label
            color = color_of(self._inputs.content.labels, name)
            return Readout(self._beside_reference(name, offset), float(self._said.scores[span]), color)
        token = self._by_token.at(offset)
        if token is None:
            return None
        tag = int(self._said.tags[token])
        names = self._said.tag_names
        name = names[tag] if tag < len(names) else str(tag)
        return Readout(self._beside_reference(name, offset), float(self._said.confidence[token]), None)

    def text_span(self, offset: int) -> TextSpan | None:
        """The entity that holds a code point, or else its token, or else its word."""
        for index, found in ((self._by_span, self._said.spans), (self._by_token, self._said.tokens)):
            place = index.at(offset)
            if place is not None:
                start, end = found[place].tolist()
                return start, end
        return self._inputs.word(offset)

    def _beside_reference(self, name: str, offset: int) -> str:
        names, place = self._inputs.content.names, self._by_known.at(offset)
        shown = names.shown(name)
        if self._known is None or place is None:
            return shown
        known = self._known[place].label
        if names.model_key(name) == names.key_of_reference(known):
            return shown
        return translate("TextCell", "{said} (reference: {known})").format(said=shown, known=known)
