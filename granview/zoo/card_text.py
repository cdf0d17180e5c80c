"""What a text model's card tells of its quality, and how that reads in Markdown."""

import msgspec


class GrainScore(msgspec.Struct, frozen=True):
    """The score of one grain.

    Attributes:
        grain: The grain, in the unit that the card names.
        count: Number of texts or entities of this grain.
        score: 0..1; None without any.
    """

    grain: str
    count: int
    score: float | None


class TextMeasured(msgspec.Struct, frozen=True):
    """Quality on texts that training never saw.

    Attributes:
        texts: What was measured on, in words.
        metric: Name of the score by which models are ranked.
        score: That score over all texts, 0..1.
        others: Further scores by name, 0..1.
        grain: What grain is and what its scores are, in words.
        by_grain: Scores per grain, the plainest first.
    """

    texts: str
    metric: str
    score: float
    others: dict[str, float]
    grain: str
    by_grain: tuple[GrainScore, ...]


ABOUT: dict[str, str] = {
    "text-classification": "An embedded sentiment model of GranView, trained from scratch on procedural English: "
    "judgements under negation, contrast, degrees and their nesting. It exists to compare model sizes on sentences of "
    "every depth. It knows the few hundred words of its grammar, and is not fit for judging real reviews.",
    "token-classification": "An embedded entity model of GranView, trained from scratch on procedural English with "
    "persons, organisations, places, dates and products of one to eight words. It exists to compare model sizes on "
    "entities of every length. It was never trained on real texts, and is not fit for finding real people in them.",
    "text2text-generation": "An embedded model of GranView that turns a request in plain English into a Python "
    "expression, trained from scratch on procedural requests of one to five nested operations over the numbers x and "
    "y, the list xs and the string s. It exists to compare model sizes, and is not fit for writing real programs.",
}
"""The first paragraph of a text model's card, by task."""


def summary_words(measured: TextMeasured) -> str:
    """The figure by which a text model is ranked, in one sentence."""
    return f"{measured.metric[:1].upper()}{measured.metric[1:]} {measured.score:.3f} on unseen texts."


def _figure(value: float | None) -> str:
    """A share with three decimals, or n/a."""
    return "n/a" if value is None else f"{value:.3f}"


def measured_lines(measured: TextMeasured) -> list[str]:
    """The measured figures as Markdown."""
    others = [f"- {name} {_figure(value)}" for name, value in measured.others.items()]
    rows = [f"| {row.grain} | {row.count} | {_figure(row.score)} |" for row in measured.by_grain]
    return [
        "## What was measured",
        "",
        f"On {measured.texts}, in float32 on the CPU:",
        "",
        f"- {measured.metric} {_figure(measured.score)}",
        *others,
        "",
        "| grain | count | score |",
        "|---|---|---|",
        *rows,
        "",
        measured.grain,
        "",
    ]
