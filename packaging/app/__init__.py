"""What a person double-clicks: a folder with an interpreter of its own, the window's packages, and an installer."""
