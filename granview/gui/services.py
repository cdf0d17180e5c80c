"""What a panel may use: everything is passed in, nothing is looked up."""

from dataclasses import dataclass

from granview.gui.background.jobs import Jobs
from granview.gui.history.deeds import Deeds
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.event_log import EventLog
from granview.gui.model.explain_state import ExplainState
from granview.gui.model.focus import Focus
from granview.gui.model.prompt_state import PromptState
from granview.gui.model.task_in_view import TaskInView
from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.unit_queue import UnitQueue
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.model.viewports import Viewports
from granview.gui.session.document import Document
from granview.gui.session.explainer import Explainer
from granview.gui.session.lane_agreements import LaneAgreements
from granview.gui.session.marker import Marker
from granview.gui.session.picture_crops import PictureCrops
from granview.gui.session.pictures import Thumbnails
from granview.gui.session.preferences import Preferences
from granview.gui.session.prompter import Prompter
from granview.gui.session.runner import Runner
from granview.gui.session.runtime_state import RuntimeState
from granview.gui.session.sample_importer import SampleImporter
from granview.gui.session.sample_loader import SampleLoader
from granview.gui.session.session_marks import SessionMarks
from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.icons import IconSet


@dataclass(frozen=True)
class Services:
    """The window's parts that have no face.

    Attributes:
        model: Samples, lanes and results.
        view: How results are shown.
        viewports: Which part of a sample is shown, by what its kind calls it.
        document: The open session.
        loader: What is open of the sample that is shown.
        thumbnails: Thumbnails by path.
        crops: Small pieces of pictures.
        runner: Commands for lanes.
        importer: Commands for files.
        event_log: What happened.
        icons: Line icons in the theme's colour.
        agreements: How far lanes agree.
        explain: What is asked of the lanes about the sample that is shown.
        explainer: What they answered.
        prompt: Whether clicks are prompts.
        prompter: Asks the lanes that are prompted.
        tasks: Which task the tables and plots are about.
        focus: What everything is narrowed to.
        queue: The units that are gone through.
        marks: What is marked.
        marker: Marks what is looked at.
        deeds: What the user does and can undo.
        preferences: The user's settings.
        memory: The folders last used.
        jobs: Threads for work that does not concern the session.
        network_jobs: Threads that may wait for the network, which nobody waits for at the end.
        runtimes: What models run on.
    """

    model: ComparisonModel
    view: ViewState
    viewports: Viewports
    document: Document
    loader: SampleLoader
    thumbnails: Thumbnails
    crops: PictureCrops
    runner: Runner
    importer: SampleImporter
    event_log: EventLog
    icons: IconSet
    agreements: LaneAgreements
    explain: ExplainState
    explainer: Explainer
    prompt: PromptState
    prompter: Prompter
    tasks: TaskInView
    focus: Focus
    queue: UnitQueue
    marks: SessionMarks
    marker: Marker
    deeds: Deeds
    preferences: Preferences
    memory: WindowMemory
    jobs: Jobs
    network_jobs: Jobs
    runtimes: RuntimeState

    @property
    def viewport(self) -> Viewport:
        """Which part of a picture is shown."""
        return self.viewports.get(Viewport)

    @property
    def texts(self) -> TextViewport:
        """Which part of a text is shown, and what is pointed at."""
        return self.viewports.get(TextViewport)
