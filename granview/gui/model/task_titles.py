"""Tasks by their titles, in the order in which a user looks for them."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from granview.core.sample import Sample
from granview.gui.language.below import localized
from granview.gui.model.lanes_and_rows import Lane
from granview.tasks.base import TASKS, Task
from granview.tasks.tasks_of_sample import tasks_missed

translate = QCoreApplication.translate


def all_tasks() -> list[Task]:
    """Every task, in the order that their ranks say: those of pictures first."""
    return sorted(TASKS.all().values(), key=lambda task: task.rank)


def title_of(task: str) -> str:
    """A task's title; its name where this version does not know it."""
    known = TASKS.all().get(task)
    return task if known is None else localized(known.title)


def in_words(tasks: Iterable[str]) -> str:
    """Titles of tasks in a line."""
    return ", ".join(map(title_of, tasks))


def short_name(task: str) -> str:
    """A word for the face of a lane; the task's name where this version does not know it."""
    known = TASKS.all().get(task)
    return task if known is None else localized(known.short)


def passed_over(sample: Sample, lanes: Iterable[Lane]) -> str:
    """Why none of the lanes runs a text, and what to do; empty where one does, or where none takes texts."""
    missed = tasks_missed(sample, {lane.spec.task for lane in lanes})
    if not missed:
        return ""
    titles = [localized(task.title.lower()) for task in all_tasks() if task.name in missed]
    last = translate("TaskWords", "{tasks} or {last}")
    named = titles[0] if len(titles) == 1 else last.format(tasks=", ".join(titles[:-1]), last=titles[-1])
    return translate("TaskWords", "No lane here does {tasks}; add one.").format(tasks=named)
