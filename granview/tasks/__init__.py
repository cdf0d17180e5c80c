"""One file per task: what it accepts, its units and statistics, its columns."""
