"""Writing a session's files with a progress bar, and saying what was written."""

import sys
from collections.abc import Callable

from granview.export.output_files import Exported, ExportProgress, OnProgress


def write_files(write: Callable[[OnProgress], Exported]) -> Exported:
    """Write files and say what was written; those that were not are listed on stderr.

    Args:
        write: Writes, and tells how far it is.
    """
    from tqdm import tqdm

    with tqdm(desc="writing", unit="file", leave=False, disable=not sys.stderr.isatty(), file=sys.stderr) as bar:

        def on_progress(progress: ExportProgress) -> None:
            bar.total = progress.total
            bar.update(progress.done - bar.n)

        exported = write(on_progress)
    for problem in exported.problems:
        print(f"not written: {problem}", file=sys.stderr)
    if not exported.failed:
        removed = f"; {_files(exported.removed)} of earlier results removed" if exported.removed else ""
        print(f"{_files(len(exported.paths))} in {exported.folder}{removed}")
    return exported


def _files(n: int) -> str:
    return f"{n} {'file' if n == 1 else 'files'}"
