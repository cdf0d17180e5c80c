"""How the references of a run are read: as was chosen for all pictures, and by the parameters of its tasks."""

from typing import Any

import msgspec

from granview.core.image_params import ImageParams
from granview.core.run_params import RunParams
from granview.core.task_trait import TASK_TRAITS, task_params


def reading_params(params: RunParams) -> ImageParams:
    """``params.image`` with what parameters of tasks say of the reading of references; see ``TaskParam.reading``."""
    fields: dict[str, Any] = {}
    for task, traits in TASK_TRAITS.all().items():
        own = task_params(task, params)
        fields |= {param.reading: own[param.name] for param in traits.params if param.reading}
    return msgspec.structs.replace(params.image, **fields)
