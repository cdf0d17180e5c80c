"""How far a student is from its teacher."""

from torch import Tensor
from torch.nn import functional


def soft_target_loss(student: Tensor, teacher: Tensor, temperature: float, share: Tensor | None = None) -> Tensor:
    """Divergence of the student's probabilities from the teacher's, both softened (Hinton et al., 2015).

    It is Kullback and Leibler's times the square of the temperature, so that its gradient stays as large as that of a
    cross-entropy whatever the temperature. It is 0 where both say the same.

    Args:
        student: Logits (N, C, ...) of any float dtype.
        teacher: Logits of the same shape, without gradients.
        temperature: Above 0.
        share: (N, ...) float32, the weight of each row of logits; the weights sum to 1. None for the mean.

    Returns:
        Scalar float32, at least 0.
    """
    own = functional.log_softmax(student.float() / temperature, dim=1)
    theirs = functional.log_softmax(teacher.float() / temperature, dim=1)
    rows = functional.kl_div(own, theirs, reduction="none", log_target=True).sum(1)
    return temperature**2 * (rows.mean() if share is None else (rows * share).sum())
