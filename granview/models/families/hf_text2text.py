"""Models that write a text from a text among transformers' models, such as T5, BART, Marian and Pegasus."""

from typing import Any

import msgspec

from granview.core.errors import UnsupportedModel
from granview.core.lane import LaneSpec
from granview.io.model_config import read_config
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.generation.prompt import default_prefix
from granview.models.generation.seq2seq_adapter import Seq2SeqAdapter
from granview.models.generation.settings import unused_settings
from granview.models.loading.pretrained import LoadedText, load_text
from granview.models.loading.source import ResolvedSource
from granview.models.texts.text_family import TextFamily


class HfText2TextFamily(TextFamily):
    """Models behind transformers' auto class for encoder-decoders, for one of the tasks that they do.

    Args:
        task: The task's name.
    """

    def __init__(self, task: str) -> None:
        self.task = task

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> Seq2SeqAdapter:
        """The model and its tokenizer, with the prefix that its config names."""
        assert resolved.folder is not None
        loaded = load_text(self.task, resolved, spec, placement)
        self._check(loaded, resolved.source.name)
        prefix, said = default_prefix(self.task, read_config(resolved.folder))
        notices = (*loaded.facts.notices, *said, *unused_settings(loaded.network), *_unknown_language(loaded))
        facts = msgspec.structs.replace(loaded.facts, notices=notices)
        return Seq2SeqAdapter(loaded.network, loaded.tokenizer, facts, spec, placement, prefix)

    def _check(self, loaded: LoadedText, name: str) -> None:
        """Transformers lists models for speech here too, which write after what they are given, as decoders do."""
        network: Any = loaded.network
        if not network.config.is_encoder_decoder:
            raise UnsupportedModel(
                f"{name} is a {type(network).__name__}, which has no encoder that reads texts.",
                f"Choose a model trained for {self.task}.",
            )


def _unknown_language(loaded: LoadedText) -> tuple[str, ...]:
    """What must be said where a model knows several languages, and nothing says in which it is to write."""
    network: Any = loaded.network
    known = getattr(loaded.tokenizer, "tgt_lang", None) or getattr(loaded.tokenizer, "src_lang", None)
    if known is None or network.generation_config.forced_bos_token_id is not None:
        return ()
    return (
        "The model knows several languages, and its generation_config.json names none to write in "
        "(forced_bos_token_id): unless the run says target_language, it writes in whichever it begins with.",
    )


for _task in ("summarization", "translation", "text2text-generation"):
    FAMILIES.register(f"hf-{_task}")(HfText2TextFamily(_task))
