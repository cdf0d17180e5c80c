"""Reading a session into what the window shows of it."""

from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.gui.model.lanes_and_rows import Row, Snapshot, ViewPosition
from granview.io.reference_format import truth_type_of
from granview.store.rows import ResultRow
from granview.store.session import Session

LANE_ORDER_KEY = "lane-order"
PLACE_KEY = "place"


def read_snapshot(session: Session) -> Snapshot:
    """Everything but pixels; may take a second for 10,000 samples, so it runs off the window's thread."""
    params = session.params()
    params_of_run = {run.id: run.params for run in session.runs()}
    samples = tuple(session.samples())
    known = {sample.name: sample for sample in samples}
    order = _lane_order(session)
    records = sorted(session.lanes(), key=lambda record: order.get(record.name, len(order)))
    task_of = {record.name: record.spec.task for record in records}
    rows = tuple(
        (
            (row.sample, row.lane),
            _row(row, params, params_of_run, _has_reference_for(known[row.sample], task_of.get(row.lane, ""))),
        )
        for row in session.results()
        if row.sample in known
    )
    return Snapshot(samples, tuple((r.spec, r.facts, r.cost) for r in records), rows, params, _place(session))


def write_lane_order(session: Session, names: tuple[str, ...]) -> None:
    """Keep the order in which lanes stand."""
    session.set_view(LANE_ORDER_KEY, names)


def write_place(session: Session, place: ViewPosition) -> None:
    """Keep where the user is."""
    session.set_view(PLACE_KEY, place, passing=True)


def _place(session: Session) -> ViewPosition:
    return session.get_view(PLACE_KEY, ViewPosition, ViewPosition())


def _lane_order(session: Session) -> dict[str, int]:
    return {name: place for place, name in enumerate(session.get_view(LANE_ORDER_KEY, tuple[str, ...], ()))}


def _has_reference_for(sample: Sample, task: str) -> bool:
    """Whether a task compares with one of a sample's references; of those of another type it scores none."""
    from granview.tasks.base import TASKS

    if task not in TASKS:
        return bool(sample.references)
    wanted = TASKS.get(task).truth_type
    return any(_is_text(one) or issubclass(truth_type_of(one, wanted), wanted) for one in sample.references)


def _is_text(reference: Reference) -> bool:
    """Whether a reference says what is true of a text; it is in no file of its own."""
    return reference.text is not None and not reference.format


def _row(row: ResultRow, params: RunParams, params_of_run: dict[int, RunParams], has_reference: bool) -> Row:
    params_then = params_of_run.get(row.run_id, params)
    return Row(
        row.status == "ok",
        error=row.error,
        hint=row.hint,
        timing=row.timing,
        notices=row.notices,
        class_map=row.class_map,
        scored_labels=row.reference_labels,
        class_edits=params_then.class_edits,
        stale=params_then != params or (has_reference and not row.scored),
    )
