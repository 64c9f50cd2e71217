"""Images are drawn anew: what is not picture (scripts, places, hidden archives) stays behind."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from gongwei.files.kinds import GIF, JPEG, PNG, WEBP, FileKind
from gongwei.files.problems import UNSUPPORTED_FILE

MAX_PIXELS: Final = 50_000_000
"""Width × height; a phone's camera makes 12 to 50 million."""

_READERS: Final = {PNG: "PNG", JPEG: "JPEG", WEBP: "WEBP", GIF: "GIF"}


def redrawn(content: bytes, kind: FileKind) -> tuple[bytes, FileKind]:
    """The picture alone, upright, without metadata; a GIF's first frame becomes a PNG.

    Runs for up to some seconds: call it in a thread. Raises `unsupported_file` (415) for what is
    broken or larger than MAX_PIXELS.
    """
    target = PNG if kind is GIF else kind
    try:
        with Image.open(BytesIO(content), formats=[_READERS[kind]]) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise UNSUPPORTED_FILE()
            picture = ImageOps.exif_transpose(opened)
            clean = picture.convert(_mode(picture, target))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UNSUPPORTED_FILE() from None
    clean.info.clear()
    drawn = BytesIO()
    clean.save(drawn, _READERS[target], quality=90)
    return drawn.getvalue(), target


def _mode(picture: Image.Image, target: FileKind) -> str:
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    return "RGBA" if has_alpha and target is not JPEG else "RGB"
