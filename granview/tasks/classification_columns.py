"""The metrics of text classification."""

from typing import Final

from granview.scoring.calibration import N_BINS
from granview.tasks.base import Column

_ABSENT: Final = "Classes in neither reference nor prediction are left out, invented ones count as 0."
_MICRO: Final = "over all classes together; of texts with one class each it equals the accuracy."

COLUMNS: Final = (
    Column(
        "accuracy",
        "Accuracy",
        better="higher",
        description="Share of texts whose class is right; where a text may have several, all of them and no other. "
        "A class that the model does not have counts as missed; where it has none at all, nothing is compared.",
    ),
    Column("f1_macro", "F1 macro", better="higher", description=f"F1, averaged over classes. {_ABSENT}"),
    Column(
        "mcc",
        "MCC",
        better="higher",
        description="Matthews' correlation coefficient, −1 to 1, over texts with one class; 0 is what chance gives.",
    ),
    Column(
        "ece",
        "ECE",
        better="lower",
        description=f"Expected calibration error: mean gap between probability and accuracy, in {N_BINS} equal bins.",
    ),
    Column(
        "precision_macro",
        "Precision macro",
        better="higher",
        description=f"Precision, averaged over classes. {_ABSENT}",
    ),
    Column("recall_macro", "Recall macro", better="higher", description=f"Recall, averaged over classes. {_ABSENT}"),
    Column("f1_micro", "F1 micro", better="higher", description=f"F1 {_MICRO}"),
    Column("precision_micro", "Precision micro", better="higher", description=f"Precision {_MICRO}"),
    Column("recall_micro", "Recall micro", better="higher", description=f"Recall {_MICRO}"),
)

CLASS_COLUMNS: Final = (
    Column("f1", "F1", better="higher", description="Harmonic mean of the class's precision and recall."),
    Column("precision", "Precision", better="higher", description="Share of texts given the class that have it."),
    Column("recall", "Recall", better="higher", description="Share of texts of the class that are given it."),
)
