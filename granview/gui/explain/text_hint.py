"""What Explain says of a text: what to click, what was asked, and whose answer shades a text that lanes share."""

from PySide6.QtCore import QCoreApplication

from granview.gui.services import Services

translate = QCoreApplication.translate


def text_hint(services: Services) -> str:
    """What to do next, and what was asked so far; empty where that is plain to see."""
    choice, loader = services.explain.choice, services.loader
    written = {
        lane: text for lane, prediction in loader.predictions.items() if (text := prediction.written) is not None
    }
    in_order = (lane for lane in services.model.lanes.names() if lane in written)
    writing = [lane for lane in in_order if services.explainer.explanations.heat(lane) is not None]
    lane = services.explainer.explanations.foremost(sorted(writing, key=lambda name: name != services.view.pinned))
    parts = [] if choice.place is not None else [_click_a_word()]
    place = choice.spans.get(lane)
    if place is not None:
        words = translate(
            "ExplainPanel", "Asked: “{word}”, which {lane} wrote. What it looks at is shaded in the text."
        )
        parts.append(words.format(word=written[lane][place.start : place.end].strip(), lane=lane))
    if len(writing) > 1:
        words = translate(
            "ExplainPanel",
            "The text is shaded as {lane} attends to it; click in another cell with a written text to switch.",
        )
        parts.append(words.format(lane=lane))
    return " ".join(parts)


def _click_a_word() -> str:
    return translate("ExplainPanel", "Click a word, in the text or in what a lane wrote.")
