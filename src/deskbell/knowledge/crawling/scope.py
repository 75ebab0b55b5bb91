"""What belongs to a website that was given: its origin, a path, patterns; and the corners where crawlers get lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from deskbell.kit.errors import Refused
from deskbell.knowledge.crawling.addresses import origin_of, path_of

MOST_PATTERNS = 50
_DEEPEST_PATH = 12
_MOST_PARAMETERS = 4
_DATE = r"(?:19|20)\d\d(?:[-/]?(?:0?[1-9]|1[0-2]))(?:[-/]?[0-3]?\d)?"
_CALENDAR_WORD = re.compile(
    r"(?:^|[/_.-])(?:calendars?|events?|agenda|schedules?|tribe-bar|ical)(?:$|[/_.-])", re.IGNORECASE
)
_CALENDAR_DATE = re.compile(rf"(?:^|/){_DATE}(?:/|$)")
_DATE_PARAMETER = re.compile(
    r"date|day|month|year|week|tribe-bar-date|ical|start_date|end_date|from|to", re.IGNORECASE
)
_DATE_VALUE = re.compile(rf"{_DATE}|\d{{1,2}}|(?:19|20)\d\d")
_SAME_PAGE_AGAIN = re.compile(
    r"replytocom|share|print|printable|action|do|sort|orderby|order|dir|add-to-cart|add_to_cart|like_comment|"
    r"format|output|view_mode|returnurl|return_to|redirect|redirect_to|next",
    re.IGNORECASE,
)
# What is linked from pages and holds no text of ours.
_NOT_TEXT = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|m4[av]|mov|avi|webm|ogg|wav|css|js|mjs|json|xml|rss|atom|"
    r"zip|gz|tgz|rar|7z|dmg|exe|msi|apk|iso|bin|woff2?|ttf|otf|eot|ics|vcf|pptm|key|pages|psd|ai|eps|map|wasm)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Scope:
    """`home` is the origin (https://www.example.com); `path_prefix` begins with a slash. Patterns are
    paths with `*` for anything; without any `include` everything below the prefix belongs.
    """

    home: str
    path_prefix: str = "/"
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()

    def at_home(self, url: str) -> str:
        """The address with the origin of the site when it differs only by http/https or www."""
        origin = origin_of(url)
        return self.home + url[len(origin) :] if _bare(origin) == _bare(self.home) else url

    def is_same_site(self, url: str) -> bool:
        return _bare(origin_of(url)) == _bare(self.home)

    def refusal(self, url: str) -> str | None:
        """Why an address does not belong, as a sentence; None when it does."""
        if not self.is_same_site(url):
            return f"It is on another site ({urlsplit(url).netloc})."
        path = path_of(url)
        if not is_below(path, self.path_prefix):
            return f"It is not below {self.path_prefix}."
        if self.include and not any(matches(pattern, path) for pattern in self.include):
            return "It matches none of the paths to include."
        if excluding := next((pattern for pattern in self.exclude if matches(pattern, path)), None):
            return f"It is excluded by {excluding}."
        return trap(url)


def trap(url: str) -> str | None:
    """Why following this address would lead nowhere, as a sentence: endless calendars, lists sorted in every way, loops."""
    parts = urlsplit(url)
    if _NOT_TEXT.search(parts.path):
        return "It is not a page with text."
    segments = [segment for segment in parts.path.split("/") if segment]
    if len(segments) > _DEEPEST_PATH or any(segments.count(segment) > 2 for segment in segments):
        return "Its path repeats itself, as endless loops of links do."
    parameters = parse_qsl(parts.query, keep_blank_values=True)
    if len(parameters) > _MOST_PARAMETERS:
        return "It is one of many views of the same list."
    if any(_SAME_PAGE_AGAIN.fullmatch(name) for name, _ in parameters):
        return "It is another view of the same page."
    dated = any(
        _DATE_PARAMETER.fullmatch(name) and _DATE_VALUE.fullmatch(value) for name, value in parameters
    )
    if dated or (_CALENDAR_WORD.search(parts.path) and _CALENDAR_DATE.search(parts.path)):
        return "It is a page of a calendar, and calendars have no end."
    return None


def matches(pattern: str, path: str) -> bool:
    """Whether a path is what a pattern with `*` describes, from beginning to end. Takes linear time."""
    first, *rest = pattern.split("*")
    if not rest:
        return path == pattern
    if not path.startswith(first):
        return False
    place = len(first)
    for part in rest[:-1]:
        found = path.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return len(path) - place >= len(rest[-1]) and path.endswith(rest[-1])


def checked_patterns(patterns: Sequence[str]) -> list[str]:
    """Patterns as they are kept: each begins with a slash or a star. `Refused` when there are too many."""
    written = [pattern.strip() for pattern in patterns if pattern.strip()]
    if len(written) > MOST_PATTERNS or any(len(pattern) > 300 for pattern in written):
        raise Refused("too_many_patterns", f"Give at most {MOST_PATTERNS} paths of at most 300 characters.")
    return [pattern if pattern.startswith(("/", "*")) else f"/{pattern}" for pattern in written]


def checked_prefix(prefix: str) -> str:
    """A path as it is kept: with a slash before it and none behind."""
    return "/" + prefix.strip().strip("/")


def is_below(path: str, prefix: str) -> bool:
    above = prefix.rstrip("/")
    return path == above or path.startswith(f"{above}/")


def _bare(origin: str) -> str:
    return origin.partition("://")[2].removeprefix("www.")
