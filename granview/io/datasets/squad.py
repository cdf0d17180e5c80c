"""SQuAD's JSON, version 1.1 and 2.0: articles of paragraphs of questions, each question a row.

Rajpurkar et al., "SQuAD: 100,000+ Questions for Machine Comprehension of Text" (2016), and "Know What You Don't Know:
Unanswerable Questions for SQuAD" (2018).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from granview.io.datasets.row_items import DamagedRecord, Item, Row


def is_squad(value: Any) -> bool:
    """Whether a JSON value is a data set of SQuAD's form."""
    articles = value.get("data") if isinstance(value, Mapping) else None
    return isinstance(articles, list) and any(
        isinstance(article, Mapping) and isinstance(article.get("paragraphs"), list) for article in articles
    )


def squad_rows(value: Mapping[str, Any]) -> Iterator[Item]:
    """A row for each question, with the columns ``id``, ``question``, ``context`` and, where known, ``answers``."""
    for index, (context, question) in enumerate(_questions(value["data"])):
        yield _row(index, context, question)


def _questions(articles: list[Any]) -> Iterator[tuple[Any, Any]]:
    for article in articles:
        paragraphs = article.get("paragraphs") if isinstance(article, Mapping) else None
        if not isinstance(paragraphs, list):
            yield None, None
            continue
        for paragraph in paragraphs:
            if not isinstance(paragraph, Mapping) or not isinstance(paragraph.get("qas"), list):
                yield None, None
                continue
            yield from ((paragraph.get("context"), question) for question in paragraph["qas"])


def _row(index: int, context: Any, question: Any) -> Item:
    if not isinstance(context, str) or not isinstance(question, Mapping):
        return DamagedRecord(index + 1, "has no context or is no question as SQuAD writes them")
    values = {"id": question.get("id"), "question": question.get("question"), "context": context}
    if question.get("is_impossible") is True:
        return Row(index, index + 1, values | {"answers": []})
    if "answers" in question:
        values["answers"] = question["answers"]
    return Row(index, index + 1, values)
