"""One file per family of adapters. Torch lives here, on the worker's side only."""
