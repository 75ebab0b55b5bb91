"""Is this a greeting, thanks, an insult, and nothing else? And what is left of a question without its courtesies. Pure.

A question taken for small talk is the worse mistake, so a sentence is small talk only when known phrases cover all of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from deskbell.answering.understanding.clauses import asks, opens_question, sentences
from deskbell.answering.understanding.lexicon import Lexicon, Talk, lexicon_of
from deskbell.answering.understanding.unreadable import is_mashed, told_by_characters
from deskbell.kit.languages import FALLBACK, LANGUAGES, Language, language_in
from deskbell.safety.phrases import Found
from deskbell.safety.words import Words, words_of

LONGEST_HEARD = 4_000  # characters; of more only what it asks counts
LONGEST = 30  # words of one sentence; a longer one is not covered by courtesies, and only its beginning is looked at
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’*@$+_-][^\W_\u3400-\u9fff]+)*")
_PAUSES = re.compile(r"[.!?;:\n¿¡…。！？]")
# May be left out beside a question; the others say something.
COURTESIES = frozenset(
    {
        Talk.GREETING, Talk.HOW_ARE_YOU, Talk.OPENING, Talk.PRESENCE, Talk.THANKS, Talk.PRAISE, Talk.APOLOGY, Talk.OK, Talk.ENOUGH,
        Talk.GOODBYE, Talk.ABUSE, Talk.FRUSTRATION,
    }
)  # fmt: skip
# "Morning?" after "what time?" is no greeting.
ASKED_BY_A_MARK = frozenset({Talk.HOW_ARE_YOU, Talk.OPENING, Talk.PRESENCE, Talk.ABUSE, Talk.FRUSTRATION})


@dataclass(frozen=True)
class Heard:
    """`talk` when the message is small talk and nothing else; `languages` in which it reads so (a bare "ok" is many).
    `question`: the message without the courtesies around what it asks.
    """

    talk: Talk | None
    languages: tuple[Language, ...]
    question: str


@lru_cache(maxsize=512)  # a turn asks the same of the same text several times
def hear(text: str, agent_name: str = "") -> Heard:
    """What the message is besides a question. Any string is fine."""
    told = told_by_characters(text)
    if told is not None:
        return Heard(told, (), text)
    if len(text) > LONGEST_HEARD:
        asked = any(asks(sentence) for line in sentences(text) for sentence in line)
        return Heard(None if asked else Talk.LONG, (), text)
    read = [[_Read.of(sentence, agent_name) for sentence in line] for line in sentences(text)]
    talks = [sentence.talk for line in read for sentence in line]
    if talks and all(talks):
        return Heard(_main(talk for talk in talks if talk), _common(read), text)
    kept = (" ".join(s.question for s in line if not s.may_go and s.question) for line in read)
    question = "\n".join(line for line in kept if line)
    return Heard(Talk.UNCLEAR if is_mashed(text) else None, (), question or text)


@dataclass(frozen=True)
class _Read:
    """One sentence."""

    talk: Talk | None
    languages: tuple[Language, ...]
    question: str

    @property
    def may_go(self) -> bool:
        asked = self.question.rstrip().endswith(("?", "？"))
        return self.talk in (ASKED_BY_A_MARK if asked else COURTESIES)

    @classmethod
    def of(cls, sentence: str, agent_name: str) -> "_Read":
        covers: dict[Language, _Cover] = {
            language: _Cover.of(sentence, language, agent_name) for language in _likely(sentence)
        }
        whole: dict[Language, tuple[Talk, ...]] = {
            language: cover.talks for language, cover in covers.items() if cover.is_whole
        }
        if whole:
            read: dict[Language, Talk] = {language: _main(talks) for language, talks in whole.items()}
            talk = next(
                read[language] for language in (language_in(sentence), *LANGUAGES) if language in read
            )
            alike: list[Language] = [language for language, heard in read.items() if heard is talk]
            return cls(talk, tuple(alike), sentence)
        best = max(covers.values(), key=lambda cover: len(sentence) - len(cover.without_courtesies()))
        noise = told_by_characters(sentence) or (Talk.UNCLEAR if is_mashed(sentence) else None)
        return cls(noise, (), best.without_courtesies())


def _likely(sentence: str) -> Sequence[Language]:
    """The languages to try. A few words may be of any: "ok" and "no" are of many."""
    language = language_in(sentence) if len(sentence.split()) > _FEW_WORDS else None
    return LANGUAGES if language is None else tuple(dict.fromkeys((FALLBACK, language)))


_FEW_WORDS = 3


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    pause: str  # before it: "" nothing, "," a pause, "." the end of a sentence
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Cover:
    """How far the phrases of one language cover a sentence. `ways[n]`: the phrases that cover the first n words."""

    sentence: str
    lexicon: Lexicon
    tokens: Sequence[_Token]
    ways: Sequence[tuple[Talk, ...] | None]

    @classmethod
    def of(cls, sentence: str, language: Language, agent_name: str) -> "_Cover":
        lexicon = lexicon_of(language)
        tokens = list(islice(_tokens(sentence, lexicon), LONGEST))
        words = [word for token in tokens for word in token.words]
        starts = [token.pause if at == 0 else "" for token in tokens for at, _ in enumerate(token.words)]
        found = lexicon.phrases.find(Words(tuple(words), ("", *starts[1:]))) if words else []
        fillers = lexicon.fillers | {word for token in _tokens(agent_name, lexicon) for word in token.words}
        return cls(sentence, lexicon, tokens, _ways(words, found, fillers))

    @property
    def is_whole(self) -> bool:
        return bool(self.tokens) and len(self.tokens) < LONGEST and bool(self.talks)

    @property
    def talks(self) -> tuple[Talk, ...]:
        return self.ways[-1] or ()

    def without_courtesies(self) -> str:
        """The sentence without the courtesies it begins with and the words of anger in it."""
        begun = 0
        end = 0
        for token in self.tokens:
            talks = self.ways[end]
            if talks and COURTESIES.issuperset(talks) and self._may_begin_at(token, talks):
                begun = len(self.sentence[: token.start].rstrip("¿¡\"'“("))
            end += len(token.words)
        return self._calm(begun)

    def _may_begin_at(self, token: _Token, talks: tuple[Talk, ...]) -> bool:
        """ "Good evening appointments" greets nobody; "hi appointments" does."""
        rest = self.sentence[token.start :]
        return (
            bool(token.pause)
            or opens_question(rest)
            or (talks == (Talk.GREETING,) and token.start <= _SHORT_GREETING)
        )

    def _calm(self, begun: int) -> str:
        kept = self.sentence[begun:]
        tokens = [token for token in self.tokens if token.start >= begun]
        words = [token.words[0] for token in tokens]
        for size in (2, 1):
            for at in range(len(words) - size, -1, -1):
                if tuple(words[at : at + size]) in self.lexicon.profanity and len(words) > size:
                    kept = kept[: tokens[at].start - begun] + kept[tokens[at + size - 1].end - begun :]
                    del words[at : at + size], tokens[at : at + size]
        return re.sub(r"\s{2,}", " ", kept).strip()


_SHORT_GREETING = 8


def _tokens(sentence: str, lexicon: Lexicon) -> Iterator[_Token]:
    end = 0
    for match in _TOKEN.finditer(sentence):
        between = sentence[end : match.start()]
        pause = "." if _PAUSES.search(between) else "," if between.strip() else ""
        words = words_of(_DISGUISED.sub(_plain_swear_word, match[0]), lexicon.spelling).all
        if words:
            yield _Token(match.start(), match.end(), pause, tuple(word.replace("đ", "d") for word in words))
        end = match.end()


_DISGUISED = re.compile(r"^(?:f[*@#$]+c?k|sh[*@#$!1]+t|b[*@#$!1]+tch|a[*@#$]+hole)", re.IGNORECASE)


def _plain_swear_word(match: re.Match[str]) -> str:
    return {"f": "fuck", "s": "shit", "b": "bitch", "a": "asshole"}[match[0][0].lower()]


def _ways(
    words: Sequence[str], found: Sequence[Found], fillers: frozenset[str]
) -> list[tuple[Talk, ...] | None]:
    """For each n, the phrases that cover the first n words, long ones first; None when nothing covers them."""
    best: list[_Way | None] = [_Way(0, ()), *(None for _ in words)]
    for at, word in enumerate(words):
        here = best[at]
        if here is None:
            continue
        steps = [(f.end, here.and_then(f)) for f in found if f.first == at]
        if word in fillers:
            steps.append((at + 1, here))
        for end, way in steps:
            there = best[end]
            if there is None or way.weight > there.weight:
                best[end] = way
    return [way.talks if way else None for way in best]


@dataclass(frozen=True)
class _Way:
    """`weight` favors few long phrases over many short ones."""

    weight: int
    talks: tuple[Talk, ...]

    def and_then(self, found: Found) -> "_Way":
        return _Way(self.weight + (found.end - found.first) ** 2, (*self.talks, Talk(found.label)))


def _main(talks: Iterable[Talk]) -> Talk:
    order = list(Talk)
    return min(talks, key=order.index)


def _common(read: Sequence[Sequence[_Read]]) -> tuple[Language, ...]:
    """The languages in which every sentence is small talk; those of any sentence when they differ."""
    every = [frozenset(sentence.languages) for line in read for sentence in line if sentence.languages]
    shared: list[Language] = [one for one in LANGUAGES if all(one in some for some in every)]
    any_of_them: list[Language] = [one for one in LANGUAGES if any(one in some for some in every)]
    return tuple(shared if every and shared else any_of_them)
