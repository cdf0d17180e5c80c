"""The application on macOS: the folder within ``GranView.app``, in a disk image; signed and notarised by hooks."""
