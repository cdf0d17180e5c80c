"""Models that say the classes of a picture as a whole."""

from granview.explain.adapter_subject import explains
from granview.explain.geometry.image_view import ImageView
from granview.explain.subject import Subject
from granview.models.adapter import Image
from granview.models.families.hf_image_classification import HfImageClassification
from granview.models.families.torchvision_classification import TorchvisionClassification
from granview.models.images.classification_adapter import ClassificationAdapter
from granview.models.images.picture_crop import processor_box, transforms_box

_CROPPED = "The model is given the middle of the picture alone; what lies outside of it has no weight."


@explains(HfImageClassification)
def hf_classification_subject(
    adapter: HfImageClassification, sample_input: Image, written: str | None = None
) -> Subject:
    """The picture as the image processor makes it; what is explained is the class of the whole."""
    return _subject(adapter, sample_input, "pixel_values", processor_box(adapter.processor, sample_input.shape[:2]))


@explains(TorchvisionClassification)
def torchvision_classification_subject(
    adapter: TorchvisionClassification, sample_input: Image, written: str | None = None
) -> Subject:
    """The picture as the transforms make it."""
    return _subject(adapter, sample_input, "", transforms_box(adapter.transforms, sample_input.shape[:2]))


def _subject(
    adapter: ClassificationAdapter,
    sample_input: Image,
    argument: str,
    box_xyxy_px: tuple[float, float, float, float] | None,
) -> Subject:
    pixels = adapter.on_device(adapter.preprocess([sample_input]))
    height, width = pixels.shape[-2:]
    view = ImageView(sample_input.shape[:2], (int(height), int(width)), box_xyxy_px)
    return Subject(adapter.network, {argument: pixels}, view, notices=() if box_xyxy_px is None else (_CROPPED,))
