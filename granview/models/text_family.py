"""What the families have in common whose models are transformers folders for texts."""

from granview.models.config import read_config
from granview.models.family import Family
from granview.models.hf_models import is_transformers
from granview.models.source import Found
from granview.zoo.config import FORMAT
from granview.zoo.nets_text.bilstm_folder import MODEL_TYPE

OWN_TYPES = frozenset({MODEL_TYPE})
"""Model types in the zoo that are not transformers' own."""


class TextFamily(Family):
    """Folders with a transformers config; loading refuses those of another task, and says which."""

    def claims(self, found: Found) -> bool:
        """Whether it is a transformers folder."""
        if found.folder is None:
            return False
        config = read_config(found.folder)
        ours = config.get("format") == FORMAT or config.get("model_type") in OWN_TYPES
        return is_transformers(config) and not ours
