"""The command line: the same engine as the window, for batches, scripts and tests."""
