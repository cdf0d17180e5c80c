"""What everything is narrowed to: said in one line, followed by all panels."""
