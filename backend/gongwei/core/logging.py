"""One line an event on standard error: time, level, what; never a query string, a body or a
person's data.
"""

import logging
import sys


def configure_logging(level: int = logging.INFO) -> None:
    """Send the program's and the server's messages to standard error in one form."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for noisy in ("httpx", "httpcore", "asyncio", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
