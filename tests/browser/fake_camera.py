"""A camera for Chromium that looks at a QR code: two frames of raw video, without other programs.

Chromium reads the file when a page opens the camera, so a test writes another code before that.
"""

from pathlib import Path

import segno

WIDTH, HEIGHT = 640, 480
QUIET = 4
"""Modules of white around the code, as its standard asks."""
BLACK, WHITE, GREY = 16, 235, 128
"""Luma and chroma of video range."""


def camera_arguments(file: Path) -> list[str]:
    """What Chromium is started with to take `file` for its camera, without asking."""
    return [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={file}",
    ]


def show(file: Path, text: str) -> None:
    """Let the camera look at the QR code of `text` from now on."""
    frame = b"FRAME\n" + _luma(text) + bytes([GREY]) * (WIDTH * HEIGHT // 2)
    header = f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode()
    file.write_bytes(header + frame * 2)


def _luma(text: str) -> bytes:
    """The picture's brightness: the code in the middle, its modules as large as they fit."""
    modules = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    side = len(modules) + 2 * QUIET
    scale = min(WIDTH, HEIGHT) // side
    left = (WIDTH - side * scale) // 2 + QUIET * scale
    top = (HEIGHT - side * scale) // 2 + QUIET * scale
    white_line = bytes([WHITE]) * WIDTH
    lines = [white_line] * top
    for row in modules:
        drawn = b"".join(bytes([BLACK if dark else WHITE]) * scale for dark in row)
        line = bytes([WHITE]) * left + drawn
        lines += [line + bytes([WHITE]) * (WIDTH - len(line))] * scale
    return b"".join(lines + [white_line] * (HEIGHT - len(lines)))
