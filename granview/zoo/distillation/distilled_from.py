"""What a card tells of a distillation."""

import msgspec


class DistilledFrom(msgspec.Struct, frozen=True):
    """Who taught a model.

    Attributes:
        student: The model that is the same but for the teacher.
        teacher: The embedded model that taught.
        teacher_sha256: Hexadecimal hash of its weights.
        alpha: The teacher's share of the loss, 0..1.
        temperature: Of the soft targets; None where the outputs are no logits.
    """

    student: str
    teacher: str
    teacher_sha256: str
    alpha: float
    temperature: float | None


def distillation_lines(taught: DistilledFrom) -> list[str]:
    """What a card tells of it, as lines of Markdown."""
    softened = "" if taught.temperature is None else f", temperature {taught.temperature:g}"
    return [
        f"- Teacher: {taught.teacher}, weights of SHA-256 `{taught.teacher_sha256}`; its share of the loss (alpha) is "
        f"{taught.alpha:g}{softened}",
        f"- To be read beside {taught.student}, which has the same architecture, seed, data and steps and no teacher",
    ]
