"""One page of a crawl: fetch it, find out what it is, learn it. No transaction is open while the outside is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.client.site import Elsewhere, Fetched, NotModified, Web
from deskbell.knowledge.commands.documents import fingerprint
from deskbell.knowledge.crawling import failures
from deskbell.knowledge.crawling.addresses import file_name_of, host_of, path_of
from deskbell.knowledge.crawling.charset import decoded
from deskbell.knowledge.crawling.failures import Failure
from deskbell.knowledge.crawling.robots import Robots
from deskbell.knowledge.crawling.scope import Scope
from deskbell.knowledge.crawling.survey import Survey, forbids_indexing
from deskbell.knowledge.crawling.verdicts import LOGIN, is_login, verdict
from deskbell.knowledge.reading import Reading, Unreadable
from deskbell.knowledge.reading.formats import refusal
from deskbell.knowledge.reading.packing import packed
from deskbell.knowledge.reading.web.site import faces
from deskbell.knowledge.tables import Page, Seen

NOINDEX = "The page asks not to be found (noindex)."
_HTML = ("text/html", "application/xhtml+xml")
_ENDINGS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "text/plain": "txt",
    "text/markdown": "md",
    "text/csv": "csv",
}


@dataclass(frozen=True)
class Content:
    """A page with text. `links` are those that belong to the site."""

    reading: Reading
    links: Sequence[str]
    seen: Seen


@dataclass(frozen=True)
class StandsAside:
    """Another address stands for this page: it redirects there, or names it as its proper address. `content` is what
    the page says itself, for when that address turns out to be no page.
    """

    url: str
    reason: str
    content: Content | None = None


@dataclass(frozen=True)
class Skipped:
    """It is no content, or does not want to be."""

    reason: str


Visit: TypeAlias = Content | NotModified | StandsAside | Skipped | Failure


@dataclass(frozen=True)
class Walker:
    """The world of a walk through one site. `is_whole_site` is False for a single page that somebody gave."""

    web: Web
    reader: Reader
    scope: Scope
    robots: Robots
    is_whole_site: bool

    async def visit(self, page: Page, *, conditional: bool) -> Visit:
        """What is at the address of `page` now. `conditional`: only if it has changed since it was read."""
        if not self.robots.allows(page.url):
            return failures.FORBIDDEN_BY_ROBOTS
        is_first = page.depth == 0
        answer = await self.web.fetch(
            page.url,
            lambda url: self._refusal(url, is_first=is_first),
            conditions=_conditions(page) if conditional else None,
        )
        match answer:
            case NotModified() | Failure():
                return answer
            case Elsewhere():
                return self._elsewhere(answer, is_first=is_first)
            case Fetched():
                return await self._understood(page, answer)

    def _refusal(self, url: str, *, is_first: bool) -> str | None:
        """Whether a redirect may be followed. The first page may lead anywhere on its site."""
        if is_login(url):
            return LOGIN
        if not self.robots.allows(self.scope.at_home(url)) and self.scope.is_same_site(url):
            return failures.FORBIDDEN_BY_ROBOTS.sentence
        if is_first and self.scope.is_same_site(url):
            return None
        return self.scope.refusal(self.scope.at_home(url))

    def _elsewhere(self, answer: Elsewhere, *, is_first: bool) -> Visit:
        if is_first and not self.scope.is_same_site(answer.url):
            host = host_of(answer.url)
            sentence = f"This address leads to another website ({host}). Add that address instead."
            return Failure(sentence, failures.Chance.SITE)
        return Skipped(f"It leads elsewhere. {answer.sentence}")

    async def _understood(self, page: Page, fetched: Fetched) -> Visit:
        here = self.scope.at_home(fetched.url)
        if page.depth == 0 and self.scope.is_same_site(fetched.url):
            here = fetched.url
        if page.url not in {here, fetched.url}:
            return StandsAside(here, "It leads to another page.")
        if self.is_whole_site and forbids_indexing(fetched.robots_tag):
            return Skipped(NOINDEX)
        kind = fetched.content_type.partition(";")[0].strip()
        if kind in _HTML or (not kind and b"<html" in fetched.body[:2048].lower()):
            return await self._page(page, fetched)
        return await self._file(page, fetched, kind)

    async def _page(self, page: Page, fetched: Fetched) -> Visit:
        html = decoded(fetched.body, fetched.content_type)
        try:
            survey = await self.reader.survey(html, fetched.url)
        except Unreadable as unreadable:
            return Skipped(unreadable.sentence)
        if survey.leads_to and self._is_other(page, survey.leads_to):
            return StandsAside(self.scope.at_home(survey.leads_to), "It leads to another page.")
        visit = await self._content(fetched, html, survey)
        proper = self._proper_address(page, survey)
        if proper is None:
            return visit
        reason = "It names another address as its proper one."
        return StandsAside(proper, reason, visit if isinstance(visit, Content) else None)

    async def _content(self, fetched: Fetched, html: str, survey: Survey) -> Content | Skipped:
        if self.is_whole_site and survey.noindex:
            return Skipped(NOINDEX)
        reading, why_not = await self._read(html.encode(), _title_name(fetched.url) + ".html")
        sentence = verdict(survey, reading.words if reading else 0)
        if reading is None or sentence is not None:
            return Skipped(sentence or why_not)
        return Content(reading, self._ours(survey.links), _seen(fetched, reading))

    async def _file(self, page: Page, fetched: Fetched, kind: str) -> Visit:
        name = file_name_of(page.url)
        if kind in _ENDINGS and not name.lower().endswith("." + _ENDINGS[kind]):
            name = f"{name or _title_name(page.url)}.{_ENDINGS[kind]}"
        if sentence := refusal(name, len(fetched.body)):
            return Skipped(
                sentence if kind in _ENDINGS else f"It is not a page with text ({kind or 'unknown kind'})."
            )
        reading, why_not = await self._read(fetched.body, name)
        return Content(reading, (), _seen(fetched, reading)) if reading else Skipped(why_not)

    async def _read(self, content: bytes, name: str) -> tuple[Reading | None, str]:
        try:
            return await self.reader.read(content, name), ""
        except Unreadable as unreadable:
            return None, unreadable.sentence

    def _proper_address(self, page: Page, survey: Survey) -> str | None:
        """Where it differs. A page that calls the front page its proper address is mistaken."""
        canonical = survey.canonical
        if canonical is None or not self.is_whole_site or not self._is_other(page, canonical):
            return None
        if path_of(canonical) == "/" and path_of(page.url) != "/":
            return None
        return self.scope.at_home(canonical)

    def _is_other(self, page: Page, url: str) -> bool:
        """Another page of this site, that may be read."""
        there = self.scope.at_home(url)
        return there != page.url and self.scope.refusal(there) is None and self.robots.allows(there)

    def _ours(self, links: Sequence[str]) -> list[str]:
        at_home = dict.fromkeys(self.scope.at_home(link) for link in links)
        return [link for link in at_home if self.scope.refusal(link) is None and self.robots.allows(link)]


def _conditions(page: Page) -> Mapping[str, str]:
    """Headers that ask for the page only if it has changed (RFC 9110, section 13)."""
    known = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified}
    return {name: value for name, value in known.items() if value}


def _seen(fetched: Fetched, reading: Reading) -> Seen:
    return Seen(fetched.etag, fetched.last_modified, fingerprint(reading), packed(reading), faces(reading))


def _title_name(url: str) -> str:
    """What stands in for a title where a page has none."""
    return file_name_of(url).partition(".")[0] or host_of(url).replace(".", "-")
