"""What a recipe says of its teacher, and how that reads in a card."""

from typing import Final, TypeVar

import msgspec

SUFFIX: Final = "-distilled"
R = TypeVar("R", bound=msgspec.Struct)


class Distillation(msgspec.Struct, frozen=True):
    """Who teaches a student, and how much the student heeds it.

    The student's loss is (1 - alpha) times that of the references plus alpha times that of the teacher (Hinton et
    al., 2015, arXiv:1503.02531).

    Attributes:
        student: The embedded model that is the same but for the teacher, to be compared with.
        teacher: The embedded model that teaches.
        alpha: The teacher's share of the loss, 0..1.
        temperature: What the logits of both are divided by before they become probabilities, above 0; None where the
            outputs are no logits.
    """

    student: str
    teacher: str
    alpha: float = 0.5
    temperature: float | None = 2.0

    @property
    def words(self) -> str:
        """The loss in words, as the schedule of a card tells it."""
        if self.temperature is None:
            soft = f"the mean absolute difference from the output of {self.teacher}"
        else:
            soft = f"the divergence from the soft targets of {self.teacher} at temperature {self.temperature:g}"
        return f"{1 - self.alpha:g} of that loss and {self.alpha:g} of {soft}"


def distilled(plain: R, distillation: Distillation, summary: str) -> R:
    """The recipe of a model that heeds a teacher: the plain one in everything but its name and its loss.

    So the two can be compared: they begin with the same weights and see the same batches for as many steps.

    Args:
        plain: The student's recipe without a teacher; it has fields `name`, `summary` and `distillation`.
        distillation: Who teaches.
        summary: One line for the catalogue.
    """
    name = f"{distillation.student}{SUFFIX}"
    return msgspec.structs.replace(plain, name=name, summary=summary, distillation=distillation)
