"""The pictures of the guide, from the real window: ``python -m tests.screenshots`` writes ``docs/pictures`` anew."""
