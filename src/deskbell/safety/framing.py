"""What surrounds a phrase: is it denied, long past, an idiom, or a question about the subject? Decides its level."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from deskbell.safety.lexicon import Kind, Lexicon
from deskbell.safety.phrases import Found
from deskbell.safety.words import Words

Level: TypeAlias = Literal["emergency", "concern"]

NEGATION_REACH = 6
FEW_WORDS_MORE = 2


@dataclass(frozen=True)
class Reading:
    """One text, and what surrounds the phrases found in it."""

    words: Words
    lexicon: Lexicon
    frames: Sequence[Found]

    def level(self, place: Found) -> Level | None:
        listed, kind = place.label.split(".")
        if self._touches("idiom", place) and not self._names_means(place):
            return None
        if listed == "topic":
            return self._level_of_topic(place)
        if listed == "concern" or self._denied(place) or self._long_past(place):
            return "concern"
        if kind == "medical" and (self._asks_about(place) or self._touches("others", place, before=4)):
            return "concern"
        return "emergency"

    def calms(self, place: Found) -> bool:
        """Whether what stands around the phrase says that nothing is wrong now: denied, long past, an idiom, or a question about it."""
        if self._names_means(place):
            return False
        asked = self._asks_about(place) or self._touches("others", place, before=4)
        return self._touches("idiom", place) or self._denied(place) or self._long_past(place) or asked

    def kind(self, place: Found) -> Kind:
        kind = place.label.split(".")[1]
        start, end = self.sentence(place)
        of_a_child = not self._lexicon_words("children").isdisjoint(self.words.all[start:end])
        return "child" if of_a_child and kind in {"medical", "overdose"} else cast("Kind", kind)

    def _level_of_topic(self, place: Found) -> Level | None:
        start, end = self.sentence(place)
        around = set(self.words.all[start:end])
        if self._names_means(place) and not self._denied(place):
            return "emergency"
        if around & self._lexicon_words("informational") or self._denied(place) or self._long_past(place):
            return "concern" if around & self._lexicon_words("personal") else None
        return (
            "emergency"
            if self._says_little_more(place) or around & self._lexicon_words("acute")
            else "concern"
        )

    def _says_little_more(self, place: Found) -> bool:
        """ "stroke", "overdose help"; not "Ulla Stroke": a word beside it that nobody knows is rather a name."""
        more = (*self.words.all[: place.first], *self.words.all[place.end :])
        return len(more) <= FEW_WORDS_MORE and all(word in self.lexicon.spelling.known for word in more)

    def _names_means(self, place: Found) -> bool:
        """A plan or a method in the same sentence: that never makes it less grave."""
        return bool(self._framed("means", self.sentence(place)))

    def _denied(self, place: Found) -> bool:
        """ "not", "never been", "don't have any" straight before the phrase; "can not" and "why not" deny nothing."""
        strong, weak = self._lexicon_words("denial_fillers"), self._lexicon_words("weak_fillers")
        between: set[str] = set()
        for at in range(place.first - 1, max(place.first - 1 - NEGATION_REACH, -1), -1):
            word = self.words.all[at]
            if self.words.starts[at + 1]:
                return False
            if word in self._lexicon_words("weak_denials"):
                return between <= weak
            if word in self._lexicon_words("denials"):
                return between <= strong and self._can_deny(at)
            between.add(word)
        return False

    def _can_deny(self, at: int) -> bool:
        return at == 0 or self.words.all[at - 1] not in self._lexicon_words("not_denying")

    def _long_past(self, place: Found) -> bool:
        sentence = self.sentence(place)
        told = self._framed("past", sentence)
        if self._framed("recovered", sentence):
            return True
        if not told or self._framed("current", sentence):
            return False
        first, last = self._clause(place)
        if any(first <= frame.first < last for frame in told):
            return not self._touches("intent", place, before=3)
        return bool(self._lexicon_words("past_verbs") & set(self.words.all[first:last]))

    def _framed(self, label: str, stretch: tuple[int, int]) -> list[Found]:
        return [
            frame for frame in self.frames if frame.label == label and stretch[0] <= frame.first < stretch[1]
        ]

    def _asks_about(self, place: Found) -> bool:
        return not self._lexicon_words("informational").isdisjoint(self.words.all[place.end : place.end + 2])

    def _touches(self, label: str, place: Found, before: int = 0) -> bool:
        return any(
            f.label == label and f.first < place.end and f.end > place.first - before for f in self.frames
        )

    def sentence(self, place: Found) -> tuple[int, int]:
        """Where the sentence of a phrase stands: words[first:last]."""
        return self._stretch(place, lambda at: self.words.starts[at] == ".")

    def _clause(self, place: Found) -> tuple[int, int]:
        joints = self._lexicon_words("joints")
        return self._stretch(place, lambda at: bool(self.words.starts[at]) or self.words.all[at] in joints)

    def _stretch(self, place: Found, breaks: Callable[[int], bool]) -> tuple[int, int]:
        start = next((at for at in range(place.first, 0, -1) if breaks(at)), 0)
        end = next((at for at in range(place.end, len(self.words.all)) if breaks(at)), len(self.words.all))
        return start, end

    def _lexicon_words(self, name: str) -> frozenset[str]:
        return self.lexicon.words.get(name, frozenset())
