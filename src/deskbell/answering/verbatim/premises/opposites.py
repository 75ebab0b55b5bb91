"""Words that say the contrary of each other, as stems: who asks for the north is not answered by the south. Pure."""

from collections.abc import Mapping, Sequence, Set
from functools import cache

from deskbell.knowledge.finding.terms import stems

_OPPOSITES = """
increase increased rise rising grow higher high more gain larger greater up
  | decrease decreased fall decline drop lower low less fewer loss smaller reduce reduced down
before prior earlier | after later following
first earliest oldest initial beginning start started begin began | last latest final newest youngest end ended finish
north northern | south southern
east eastern | west western
largest biggest highest best maximum longest greatest | smallest lowest fewest worst minimum shortest
allow allowed accept accepted permit support supported include included agree
  | forbid forbidden reject rejected prohibit oppose opposed exclude excluded refuse deny ban banned disagree
win won victory success | lose lost defeat failure
male men man | female women woman
public | private
inside internal within indoors | outside external outdoors
open opened opens | close closed closes
strong stronger | weak weaker
old older | new young newer
rich wealthy | poor
join joined enter entered | leave left withdraw
buy bought purchase | sell sold
cold cool | hot warm
left | right
adult adults | child children
domestic | foreign international
create created build built founded | destroy destroyed abolish abolished
positive | negative
simple easy | complex difficult hard
online virtual video | person
free | paid fee cost
"""


def contradicts(asked: Set[str], said: Set[str]) -> bool:
    """Whether a word of the question is not said, but its contrary is. Both are stems."""
    return any(not said.isdisjoint(_opposites().get(stem, frozenset())) for stem in asked - said)


def with_opposites(said: Sequence[str] | Set[str]) -> frozenset[str]:
    """The words and their contraries: what speaks of one is about the other too."""
    words = frozenset(said)
    return words.union(*(_opposites().get(stem, frozenset()) for stem in words))


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    of: dict[str, frozenset[str]] = {}
    for pair in _OPPOSITES.replace("\n  |", " |").strip().splitlines():
        one, other = (frozenset(stems(side)) for side in pair.split("|"))
        of |= {stem: of.get(stem, frozenset()) | other for stem in one}
        of |= {stem: of.get(stem, frozenset()) | one for stem in other}
    return of
