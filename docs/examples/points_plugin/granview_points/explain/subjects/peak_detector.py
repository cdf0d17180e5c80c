"""Peak detectors: the response at a pixel is the score that is explained."""

from granview.explain.adapter_subject import explains
from granview.explain.geometry.image_view import ImageView
from granview.explain.subject import Subject
from granview.models.adapter import Image
from granview_points.models.families.peak_detector import PeakDetector


@explains(PeakDetector)
def peak_detector_subject(adapter: PeakDetector, sample_input: Image, written: str | None = None) -> Subject:
    """The picture's brightness, and the filter's response as the logits of the one class, (1, 1, H, W)."""
    pixels = adapter.preprocess([sample_input]).to(adapter.device, adapter.dtype)
    size = sample_input.shape[:2]
    return Subject(adapter.network, {"": pixels}, ImageView(size, size))
