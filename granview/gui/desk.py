"""What a panel may use: everything is passed in, nothing is looked up."""

from dataclasses import dataclass

from granview.gui.background.explainer import Explainer
from granview.gui.background.intake import Intake
from granview.gui.background.jobs import Jobs
from granview.gui.background.loader import SampleLoader
from granview.gui.background.pictures import Thumbnails
from granview.gui.background.runner import Runner
from granview.gui.model.agreement_book import AgreementBook
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.document import Document
from granview.gui.model.explain_state import ExplainState
from granview.gui.model.logbook import Logbook
from granview.gui.model.task_in_view import TaskInView
from granview.gui.model.text_link import TextLink
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.style.icons import IconSet


@dataclass(frozen=True)
class Desk:
    """The window's parts that have no face.

    Attributes:
        model: Samples, lanes and results.
        view: How results are shown.
        viewport: Which part of the picture is shown.
        texts: Which part of the text is shown, and what is pointed at.
        document: The open session.
        loader: What is open of the sample that is shown.
        thumbnails: Thumbnails by path.
        runner: Commands for lanes.
        intake: Commands for files.
        logbook: What happened.
        icons: Line icons in the theme's colour.
        agreements: How far lanes agree.
        explain: What is asked of the lanes about the sample that is shown.
        explainer: What they answered.
        tasks: Which task the tables and plots are about.
        jobs: Threads for work that does not concern the session.
    """

    model: ComparisonModel
    view: ViewState
    viewport: Viewport
    texts: TextLink
    document: Document
    loader: SampleLoader
    thumbnails: Thumbnails
    runner: Runner
    intake: Intake
    logbook: Logbook
    icons: IconSet
    agreements: AgreementBook
    explain: ExplainState
    explainer: Explainer
    tasks: TaskInView
    jobs: Jobs
