"""When a website is read again by itself."""

from datetime import datetime, timedelta

from deskbell.knowledge.tables import Refresh

_AFTER = {
    Refresh.DAILY: timedelta(days=1),
    Refresh.WEEKLY: timedelta(weeks=1),
    Refresh.MONTHLY: timedelta(days=30),
}


def next_refresh(refresh: Refresh, last_read_at: datetime | None, now: datetime) -> datetime | None:
    """None for never. What is overdue is due now, not as often as it was missed."""
    if refresh is Refresh.NEVER:
        return None
    return max((last_read_at or now) + _AFTER[refresh], now)
