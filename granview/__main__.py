"""``python -m granview`` is the ``granview`` command."""

import sys

from granview.cli import main

if __name__ == "__main__":
    sys.exit(main())
