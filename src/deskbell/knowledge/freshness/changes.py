"""Comparing two readings of a document, passage by passage: what is the same keeps its id and its vector."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from deskbell.knowledge.passages import Cut
from deskbell.knowledge.tables import Passage

MOST_SHOWN = 100
_SHOWN_CHARACTERS = 2000


@dataclass(frozen=True)
class Comparison:
    """`kept` maps ids to their new places, `new` are places in the new reading, `gone` what is not in it any more."""

    kept: Mapping[UUID, int]
    new: Sequence[int]
    gone: Sequence[Passage]

    @property
    def is_empty(self) -> bool:
        """Nothing came and nothing went."""
        return not self.new and not self.gone


def compare(before: Sequence[Passage], after: Sequence[Cut]) -> Comparison:
    """A passage is the same when its text and its path are: both are what the model read. Copies are told apart by order."""
    known: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in before:
        known[passage.path, passage.text].append(passage)
    kept: dict[UUID, int] = {}
    new: list[int] = []
    for place, cut in enumerate(after):
        same = known[cut.path, cut.text]
        if same:
            kept[same.pop(0).id] = place
        else:
            new.append(place)
    return Comparison(kept, new, [passage for passage in before if passage.id not in kept])


def shown(comparison: Comparison, after: Sequence[Cut]) -> list[dict[str, str]]:
    """The first passages that went and came, for people, in the order of the page."""
    went = [
        (passage.ordinal, {"kind": "removed", "path": passage.path, "text": passage.text})
        for passage in comparison.gone
    ]
    came = [
        (place, {"kind": "added", "path": after[place].path, "text": after[place].text})
        for place in comparison.new
    ]
    lines = sorted([*went, *came], key=lambda line: (line[0], line[1]["kind"] == "added"))
    return [line | {"text": line["text"][:_SHOWN_CHARACTERS]} for _, line in lines[:MOST_SHOWN]]
