"""What works behind the window, made and joined: all that a panel may use."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from granview.gui.background.jobs import Jobs
from granview.gui.explain.place_picker import PlacePicker
from granview.gui.history.deeds import Deeds
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.event_log import EventLog
from granview.gui.model.explain_state import ExplainState
from granview.gui.model.focus import Focus
from granview.gui.model.picture_tone import PictureTone
from granview.gui.model.prompt_state import PromptState
from granview.gui.model.task_in_view import TaskInView
from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.unit_queue import UnitQueue
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.model.viewports import Viewports
from granview.gui.sample_kind_view import kind_view
from granview.gui.services import Services
from granview.gui.session.document import Document
from granview.gui.session.explainer import Explainer
from granview.gui.session.lane_agreements import LaneAgreements
from granview.gui.session.marker import Marker
from granview.gui.session.picture_crops import PictureCrops
from granview.gui.session.pictures import Pictures, Thumbnails
from granview.gui.session.preferences import Preferences
from granview.gui.session.prompter import Prompter
from granview.gui.session.runner import NewEngine, Runner
from granview.gui.session.runtime_state import RuntimeState
from granview.gui.session.sample_importer import SampleImporter
from granview.gui.session.sample_loader import SampleLoader
from granview.gui.session.session_marks import SessionMarks
from granview.gui.session.source_reader import SourceReader
from granview.gui.session.unit_shower import UnitShower
from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.icons import IconSet
from granview.runtime.lanes import own_bundle

if TYPE_CHECKING:
    from granview.engine.picture_server import PictureServer


@dataclass(frozen=True)
class Parts:
    """What nearly all of it rests on.

    Attributes:
        owner: Everything is deleted with it.
        model: The comparison.
        document: Its session.
        pictures: Decoded pictures by path.
        event_log: What happened.
    """

    owner: QObject
    model: ComparisonModel
    document: Document
    pictures: Pictures
    event_log: EventLog


def new_services(
    parts: Parts,
    server: "PictureServer",
    new_engine: NewEngine,
    preferences: Preferences,
    memory: WindowMemory,
    icons: IconSet,
) -> Services:
    """Make it all.

    Args:
        parts: What it rests on.
        server: Decodes small pictures.
        new_engine: Makes an engine from a listener and a session.
        preferences: The user's settings.
        memory: What was remembered from earlier starts.
        icons: In the theme's colours.
    """
    owner, model, document, event_log = parts.owner, parts.model, parts.document, parts.event_log
    jobs = Jobs(2, "window-jobs", event_log.write_error, owner)
    network_jobs = Jobs(3, "network", event_log.write_error, owner)
    runner = Runner(model, document, new_engine, owner)
    loader = SampleLoader(model, document, parts.pictures, kind_view, owner)
    viewports = Viewports(Viewport(owner), TextViewport(owner))
    view, importer = ViewState(owner), SampleImporter(model, document, owner)
    view.opacity = preferences.settings.mask_opacity
    explain, prompt = ExplainState(owner), PromptState(owner)
    _share_clicks(explain, prompt)
    explainer = Explainer(explain, model, loader, runner, document, owner)
    PlacePicker(explain, explainer, viewports.get(Viewport), viewports.get(TextViewport), loader, jobs, owner)
    SourceReader(viewports.get(PictureTone), model, loader, document, jobs, owner)
    focus, tasks = Focus(owner), TaskInView(model, owner)
    marks = SessionMarks(document, event_log.write_error, owner)
    model.loaded.connect(marks.load)
    model.loaded.connect(focus.clear)
    shower = UnitShower(focus, model, tasks, loader, viewports, document, owner)
    return Services(
        model=model,
        view=view,
        viewports=viewports,
        document=document,
        loader=loader,
        thumbnails=Thumbnails(server, owner),
        crops=PictureCrops(server, owner),
        runner=runner,
        importer=importer,
        event_log=event_log,
        icons=icons,
        agreements=LaneAgreements(model, document, owner),
        explain=explain,
        explainer=explainer,
        prompt=prompt,
        prompter=Prompter(prompt, model, viewports.get(Viewport), runner, document, owner),
        tasks=tasks,
        focus=focus,
        queue=UnitQueue(focus, owner),
        marks=marks,
        marker=Marker(focus, model.samples, shower, marks, owner),
        deeds=Deeds(model, view, document, runner, importer, marks, event_log, owner),
        preferences=preferences,
        memory=memory,
        jobs=jobs,
        network_jobs=network_jobs,
        runtimes=RuntimeState(network_jobs, own_bundle(), owner),
    )


def _share_clicks(explain: ExplainState, prompt: PromptState) -> None:
    """A click on a picture is a place to explain or a prompt: switching one on switches the other off."""
    explain.changed.connect(lambda _: prompt.set_on(prompt.is_on and not explain.choice.on))
    prompt.changed.connect(lambda: explain.choose(on=explain.choice.on and not prompt.is_on))
