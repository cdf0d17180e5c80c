"""Whether a distilled model keeps the grain: it beside the same model without a teacher and the teacher, by cards."""

from pathlib import Path

from granview.zoo.card import Card, read_card
from granview.zoo.card_scores import CardScores, card_scores
from granview.zoo.distillation.distilled_from import DistilledFrom


def distilled_cards(zoo: Path) -> tuple[Card, ...]:
    """The cards of all distilled models of a zoo's folder, by name."""
    cards = (read_card(path.parent) for path in sorted(zoo.glob("*/card.json")))
    return tuple(card for card in cards if card.distillation is not None)


def comparison_lines(zoo: Path) -> list[str]:
    """A table for each distilled model, as Markdown: the score of all, then by grain with the number of units."""
    return [line for card in distilled_cards(zoo) if card.distillation for line in _table(zoo, card, card.distillation)]


def _table(zoo: Path, card: Card, taught: DistilledFrom) -> list[str]:
    """One distilled model beside the plain one and the teacher."""
    names = (taught.student, card.name, taught.teacher)
    scores = [card_scores(read_card(zoo / name)) for name in names]
    measured = [one for one in scores if one is not None]
    if len(measured) < len(names):
        return [f"{card.name} and what it is compared with have not all been measured.", ""]
    return [
        f"| {measured[0].metric} | n | {' | '.join(names)} |",
        "|---|---|---|---|---|",
        f"| all | | {' | '.join(f'{one.score:.3f} {one.unit}'.rstrip() for one in measured)} |",
        *_grain_rows(measured),
        "",
    ]


def _grain_rows(measured: list[CardScores]) -> list[str]:
    """A row for each grain that all three have been measured at."""
    by_grain = [{row.grain: row for row in one.by_grain} for one in measured]
    shared = [row for row in measured[0].by_grain if all(row.grain in rows for rows in by_grain)]
    cells = ([_share(rows[row.grain].score) for rows in by_grain] for row in shared)
    return [f"| {row.grain} | {row.count} | {' | '.join(each)} |" for row, each in zip(shared, cells, strict=True)]


def _share(score: float | None) -> str:
    """A score with three decimals, or n/a."""
    return "n/a" if score is None else f"{score:.3f}"
