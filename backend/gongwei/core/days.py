"""A day as a person writes it, in sentences. Fields of answers keep ISO 8601."""

from datetime import date


def day_in_chinese(day: date) -> str:
    """`2026年11月22日`."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_in_english(day: date) -> str:
    """`Nov 22, 2026`, as the pages show it."""
    return f"{day:%b} {day.day}, {day.year}"
