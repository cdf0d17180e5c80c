"""Writing a session's files with a progress bar, and saying what was written."""

import sys
from collections.abc import Collection
from pathlib import Path

from granview.export.bundle import ExportProgress, Part, write_outputs
from granview.store.reader import SessionReader


def write_and_tell(
    session: SessionReader,
    folder: Path,
    parts: Collection[Part] = tuple(Part),
    page_suffix: str = ".png",
    samples: Collection[str] | None = None,
) -> bool:
    """Write files; whether all of them were written whole. Those that were not are listed on stderr."""
    from tqdm import tqdm

    with tqdm(desc="writing", unit="file", leave=False, disable=not sys.stderr.isatty(), file=sys.stderr) as bar:

        def on_progress(progress: ExportProgress) -> None:
            bar.total = progress.total
            bar.update(progress.done - bar.n)

        exported = write_outputs(session, folder, on_progress, parts, page_suffix=page_suffix, samples=samples)
    for problem in exported.problems:
        print(f"not written: {problem}", file=sys.stderr)
    for sentence in exported.damage:
        print(f"granview: {sentence}", file=sys.stderr)
    n = len(exported.paths)
    print(f"{n} {'file' if n == 1 else 'files'} in {folder}")
    return not exported.problems and not exported.damage
