"""Which stretches of the weighed passages a visitor reads: the best one, and what answers nearly as likely while all of it
stays short. Pure. Not here: how likely each unit answers (`weighing`), what is read together (`quoting`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deskbell.answering.verbatim.quoting import MOST_LIST_WORDS, MOST_WORDS, is_list, shortened, words_of
from deskbell.answering.verbatim.weighing import Weighed, heading_of

# Log odds. Chosen with the dev part of the help pages and both halves of SQuAD in view.
NEIGHBOR = 3.5  # a neighbor that answers so much less likely is still worth reading: it explains
FARTHER_ON = 2.75  # the same for another place of a passage that is quoted already
ELSEWHERE = 2.0  # and for another passage
WORD = 0.02  # what each further word costs
MOST_GROUPS = 4  # of one stretch
MOST_STRETCHES = 3
SAME_QUESTION = 0.6
VERY_QUESTION = 0.85  # an answer that was written for it is shown whole and alone, where it is short


@dataclass(frozen=True)
class Stretch:
    """Groups `first` to `last` of a weighed passage."""

    of: Weighed
    first: int
    last: int

    @property
    def units(self) -> range:
        """Its units, without what is too long of a list."""
        groups = self.of.groups
        whole = range(groups[self.first].start, groups[self.last].stop)
        return shortened(self.of.units, self.of.scores, whole)

    @property
    def words(self) -> int:
        return words_of(self.of.units, self.units)

    def is_apart_from(self, other: "Stretch") -> bool:
        """Nothing would be read twice."""
        return self.of is not other.of or self.last < other.first or other.last < self.first

    @property
    def is_list(self) -> bool:
        return is_list(self.of.units, self.units)

    @property
    def text(self) -> str:
        """Letter by letter."""
        units = self.of.units
        return self.of.found.text[units[self.units.start].start : units[self.units.stop - 1].end]


def chosen(weighed: Sequence[Weighed]) -> list[Stretch]:
    """The best first; `weighed` holds one passage at least. Nothing is taken twice."""
    best = max(weighed, key=lambda one: max(one.scores))
    enough = max(best.scores)
    stretches = [_beginning(best)]
    if _is_the_very_question(best) and stretches[0].first == 0 and stretches[0].last == len(best.groups) - 1:
        return stretches
    while further := [more for more in _further(weighed, stretches) if more.worth >= enough]:
        taken = max(further, key=lambda more: more.worth)
        stretches = taken.stretches
    return stretches


@dataclass(frozen=True)
class _More:
    """What would be shown with one more group, and what that group is worth: its log odds, less the words it costs."""

    stretches: list[Stretch]
    worth: float


def _beginning(one: Weighed) -> Stretch:
    """The best group; from the beginning of the passage on where the visitor asks what its heading asks ("No. But you can …")."""
    place = _best_group(one)
    alone = _understandable(Stretch(one, place, place))
    if not (heading_of(one.found).endswith("?") and one.heading_similarity > SAME_QUESTION):
        return alone
    whole = Stretch(one, 0, len(one.groups) - 1)
    if _is_the_very_question(one) and whole.words <= MOST_WORDS:
        return whole
    from_the_beginning = Stretch(one, 0, place)
    return from_the_beginning if _fits([from_the_beginning]) else Stretch(one, 0, 0)


def _is_the_very_question(one: Weighed) -> bool:
    return heading_of(one.found).endswith("?") and one.heading_similarity > VERY_QUESTION


def _understandable(stretch: Stretch) -> Stretch:
    """With what it points back to, as far as that is short."""
    while stretch.first > 0 and stretch.of.units[stretch.units.start].points_back:
        longer = replace(stretch, first=stretch.first - 1)
        if not _fits([longer]):
            break
        stretch = longer
    return stretch


def _further(weighed: Sequence[Weighed], stretches: list[Stretch]) -> Iterator[_More]:
    words = sum(stretch.words for stretch in stretches)
    for grown, bonus, group in _candidates(weighed, stretches):
        if _fits(grown):
            cost = WORD * (sum(stretch.words for stretch in grown) - words)
            yield _More(grown, group + bonus - cost)


def _candidates(
    weighed: Sequence[Weighed], stretches: list[Stretch]
) -> Iterator[tuple[list[Stretch], float, float]]:
    for place, stretch in enumerate(stretches):
        for grown, added in _grown(stretch):
            if all(grown.is_apart_from(other) for other in stretches if other is not stretch):
                with_it = [*stretches[:place], grown, *stretches[place + 1 :]]
                yield with_it, NEIGHBOR, _score(stretch.of, added)
    if len(stretches) < MOST_STRETCHES:
        for one in weighed:
            quoted = [stretch for stretch in stretches if stretch.of is one]
            if (best := _best_beyond(one, quoted)) is not None:
                worth = FARTHER_ON if quoted else ELSEWHERE
                yield [*stretches, best], worth, _score(one, best.last)


def _best_beyond(one: Weighed, quoted: Sequence[Stretch]) -> Stretch | None:
    """The best of a passage that neither stands in what is quoted of it nor next to that, with what it points back to."""
    beyond = [place for place in range(len(one.groups)) if all(_far(place, stretch) for stretch in quoted)]
    if quoted:
        beyond = [place for place in beyond if not one.units[one.groups[place].start].points_elsewhere]
    if not beyond:
        return None
    best = max(beyond, key=lambda place: _score(one, place))
    stretch = _understandable(Stretch(one, best, best))
    return stretch if all(stretch.is_apart_from(other) for other in quoted) else None


def _far(place: int, stretch: Stretch) -> bool:
    return place < stretch.first - 1 or place > stretch.last + 1


def _grown(stretch: Stretch) -> Iterator[tuple[Stretch, int]]:
    """One group more before it or after it; links that stand between are taken along and count for nothing."""
    if stretch.last - stretch.first + 1 >= MOST_GROUPS:
        return
    groups, units = stretch.of.groups, stretch.of.units

    def beyond(place: int, step: int) -> int:
        while 0 <= place < len(groups) and units[groups[place].start].points_elsewhere:
            place += step
        return place

    before, after = beyond(stretch.first - 1, -1), beyond(stretch.last + 1, 1)
    if before >= 0:
        yield replace(stretch, first=before), before
    if after < len(groups):
        yield replace(stretch, last=after), after


def _best_group(one: Weighed) -> int:
    return max(range(len(one.groups)), key=lambda place: _score(one, place))


def _score(one: Weighed, place: int) -> float:
    group = one.groups[place]
    return max(one.scores[group.start : group.stop])


def _fits(stretches: Sequence[Stretch]) -> bool:
    listed = any(stretch.is_list for stretch in stretches)
    return sum(stretch.words for stretch in stretches) <= (MOST_LIST_WORDS if listed else MOST_WORDS)
