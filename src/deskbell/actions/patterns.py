"""The regular expressions an admin may demand of a value: a subset that cannot run away.

A backtracking matcher can try every way in which the repeats of a pattern share out a value. `ways` bounds that number;
whatever could exceed `MOST_WAYS`, or is outside the subset, is refused when saved.
"""

from dataclasses import dataclass

MOST_WAYS = 1_000_000
ESCAPES = frozenset(r"dDwWsS.\-/+*?()[]{}^$|#@:_ ")
QUANTIFIERS = frozenset("?*+{")


class NotSimple(ValueError):
    """The pattern is outside the subset; the text says which part, for people."""


def check_pattern(pattern: str, *, longest_value: int) -> None:
    """`NotSimple` unless the pattern is in the subset and bounded for values of up to `longest_value` characters."""
    if _Reader(pattern, longest_value).whole() > MOST_WAYS:
        raise NotSimple("it repeats too many parts that can match the same text")


@dataclass
class _Reader:
    """Reads a pattern once, left to right. Each method returns in how many ways its part can match one text."""

    pattern: str
    longest: int
    at: int = 0

    def whole(self) -> int:
        ways = self.alternatives()
        if self.at < len(self.pattern):
            raise NotSimple("a “)” has no “(”")
        return ways

    def alternatives(self) -> int:
        ways = self.sequence()
        while self.peek() == "|":
            self.take()
            ways += self.sequence()
        return ways

    def sequence(self) -> int:
        ways = 1
        while self.peek() not in {"", "|", ")"}:
            ways *= self.repeated()
        return ways

    def repeated(self) -> int:
        ways = self.atom()
        if self.peek() not in QUANTIFIERS:
            return ways
        least, most = self.quantifier()
        if self.peek() in QUANTIFIERS:
            raise NotSimple("a repeat follows a repeat")
        if ways > 1 and most > 1:
            raise NotSimple("a group that can match in several ways is repeated")
        return ways * (most - least + 1)

    def atom(self) -> int:
        first = self.take()
        if first == "(":
            return self.group()
        if first == "[":
            return self.char_class()
        if first == "\\":
            return self.escape()
        if first in QUANTIFIERS:
            raise NotSimple(f"“{first}” repeats nothing")
        return 1

    def group(self) -> int:
        if self.peek() == "?":
            self.take()
            if self.take() != ":":
                raise NotSimple("look-around and named groups are not supported")
        ways = self.alternatives()
        if self.take() != ")":
            raise NotSimple("a “(” is not closed")
        return ways

    def char_class(self) -> int:
        if self.peek() == "^":
            self.take()
        if self.peek() == "]":
            raise NotSimple("a “[…]” is empty")
        while (char := self.take()) != "]":
            if char == "":
                raise NotSimple("a “[” is not closed")
            if char == "[":
                raise NotSimple("a “[” inside “[…]” needs a backslash")
            if char == "\\":
                self.escape()
        return 1

    def escape(self) -> int:
        escaped = self.take()
        if not escaped or escaped not in ESCAPES:
            raise NotSimple(f"“\\{escaped}” is not supported")
        return 1

    def quantifier(self) -> tuple[int, int]:
        match self.take():
            case "?":
                return 0, 1
            case "*":
                return 0, self.longest
            case "+":
                return 1, self.longest
            case _:
                return self.counts()

    def counts(self) -> tuple[int, int]:
        end = self.pattern.find("}", self.at)
        least, comma, most = self.pattern[self.at : end].partition(",")
        if end < 0 or not least.isascii() or not least.isdigit() or (most and not most.isdigit()):
            raise NotSimple("“{…}” needs counts, like {4} or {4,8}")
        self.at = end + 1
        low = int(least)
        high = int(most) if most else self.longest if comma else low
        if not low <= high <= self.longest:
            raise NotSimple(f"“{{{low},{high}}}” can never match")
        return low, high

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def take(self) -> str:
        char = self.peek()
        self.at += 1
        return char
