"""Long work beside the requests: queued in a table, run by the worker, followed by its caller."""
