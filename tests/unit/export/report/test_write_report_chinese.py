"""A Chinese report of each sort of session: nothing that the program writes is left in English."""

import re
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.instances import Instances
from granview.core.predictions.prompted_masks import PromptedMasks
from granview.core.prompt import ObjectPrompt
from granview.core.text import TextInput, TextReference
from granview.export.report.source import ReportOptions
from granview.export.report.write_report import write_report
from granview.store.session import Session
from tests.helpers.scored import scored_session
from tests.helpers.scored_instances import instances_session
from tests.helpers.scored_pictures import depth_session, flaws_session, restoration_session
from tests.helpers.scored_texts import review_session, text_lane, text_result, text_sample
from tests.helpers.text_tasks import answer, classes, entities, filled, true_entities, written

_ENGLISH = re.compile(r"[A-Za-z]{2,}[,;:]?\s+[A-Za-z]{2,}")
_NAMES = re.compile(r"granview verdict|Reading the numbers|A processor|Noto Sans(?: CJK)?")
"""What has no other name in Chinese: commands, titles of pages, hardware, fonts."""
_UNREAD = {"pre", "code", "style", "title"}


class OwnWords(HTMLParser):
    """The texts of a page that are GranView's own: no commands, no texts of the data, no table of versions."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in ("img", "meta", "br"):
            self.texts += [str(known.get("alt") or "")]
            return
        self.texts += [str(known.get("aria-label") or "")]
        skipped = tag in _UNREAD or "passage" in str(known.get("class")) or known.get("id") == "provenance"
        self._open.append(skipped)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.texts.append(data)


def english(path: Path) -> list[str]:
    """The runs of English words in a report."""
    page = OwnWords()
    page.feed(path.read_text(encoding="utf-8"))
    return [found for text in page.texts for found in _ENGLISH.findall(_NAMES.sub("", text))]


def texts_session(path: Path, task: str, known: TextReference, text: str, said: Sequence[Prediction]) -> Session:
    """Two lanes of a task, of which the first says one thing and the second another, over ten texts."""
    session = Session.create(path)
    samples = [text_sample(f"t{place}", text, known) for place in range(10)]
    if task == "question-answering":
        samples = [
            type(each)(each.name, "", kind="text", text=TextInput.of(text, question="Wo?"), reference=each.reference)
            for each in samples
        ]
    session.add_samples(samples)
    for place, prediction in enumerate(said):
        spec, ready = text_lane(f"lane{place}", task, _labels(task))
        session.add_lane(spec)
        session.record([ready])
        session.record(
            [
                text_result(spec.name, task, each, prediction, request_id=at + 1, labels=_labels(task))
                for at, each in enumerate(samples)
            ]
        )
    return session


_TYPES = classes("PER", "LOC")


def _labels(task: str) -> LabelSet | None:
    return _TYPES if task == "token-classification" else None


def _of_texts(task: str, known: TextReference, text: str, *said: Prediction) -> Callable[[Path], Session]:
    return lambda path: texts_session(path, task, known, text, said)


def prompted(said: Instances, truth: Instances) -> PromptedMasks:
    """A mask for the box of each true object, of those that a lane says."""
    assert said.masks is not None
    boxes = [tuple(box) for box in truth.boxes_xyxy.tolist()]
    n = min(len(said.masks), len(boxes))
    prompts = tuple(ObjectPrompt(box_xyxy=box) for box in boxes)
    return PromptedMasks(prompts, said.masks[:n], np.arange(n, dtype=np.uint16), said.scores[:n], said.size)


_TARGET = TextReference(targets=("eine kleine Katze",))
SESSIONS: dict[str, Callable[[Path], Session]] = {
    "segmentation": lambda path: scored_session(path, samples=9, lanes=("good", "fair", "bad")),
    "instances": lambda path: instances_session(path, samples=9),
    "objects": lambda path: instances_session(path, samples=9, n=6, task="object-detection"),
    "panoptic": lambda path: instances_session(path, samples=9, n=6, task="panoptic-segmentation"),
    "prompts": lambda path: instances_session(path, samples=9, n=6, task="mask-generation", answer=prompted),
    "depth": depth_session,
    "restoration": restoration_session,
    "flaws": flaws_session,
    "sentiment": review_session,
    "entities": _of_texts(
        "token-classification",
        TextReference(entities=true_entities((0, 3, "PER"), (7, 11, "LOC"))),
        "Ada in Rome",
        entities(_TYPES, (0, 3, "LOC")),
        entities(_TYPES, (0, 3, "PER"), (4, 6, "LOC")),
    ),
    "answers": _of_texts(
        "question-answering", TextReference(answers=("Rome",)), "Ada in Rome", answer(7, 11), answer(None)
    ),
    "masks": _of_texts(
        "fill-mask", TextReference(targets=("Rome",)), "Ada in [MASK]", filled(("Rome",)), filled(("x",))
    ),
    **{
        task: _of_texts(task, _TARGET, "a small cat", written("eine Katze"), written("eine kleine Katze"))
        for task in ("summarization", "translation", "text-generation", "text2text-generation")
    },
}


@pytest.fixture(params=SESSIONS)
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    with SESSIONS[request.param](tmp_path / "a.granview") as made:
        yield made


def test_nothing_of_a_chinese_report_is_english(session: Session, tmp_path: Path) -> None:
    write_report(session, tmp_path / "a.html", ReportOptions("zh", date="2026-11-30"))
    assert english(tmp_path / "a.html") == []


def test_english_is_noticed(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview") as session:
        write_report(session, tmp_path / "a.html", ReportOptions("en", n_examples=0))
    assert len(english(tmp_path / "a.html")) > 50
