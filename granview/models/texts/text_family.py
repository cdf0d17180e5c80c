"""What the families have in common whose models are transformers folders for texts."""

from granview.io.model_config import read_config
from granview.models.family import Family
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import is_transformers
from granview.zoo.config import FORMAT
from granview.zoo.nets_text.bilstm_folder import MODEL_TYPE

OWN_TYPES = frozenset({MODEL_TYPE})
"""Model types in the zoo that are not transformers' own."""


class TextFamily(Family):
    """Folders with a transformers config; loading refuses those of another task, and says which."""

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether it is a transformers folder."""
        if resolved.folder is None:
            return False
        config = read_config(resolved.folder)
        ours = config.get("format") == FORMAT or config.get("model_type") in OWN_TYPES
        return is_transformers(config) and not ours
