"""Models that write a text from a text among transformers' models, such as T5, BART, Marian and Pegasus."""

import msgspec

from granview.core.lane import LaneSpec
from granview.models.base import Progress
from granview.models.config import read_config
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.generation_settings import unused_settings
from granview.models.prompt import default_prefix
from granview.models.seq2seq import Seq2SeqAdapter
from granview.models.source import Found
from granview.models.text_family import TextFamily
from granview.models.text_loading import load_text


class HfText2TextFamily(TextFamily):
    """Models behind transformers' auto class for encoder-decoders, for one of the tasks that they do.

    Args:
        task: The task's name.
    """

    def __init__(self, task: str) -> None:
        self.task = task

    def load(self, found: Found, spec: LaneSpec, placement: Placement, progress: Progress) -> Seq2SeqAdapter:
        """The model and its tokenizer, with the prefix that its config names."""
        assert found.folder is not None
        loaded = load_text(self.task, found, spec, placement)
        prefix, said = default_prefix(self.task, read_config(found.folder))
        notices = (*loaded.facts.notices, *said, *unused_settings(loaded.network))
        facts = msgspec.structs.replace(loaded.facts, notices=notices)
        return Seq2SeqAdapter(loaded.network, loaded.tokenizer, facts, spec, placement, prefix)


for _task in ("summarization", "translation", "text2text-generation"):
    FAMILIES.register(f"hf-{_task}")(HfText2TextFamily(_task))
