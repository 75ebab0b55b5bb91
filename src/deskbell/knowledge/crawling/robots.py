"""What a site asks of crawlers in its robots.txt (RFC 9309), as it concerns us."""

from protego import Protego

NAME = "Deskbell"
MOST_BYTES = 512_000  # what the standard asks to read at least
LONGEST_DELAY_SECONDS = 60.0


class Robots:
    """Without a text everything is allowed."""

    def __init__(self, text: str = "") -> None:
        self._rules = Protego.parse(text)

    def allows(self, url: str) -> bool:
        return self._rules.can_fetch(url, NAME)

    @property
    def delay_seconds(self) -> float:
        """The pause that the site asks for between two requests; 0 when it asks for none."""
        asked = self._rules.crawl_delay(NAME) or 0.0
        rate = self._rules.request_rate(NAME)
        if rate is not None and rate.requests > 0:
            asked = max(asked, rate.seconds / rate.requests)
        return min(float(asked), LONGEST_DELAY_SECONDS)

    @property
    def sitemaps(self) -> list[str]:
        return list(self._rules.sitemaps)
