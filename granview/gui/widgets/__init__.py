"""Small widgets and table models that several parts of the window use; they know no panel and no session."""
