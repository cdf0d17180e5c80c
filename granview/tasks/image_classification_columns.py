"""The metrics of image classification."""

from typing import Final

from granview.scoring.calibration import N_BINS
from granview.tasks.base import Column

_MACRO: Final = (
    "of each class, averaged over classes with equal weights. Each is of all pictures together. Classes in neither "
    "reference nor prediction are left out; those that only one of them has count as 0, also what the model lacks."
)
_RIGHT: Final = (
    "class is right (the most probable one, of equals the first); where a picture may have several, all classes of at "
    "least the task's threshold, 0.5 if not chosen, and no other"
)
_EXCLUSIVE: Final = "over pictures with one class, of models whose classes exclude each other"

COLUMNS: Final = (
    Column(
        "accuracy",
        "Top-1",
        better="higher",
        description=f"Share of pictures whose {_RIGHT}. A class that the model does not have counts as missed; where "
        "it has at most half of the reference's, nothing is scored.",
    ),
    Column(
        "top5",
        "Top-5",
        better="higher",
        description="Share of pictures whose class is among the five most probable ones (of equals the first), "
        f"{_EXCLUSIVE}; n/a of models with at most five classes.",
    ),
    Column("f1_macro", "F1 macro", better="higher", description=f"F1 {_MACRO}"),
    Column(
        "map",
        "mAP",
        better="higher",
        description="Mean average precision of models whose classes do not exclude each other: precision at each step "
        "of recall, without interpolation, of each class over all pictures; mean over classes that any picture has.",
    ),
    Column(
        "ece",
        "ECE",
        better="lower",
        description="Expected calibration error (Guo et al. 2017): gap between mean probability and share of hits in "
        f"{N_BINS} bins of equal width, weighted by how many pictures each holds, over all pictures together; of the "
        "class said, or, where a picture may have several, of every class. Chance raises it, the more the "
        "fewer there are and not in all lanes alike, so that no difference is tested.",
        is_biased=True,
    ),
    Column(
        "nll",
        "NLL",
        unit="nats",
        better="lower",
        description=f"Negative log-likelihood of the right class, {_EXCLUSIVE}; mean over pictures whose class the "
        "model has. A probability counts as at least 1.2e-7.",
        is_further=True,
    ),
    Column(
        "brier",
        "Brier",
        better="lower",
        description="Brier score (1950): squared distance of all probabilities from the truth, 0 to 2, "
        f"{_EXCLUSIVE}; mean over pictures.",
        is_further=True,
    ),
    Column(
        "group_accuracy",
        "Group",
        better="higher",
        description="Share of pictures for which the class said is right, or of the same group of classes as the right "
        "one; over pictures whose class is in a group.",
    ),
    Column("precision_macro", "Precision macro", better="higher", description=f"Precision {_MACRO}", is_further=True),
    Column("recall_macro", "Recall macro", better="higher", description=f"Recall {_MACRO}", is_further=True),
    Column(
        "f1_micro",
        "F1 micro",
        better="higher",
        description="F1 over all classes together. Of pictures with one class each it equals the top-1 accuracy.",
        is_further=True,
    ),
    Column(
        "mcc",
        "MCC",
        better="higher",
        description="Matthews' correlation coefficient for any number of classes (Gorodkin 2004), −1 to 1, over all "
        "pictures together, which must have one class each; 0 is what chance gives.",
        is_further=True,
    ),
)

CLASS_COLUMNS: Final = (
    Column("f1", "F1", better="higher", description="Harmonic mean of the class's precision and recall."),
    Column(
        "precision", "Precision", better="higher", description="Share of the pictures given the class that have it."
    ),
    Column("recall", "Recall", better="higher", description="Share of the pictures of the class that are given it."),
)

CLASS_SIZE: Final = Column(
    "pictures",
    "Pictures",
    digits=0,
    description="Pictures of the class among those that were compared with a reference.",
)

UNIT_SCORE: Final = Column("score", "Score", better="higher", description=f"1 for a picture whose {_RIGHT}; else 0.")

AGREEMENT: Final = Column(
    "agreement",
    "Agreement κ",
    description="Cohen's kappa of its classes with those of each other lane, −1 to 1, 0 for what chance would give, "
    "over all pictures that both have; mean over lanes. It needs no reference.",
)
