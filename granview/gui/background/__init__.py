"""Threads, timers and bridges to the window's thread; they know neither session nor panel."""
