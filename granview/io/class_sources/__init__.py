"""Files that name the classes of the references beside them: one file each, which registers an instance."""
