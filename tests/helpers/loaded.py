"""What a loader has opened, for tests without a window."""

from dataclasses import dataclass, field

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.core.text import TextReference


@dataclass
class Loaded:
    """What a loader has opened."""

    reference_text: TextReference | None
    sample: Sample = field(default_factory=lambda: Sample("a", "", kind="text"))
    reference_labels: LabelSet | None = None
    reference_prediction: Prediction | None = None
    predictions: dict[str, Prediction] = field(default_factory=dict)
