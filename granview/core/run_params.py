"""What to compute for each sample of a run."""

import msgspec

from granview.core.image_params import ImageParams
from granview.core.params import Generation, TextParams
from granview.core.task_param import ChosenParams


class RunParams(msgspec.Struct, frozen=True):
    """What to compute for a request, besides the prediction itself.

    Attributes:
        confidence: Whether the confidence of each pixel is wanted.
        boundary_tolerance_px: Tolerance of the boundary F-score, in pixels.
        class_edits: Model class name to reference class name (``""`` for none), where matching by name is wrong.
        text: How texts are given to models.
        generation: How text is generated.
        require_reference: Whether a sample that cannot be scored against a reference has failed.
        image: How pictures and reference masks are read.
        of_task: What was chosen of the parameters that tasks have of their own; read it by ``task_params``.
    """

    confidence: bool = False
    boundary_tolerance_px: float = 2.0
    class_edits: dict[str, str] = {}
    text: TextParams = TextParams()
    generation: Generation = Generation()
    require_reference: bool = False
    image: ImageParams = ImageParams()
    of_task: ChosenParams = {}
