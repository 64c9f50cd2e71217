"""How days are written in documents."""

from datetime import date

from gongwei.documents.description import Language

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day_in_words(day: date | None, language: Language = "zh") -> str:
    """2026年11月5日 (GB/T 9704-2012, 7.3.5: no noughts before), or 5 November 2026."""
    if day is None:
        return ""
    if language == "en":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"
