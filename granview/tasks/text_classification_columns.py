"""The metrics of text classification."""

from typing import Final

from granview.scoring.calibration import N_BINS
from granview.tasks.base import Column

_MACRO: Final = (
    "of each class, averaged over classes with equal weights. Each is of all texts together. Classes in neither "
    "reference nor prediction are left out; those that only one of them has count as 0, also what the "
    "reference's label set lacks."
)
_MICRO: Final = "over all classes together. Of texts with one class each it equals the accuracy."
_RIGHT: Final = (
    "class is right (the most probable one, of equals the first); where a text may have several, all classes of at "
    "least the run's threshold, 0.5 if not chosen, and no other"
)

COLUMNS: Final = (
    Column(
        "accuracy",
        "Accuracy",
        better="higher",
        description=f"Share of texts whose {_RIGHT}. A class that the model does not have counts as missed; where it "
        "has at most half of the reference's, nothing is scored.",
    ),
    Column("f1_macro", "F1 macro", better="higher", description=f"F1 {_MACRO}"),
    Column(
        "mcc",
        "MCC",
        better="higher",
        description="Matthews' correlation coefficient for any number of classes (Gorodkin 2004), −1 to 1, over all "
        "texts together, which must have one class each; 0 is what chance gives.",
    ),
    Column(
        "ece",
        "ECE",
        better="lower",
        description="Expected calibration error (Guo et al. 2017): gap between mean probability and share of hits in "
        f"{N_BINS} bins of equal width, weighted by how many texts each holds, over all texts together; of the class "
        "said, or, where a text may have several, of every class. Chance raises it, the more the fewer there are and "
        "not in all lanes alike, so that no difference is tested.",
        is_biased=True,
    ),
    Column("precision_macro", "Precision macro", better="higher", description=f"Precision {_MACRO}"),
    Column("recall_macro", "Recall macro", better="higher", description=f"Recall {_MACRO}"),
    Column("f1_micro", "F1 micro", better="higher", description=f"F1 {_MICRO}"),
    Column("precision_micro", "Precision micro", better="higher", description=f"Precision {_MICRO}"),
    Column("recall_micro", "Recall micro", better="higher", description=f"Recall {_MICRO}"),
)

CLASS_COLUMNS: Final = (
    Column(
        "f1", "F1", better="higher", description="Harmonic mean of the class's precision and recall over all texts."
    ),
    Column(
        "precision", "Precision", better="higher", description="Share of the texts given the class that really have it."
    ),
    Column("recall", "Recall", better="higher", description="Share of the texts of the class that are given it."),
)

CLASS_SIZE: Final = Column(
    "texts", "Texts", digits=0, description="Texts of the class among those that were compared with a reference."
)

UNIT_SCORE: Final = Column("score", "Score", better="higher", description=f"1 for a text whose {_RIGHT}; else 0.")

AGREEMENT: Final = Column(
    "agreement",
    "Agreement κ",
    description="Cohen's kappa of its classes with those of each other lane, −1 to 1, 0 for what chance would give, "
    "over all texts that both have; mean over lanes. It needs no reference.",
)
