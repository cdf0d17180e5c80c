"""What the columns of data sets are usually called."""

import re
from typing import Final

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "id": (
        "id", "idx", "guid", "uid", "qid", "pairid", "exampleid", "sentenceid", "docid", "taskid", "reviewid",
        "tweetid", "phraseid",
    ),
    "file": (
        "image", "imagepath", "imagefile", "img", "imgpath", "image1", "imagea", "before", "picture", "photo",
        "filename", "filepath", "file", "path",
    ),
    "second": ("image2", "imageb", "secondimage", "after", "otherimage", "pairimage"),
    "phrase": ("phrase", "caption", "expression", "referringexpression"),
    "reference": ("mask", "maskpath", "reference", "referencepath", "groundtruth", "gt", "annotation", "labelpath"),
    "messages": ("messages", "conversation", "conversations", "chat", "dialogue", "prompt"),
    "question": ("question", "query"),
    "context": ("context", "passage", "paragraph"),
    "text": (
        "text", "sentence", "sentence1", "premise", "question1", "text1", "sentencea", "review", "reviewtext",
        "content", "fulltext", "tweet", "document", "article", "dialogue", "body", "comment", "message", "utterance",
        "request", "english", "source", "src", "instruction", "input", "inputs", "prompt", "description", "passage",
        "title", "headline",
    ),
    "pair": ("textpair", "pair", "sentence2", "hypothesis", "question2", "text2", "sentenceb"),
    "tokens": ("tokens", "words"),
    "tags": ("nertags", "tags", "ner", "bio", "iob", "entitytags", "upos", "xpos", "postags", "pos"),
    "entities": ("entities", "spans", "entity", "annotations"),
    "answers": ("answers", "answer"),
    "label": (
        "label", "labels", "goldlabel", "sentiment", "class", "classindex", "category", "intent", "polarity", "emotion",
        "topic", "rating", "stars",
    ),
    "label_name": ("labeltext", "labelname", "classname", "labelstext", "categoryname", "labelnames"),
    "target": (
        "target", "targets", "summary", "highlights", "abstract", "translation", "reference", "references", "tgt",
        "output", "outputs", "completion", "response", "expected", "code", "expression", "solution",
        "canonicalsolution",
    ),
    "cases": ("cases", "testcases"),
    "grain": ("grain",),
}  # fmt: skip
"""For each role, the usual names of its column, the likeliest first; lower case, without spaces and punctuation."""

OF_FILES: Final = frozenset({"second", "phrase", "reference"})
"""Roles of columns that go with files; without a column of files there are none."""

WEAK_TEXTS: Final = frozenset({"title", "headline"})
"""Names of texts that are rather about the text, where there is a longer one beside them."""

RATINGS: Final = frozenset({"rating", "stars"})
"""Names of labels that are as often amounts, of which no model has classes."""

_LANGUAGES: Final = frozenset(
    {"ar", "cs", "da", "de", "en", "es", "fi", "fr", "he", "hi", "hu", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro"}
    | {"ru", "sv", "tr", "uk", "vi", "zh"}
)

_NUMBER: Final = re.compile(r"\s*[-+]?(\d+([.,]\d+)?|[.,]\d+)([eE][-+]?\d+)?\s*%?\s*")
_ALL_NAMES: Final = frozenset(name for names in NAMES.values() for name in names)


def is_usual_column_name(cell: str) -> bool:
    """Whether a word is a usual name of a column."""
    return normalized_column_name(cell) in _ALL_NAMES or language_of(cell) is not None


def is_usual_class_column_name(cell: str) -> bool:
    """Whether a word is a usual name of a column of classes, and of nothing else."""
    return normalized_column_name(cell) in NAMES["label"] and normalized_column_name(cell) not in RATINGS


def is_number(cell: str) -> bool:
    """Whether a cell of a table holds a number."""
    return _NUMBER.fullmatch(cell) is not None


def normalized_column_name(name: str) -> str:
    """A name as names are compared: lower case, without spaces and punctuation."""
    return re.sub(r"[\W_]+", "", name).lower()


def language_of(column: str) -> str | None:
    """The language that a column is named after: ``en``, ``translation.en``; None where it is none."""
    last = re.split(r"[._-]", column.lower())[-1]
    return last if last in _LANGUAGES and (last == column.lower() or column.lower().startswith("trans")) else None
