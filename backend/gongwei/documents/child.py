"""The limited process in which a document is set. It answers with one JSON line and the PDF."""

import json
import sys
from datetime import datetime
from pathlib import Path

from gongwei.core.limited_process import limit_this_process
from gongwei.documents.typesetting import set_described


def main() -> None:
    """Set what was ordered."""
    order = json.load(sys.stdin.buffer)
    limit_this_process(**order["bounds"])
    made = set_described(
        order["described"],
        order["language"],
        Path(order["data_dir"]),
        datetime.fromisoformat(order["at"]),
    )
    line = json.dumps({"missing": list(made.missing), "size": len(made.content)})
    sys.stdout.buffer.write(line.encode() + b"\n" + made.content)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
