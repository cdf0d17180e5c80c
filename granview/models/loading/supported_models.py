"""Which transformers models GranView can run, told from their config alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from granview.core.errors import UnsupportedModel

UNIVERSAL: Final = frozenset({"mask2former", "maskformer"})
"""Model types that give masks per query instead of logits per pixel, and need their own post-processing."""


def is_transformers(config: Mapping[str, Any]) -> bool:
    """Whether this is the config of a transformers model."""
    return any(key in config for key in ("model_type", "architectures", "auto_map"))


def check_semantic(config: Mapping[str, Any], name: str) -> None:
    """Makes sure that the config is that of a semantic segmentation model which transformers itself knows.

    Args:
        config: The config as it stands in the file.
        name: What to call the model.

    Raises:
        UnsupportedModel: it is another kind of model, or needs code that comes with it.
    """
    from transformers.models.auto.modeling_auto import MODEL_FOR_SEMANTIC_SEGMENTATION_MAPPING_NAMES as KNOWN

    kind = config.get("model_type", "")
    saved_as = next(iter(config.get("architectures") or ()), None)
    if kind not in KNOWN:
        raise _another_kind(config, name, kind, saved_as, ", ".join(sorted((*KNOWN, *UNIVERSAL))))
    if saved_as is not None and saved_as != KNOWN[kind]:
        raise UnsupportedModel(
            f"{name} is a {saved_as}, not a {KNOWN[kind]}.", "Choose a model trained for semantic segmentation."
        )


def _another_kind(
    config: Mapping[str, Any], name: str, kind: str, saved_as: str | None, known: str
) -> UnsupportedModel:
    if "auto_map" in config:
        return UnsupportedModel(
            f"{name} needs program code that comes with the model, and GranView runs none.",
            f"Choose a model of a type that transformers knows: {known}.",
        )
    return UnsupportedModel(
        f"{name} is a {saved_as or kind or 'model of unknown type'}, not a semantic segmentation model.",
        f"Choose a model of one of the types {known}.",
    )


@dataclass(frozen=True)
class Head:
    """The part of a model that does a task.

    Attributes:
        auto_class: transformers' class that loads such models.
        table: transformers' table from model types to their classes.
        also: How the names of older classes end that hold the same weights.
        without: How the names of model types begin that transformers has in its table, and that say something else.
    """

    auto_class: str
    table: str
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def classes(self) -> Mapping[str, str]:
        """Class name by model type; the first where there are several."""
        return {kind: names[0] for kind, names in self.every_class().items()}

    def every_class(self) -> Mapping[str, tuple[str, ...]]:
        """All class names by model type."""
        from transformers.models.auto import modeling_auto

        table: Mapping[str, str | tuple[str, ...]] = getattr(modeling_auto, self.table)
        every = {kind: (names,) if isinstance(names, str) else tuple(names) for kind, names in table.items()}
        return {kind: names for kind, names in every.items() if not kind.startswith(self.without or ("\n",))}

    def load_class(self) -> Any:
        """The auto class."""
        import transformers

        return getattr(transformers, self.auto_class)


_WRITES_FROM_A_TEXT: Final = Head(
    "AutoModelForSeq2SeqLM", "MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING_NAMES", ("WithLMHeadModel",)
)
HEADS: Final[Mapping[str, Head]] = {
    "text-classification": Head(
        "AutoModelForSequenceClassification", "MODEL_FOR_SEQUENCE_CLASSIFICATION_MAPPING_NAMES"
    ),
    "token-classification": Head("AutoModelForTokenClassification", "MODEL_FOR_TOKEN_CLASSIFICATION_MAPPING_NAMES"),
    "question-answering": Head("AutoModelForQuestionAnswering", "MODEL_FOR_QUESTION_ANSWERING_MAPPING_NAMES"),
    "fill-mask": Head(
        "AutoModelForMaskedLM", "MODEL_FOR_MASKED_LM_MAPPING_NAMES", ("ForPreTraining", "WithLMHeadModel")
    ),
    "text-generation": Head("AutoModelForCausalLM", "MODEL_FOR_CAUSAL_LM_MAPPING_NAMES"),
    "summarization": _WRITES_FROM_A_TEXT,
    "translation": _WRITES_FROM_A_TEXT,
    "text2text-generation": _WRITES_FROM_A_TEXT,
    "image-classification": Head("AutoModelForImageClassification", "MODEL_FOR_IMAGE_CLASSIFICATION_MAPPING_NAMES"),
    "depth-estimation": Head(
        "AutoModelForDepthEstimation", "MODEL_FOR_DEPTH_ESTIMATION_MAPPING_NAMES", without=("chmv2",)
    ),
    "image-to-image": Head("AutoModelForImageToImage", "MODEL_FOR_IMAGE_TO_IMAGE_MAPPING_NAMES"),
}


WORDS_HEAD: Final = Head(
    "AutoModelForZeroShotImageClassification", "MODEL_FOR_ZERO_SHOT_IMAGE_CLASSIFICATION_MAPPING_NAMES"
)
"""Pictures compared with words."""

UNIVERSAL_HEAD: Final = Head(
    "AutoModelForUniversalSegmentation", "MODEL_FOR_UNIVERSAL_SEGMENTATION_MAPPING_NAMES", without=("videomt",)
)
"""Masks by queries; ViDEOMT takes films."""

DETECTOR_HEAD: Final = Head(
    "AutoModelForObjectDetection", "MODEL_FOR_OBJECT_DETECTION_MAPPING_NAMES", without=("pp_ocrv",)
)
"""Boxes with classes; PP-OCR's detectors give a map of where there is text."""

PHRASE_HEAD: Final = Head(
    "AutoModelForZeroShotObjectDetection", "MODEL_FOR_ZERO_SHOT_OBJECT_DETECTION_MAPPING_NAMES", without=("omdet",)
)
"""Boxes of what is looked for by phrases; OmDet-Turbo takes a task in words as well."""

OUTLINED_BOX_HEAD: Final = Head(
    "AutoModelForInstanceSegmentation", "MODEL_FOR_INSTANCE_SEGMENTATION_MAPPING_NAMES", without=("maskformer",)
)
"""Boxes with classes and masks; MaskFormer has masks alone, and is among the universal ones."""

OBJECT_HEADS: Final[Mapping[str, tuple[Head, ...]]] = {
    "object-detection": (DETECTOR_HEAD, OUTLINED_BOX_HEAD, PHRASE_HEAD),
    "instance-segmentation": (UNIVERSAL_HEAD, OUTLINED_BOX_HEAD),
    "panoptic-segmentation": (UNIVERSAL_HEAD,),
}
"""Tasks for which transformers has several sorts of models."""


def has_head(config: Mapping[str, Any], head: Head) -> bool:
    """Whether a config is that of a model with this head, as it says itself or, where it does not, by its type."""
    wanted = head.every_class().get(config.get("model_type", ""))
    saved_as = next(iter(config.get("architectures") or ()), None)
    return wanted is not None and (saved_as in (None, *wanted) or str(saved_as).endswith(head.also or ("\n",)))


def reads_words(config: Mapping[str, Any]) -> bool:
    """Whether a config is that of a model which compares pictures with words, and has no classes of its own."""
    return has_head(config, WORDS_HEAD)


def object_head(config: Mapping[str, Any], name: str, task: str) -> Head:
    """The head of a model that finds objects.

    Args:
        config: The config as it stands in the file.
        name: What to call the model.
        task: A key of ``OBJECT_HEADS``.

    Raises:
        UnsupportedModel: it is another kind of model, or needs code that comes with it.
    """
    found = next((head for head in OBJECT_HEADS[task] if has_head(config, head)), None)
    if found is None:
        known = any(config.get("model_type", "") in head.classes() for head in OBJECT_HEADS[task])
        raise _not_for(config, name, task, known)
    return found


def check_head(config: Mapping[str, Any], name: str, task: str, head: Head | None = None) -> None:
    """Makes sure that the config is that of a model for a task which transformers itself knows.

    Args:
        config: The config as it stands in the file.
        name: What to call the model.
        task: A key of ``HEADS``.
        head: The one that is needed where a task's models have several; None for the one of ``HEADS``.

    Raises:
        UnsupportedModel: it is another kind of model, or needs code that comes with it.
    """
    head = head or HEADS[task]
    if not has_head(config, head):
        raise _not_for(config, name, task, config.get("model_type", "") in head.classes())


def _not_for(config: Mapping[str, Any], name: str, task: str, is_known: bool) -> UnsupportedModel:
    """What is said of a model that is not for a task.

    Args:
        config: Its config.
        name: What to call it.
        task: The task.
        is_known: Whether transformers has models of its type for the task.
    """
    saved_as = next(iter(config.get("architectures") or ()), None)
    if not is_known and "auto_map" in config:
        return UnsupportedModel(
            f"{name} needs program code that comes with the model, and GranView runs none.",
            f"Choose a model of a type that transformers knows for {task}.",
        )
    kind = saved_as or config.get("model_type", "") or "model of unknown type"
    return UnsupportedModel(f"{name} is a {kind}, not a model for {task}.", _advice(saved_as, task))


def _advice(saved_as: str | None, task: str) -> str:
    heads = {**{one: (head,) for one, head in HEADS.items()}, **OBJECT_HEADS}
    fitting = [
        other
        for other, known in heads.items()
        if other != task and any(saved_as in head.classes().values() for head in known)
    ]
    if fitting:
        return f"Use --task {' or '.join(fitting)}."
    return f"Choose a model trained for {task}."
