"""What lanes run on in the application that one double-clicks: torch and its kin, built on the user's machine.

The application itself has no torch: 5 GB for CUDA are a choice. A runtime is a folder of packages beside the
application's own, which the processes of lanes see and the window never does.
"""
