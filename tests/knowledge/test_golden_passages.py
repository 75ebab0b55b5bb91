"""Documents that are hard to cut, and exactly the passages that must come of them."""

import pytest

from deskbell.knowledge.passages import MOST_WORDS, cut
from deskbell.knowledge.reading import Block, Kind, Reading, read


def told(first: int, last: int) -> str:
    """Sentences of eleven words."""
    return " ".join(
        f"Sentence {number} tells one more thing that a patient should know." for number in range(first, last)
    )


@pytest.mark.parametrize(
    ("file_name", "content", "passages"),
    [
        (
            "depth.md",
            "# Billing\n\n## Refunds\n\n### Late cancellation\n\nIt costs $25.\n\n## Cards\n\nWe take all.\n",
            [("Billing › Refunds › Late cancellation", "It costs $25."), ("Billing › Cards", "We take all.")],
        ),
        ("headings.md", "# A\n\n## B\n\n## C\n\nText.\n\n## D\n", [("A › C", "Text.")]),
        (
            "lead.md",
            "# Visits\n\nYou need:\n\n- an ID\n- a phone\n\nThen relax.\n",
            [("Visits", "You need:\n\n- an ID\n- a phone\n\nThen relax.")],
        ),
        (
            "table.md",
            "# Prices\n\n| Visit | Length | Price |\n|---|---|---|\n| First | 40 min | $80 |\n| Lab | | $12 |\n",
            [("Prices", "First – Length: 40 min; Price: $80\nLab – Price: $12")],
        ),
        (
            "faq.html",
            "<h1>FAQ</h1><details><summary>May I cancel?</summary><p>Yes.</p><p>Until noon.</p></details><details><summary>Is it free?</summary><p>No.</p></details>",
            [("FAQ › May I cancel?", "Yes.\n\nUntil noon."), ("FAQ › Is it free?", "No.")],
        ),
        (
            "words.html",
            "<h1>Words</h1><dl><dt>Copay</dt><dd>What you pay.</dd><dt>Deductible</dt><dd>What comes first.</dd></dl>",
            [("Words › Copay", "What you pay."), ("Words › Deductible", "What comes first.")],
        ),
        (
            "pairs.csv",
            "question,answer\nOpen on Sunday?,No.\nParking?,Free.\n",
            [("Pairs › Open on Sunday?", "No."), ("Pairs › Parking?", "Free.")],
        ),
        (
            "hours.txt",
            "Monday: 8-18\nFriday: 8-14\n\nClosed on holidays.\n",
            [("Hours", "Monday: 8-18\nFriday: 8-14\n\nClosed on holidays.")],
        ),
        (
            "bring.html",
            "<h1>Bring</h1><ol><li>Papers<ul><li>ID</li><li>card</li></ul></li><li>Phone</li></ol>",
            [("Bring", "- Papers\n  - ID\n  - card\n- Phone")],
        ),
        (
            "contact.html",
            "<h1>Contact</h1><p>12 Harbor St<br>Oakland, CA</p><p>Call <b>555-0100</b>.</p>",
            [("Contact", "12 Harbor St\nOakland, CA\n\nCall 555-0100.")],
        ),
        (
            "fees.html",
            "<h1>Fees</h1><table><caption>Fees of 2026</caption><tr><th>Visit<th>Price<tr><td>First<td>$80</table>",
            [("Fees", "Fees of 2026:\n\nFirst – Price: $80")],
        ),
        (
            "rules.html",
            "<h1>Rules</h1><p><b>Children</b></p><p>From two years on.</p><p><b>Note:</b> bring a parent.</p>",
            [("Rules › Children", "From two years on.\n\nNote: bring a parent.")],
        ),
        (
            "again.md",
            "# T\n\n## A\n\nOne.\n\n## B\n\nTwo.\n\n## A\n\nThree.\n",
            [("T › A", "One."), ("T › B", "Two."), ("T › A", "Three.")],
        ),
        (
            "long.md",
            f"# Long\n\n{told(0, 16)} This also holds for children. {told(16, 30)}",
            [
                ("Long", told(0, 16)),
                ("Long", f"{told(15, 16)} This also holds for children. {told(16, 30)}"),
            ],
        ),
        (
            "whole.md",
            f"# Visits\n\n## What is a visit?\n\n{told(0, 25)}",
            [("Visits › What is a visit?", told(0, 25))],
        ),
    ],
)
def test_the_passages_of_a_document(file_name: str, content: str, passages: list[tuple[str, str]]):
    assert [(passage.path, passage.text) for passage in cut(read(content.encode(), file_name))] == passages


def test_a_point_that_is_cut_from_the_one_above_it_repeats_it():
    below = tuple(f"  - {told(number, number + 1)}" for number in range(20))
    cuts = cut(Reading("Bring", (Block((), Kind.LIST, ("- Papers", *below)),)))
    assert [passage.text.split("\n")[0] for passage in cuts] == ["- Papers", "- Papers"]


def test_a_text_without_spaces_is_cut_by_its_characters():
    cuts = cut(Reading("Noise", (Block((), Kind.PARAGRAPH, ("字" * 200_000,)),)))
    assert sum(passage.text.count("字") for passage in cuts) == 200_000
    assert max(len(passage.text) for passage in cuts) < MOST_WORDS * 12
