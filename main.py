"""Double-click entry: the same as the ``granview`` command, also in a frozen bundle."""

import multiprocessing
import sys

from granview.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
