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
