"""Words that certificates and transcripts share."""

from gongwei.documents.description import Language


def duration(minutes: int, language: Language) -> str:
    """Minutes as people say them: `3 小时 12 分`."""
    hours, rest = divmod(minutes, 60)
    if language == "en":
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    if not rest:
        return f"{hours} 小时"
    return f"{hours} 小时 {rest} 分" if hours else f"{rest} 分"


def stars(level: int, language: Language) -> str:
    """A star level in words."""
    if level == 0:
        return "—"
    return f"{'★' * level} {level}-star" if language == "en" else f"{'一二三四五'[level - 1]}星级"
