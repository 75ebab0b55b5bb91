"""Times of day in one form, HH:MM. A range shares its half of the day: "8 to 6 pm" may begin in the morning or not."""

import re

_HALF = r"(?:\s?([ap])\.?\s?m\b\.?)"
_RANGE = re.compile(
    rf"\b(\d{{1,2}})(?::(\d\d))?{_HALF}?\s*(?:-|–|—|to|until|till|and|a|hasta)\s*(\d{{1,2}})(?::(\d\d))?{_HALF}",
    re.IGNORECASE,
)
_WITH_HALF = re.compile(rf"\b(\d{{1,2}})(?::(\d\d))?{_HALF}", re.IGNORECASE)
_OF_THE_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)(?:\s?(?:h|hrs|hours|horas|o'clock))?\b(?!:)")
_HOUR = re.compile(r"\b(\d{1,2})\s?(?:h\b|o['’]clock)", re.IGNORECASE)
_NAMED = {
    "noon": "12:00", "midday": "12:00", "mediodía": "12:00", "mediodia": "12:00", "midnight": "00:00", "medianoche": "00:00"
}  # fmt: skip
_NAME = re.compile(rf"\b({'|'.join(_NAMED)})\b", re.IGNORECASE)


def clock_times(text: str) -> tuple[str, list[list[str]]]:
    """The text without its times, and the readings of each time, the likeliest first."""
    found: list[list[str]] = []

    def take(readings: list[list[str]]) -> str:
        found.extend(readings)
        return " ; "

    text = _RANGE.sub(lambda m: take([_readings(m[1], m[2], m[3]), _readings(m[4], m[5], m[6])]), text)
    text = _WITH_HALF.sub(lambda m: take([_readings(m[1], m[2], m[3])]), text)
    text = _OF_THE_CLOCK.sub(lambda m: take([_readings(m[1], m[2], None)]), text)
    text = _HOUR.sub(lambda m: take([_readings(m[1], None, None)]), text)
    text = _NAME.sub(lambda m: take([[_NAMED[m[1].lower()]]]), text)
    return text, found


def _readings(hour: str, minute: str | None, half: str | None) -> list[str]:
    hours, minutes = int(hour), minute or "00"
    if half:
        in_day = hours % 12 + (12 if half.lower() == "p" else 0)
        return [f"{in_day:02}:{minutes}"]
    if hours > 12 or hour.startswith("0") or hours == 0:
        return [f"{hours % 24:02}:{minutes}"]
    return [f"{hours:02}:{minutes}", f"{hours % 12 + 12:02}:{minutes}"]
