"""Every type of prediction, and how each is packed."""

from granview.core.label_map import LabelMap, PackedLabelMap
from granview.core.text_prediction import PackedTextPrediction, TextPrediction

Prediction = LabelMap | TextPrediction
"""What a lane says about a sample."""

PackedPrediction = PackedLabelMap | PackedTextPrediction
"""A prediction as it travels and as it is stored; told apart by its tag."""


def pack_prediction(prediction: Prediction) -> PackedPrediction:
    """Compress a prediction losslessly."""
    return prediction.packed()


def unpack_prediction(packed: PackedPrediction) -> Prediction:
    """The prediction that was packed; its arrays are read-only."""
    return packed.unpacked()
