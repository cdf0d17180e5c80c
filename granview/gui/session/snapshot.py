"""Reading a session into what the window shows of it."""

from granview.core.run_params import RunParams
from granview.gui.model.lanes_and_rows import Row, Snapshot, ViewPosition
from granview.store.rows import ResultRow
from granview.store.session import Session

LANE_ORDER_KEY = "lane-order"
PLACE_KEY = "place"


def read_snapshot(session: Session) -> Snapshot:
    """Everything but pixels; may take a second for 10,000 samples, so it runs off the window's thread."""
    params = session.params()
    params_of_run = {run.id: run.params for run in session.runs()}
    samples = tuple(session.samples())
    known = {sample.name for sample in samples}
    with_reference = frozenset(sample.name for sample in samples if sample.reference is not None)
    rows = tuple(
        ((row.sample, row.lane), _row(row, params, params_of_run, row.sample in with_reference))
        for row in session.results()
        if row.sample in known
    )
    order = _lane_order(session)
    records = sorted(session.lanes(), key=lambda record: order.get(record.name, len(order)))
    return Snapshot(samples, tuple((r.spec, r.facts, r.cost) for r in records), rows, params, _place(session))


def write_lane_order(session: Session, names: tuple[str, ...]) -> None:
    """Keep the order in which lanes stand."""
    session.set_view(LANE_ORDER_KEY, names)


def write_place(session: Session, place: ViewPosition) -> None:
    """Keep where the user is."""
    session.set_view(PLACE_KEY, place)


def _place(session: Session) -> ViewPosition:
    return session.get_view(PLACE_KEY, ViewPosition, ViewPosition())


def _lane_order(session: Session) -> dict[str, int]:
    return {name: place for place, name in enumerate(session.get_view(LANE_ORDER_KEY, tuple[str, ...], ()))}


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
