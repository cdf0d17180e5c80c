"""Scoring of single objects: matching them, ranking them, counting them; on plain arrays, for boxes and masks alike."""
