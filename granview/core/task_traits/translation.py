"""Translations: which models are for it, and from which language to which."""

from typing import Final

from granview.core.task_param import TaskParam
from granview.core.task_trait import TASK_TRAITS, TaskTraits

SOURCE_LANGUAGE: Final = "source_language"
TARGET_LANGUAGE: Final = "target_language"

PARAMS: Final = (
    TaskParam(
        SOURCE_LANGUAGE,
        "Source language",
        "",
        "In which language texts are, by the model's own code, such as en_XX of mBART, eng_Latn of NLLB and en of M2M; "
        "empty: the one that its tokenizer begins with",
    ),
    TaskParam(
        TARGET_LANGUAGE,
        "Target language",
        "",
        "In which language a model that knows several writes, by the model's own code; empty: as its "
        "generation_config.json says",
    ),
)

TASK_TRAITS.register("translation")(
    TaskTraits(
        "a model that makes a text from a text",
        ("MTModel", "ForConditionalGeneration"),
        rank=2,
        params=PARAMS,
    )
)
