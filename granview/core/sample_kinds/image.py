"""Images: pictures of one page or frame."""

from granview.core.explain_query import BoxPlace, MaskPlace, PointPlace
from granview.core.sample_kind import SAMPLE_KINDS, SampleKind

SAMPLE_KINDS.register("image")(SampleKind("image", "images", places=(PointPlace, BoxPlace, MaskPlace)))
