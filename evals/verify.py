"""What `verify` lets through and what it keeps back, by kind of error. `python -m evals.verify` prints the misses of the sets that were
mended on, and of the one that is reported its totals alone: its lines are not to be read.

Each sentence cites its own section, so only what it says is judged. A polite sentence cites nothing.
"""

import asyncio
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

from deskbell.answering.generative.verify import Checked, Verdict, Weighed, check, texts_to_weigh
from deskbell.embedding import BuiltIn
from deskbell.embedding.remembering import Remembering
from deskbell.knowledge.finding.ranking import Found
from evals.figures import Row, share

SETS = Path(__file__).parent / "sets"
PAGES = Path(__file__).parents[1] / "src" / "deskbell" / "demo_clinic"
SHOULD_PASS = ("supported", "polite")
NEVER_SHOWN = ("number", "contact", "link", "claims_done", "promise", "markup")
SEEN = ("dev", "test", "unseen", "unseen_2", "dev_2")
REPORTED = "unseen_3"
NOBODY = UUID(int=0)
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Line:
    """A sentence, its section, and what is wrong with it (`supported` and `polite`: nothing)."""

    kind: str
    sentence: str
    passage: Found


def main() -> None:
    for part in SEEN if "seen" in sys.argv else (*SEEN, REPORTED):
        lines = list(lines_of(part))
        began = time.process_time()
        verdicts = asyncio.run(judged(lines))
        _report(part, lines, verdicts, (time.process_time() - began) / len(lines))


def rows() -> list[Row]:
    """Of the set whose lines were never read; its first run is in evals/README.md."""
    lines = list(lines_of(REPORTED))
    shown = [isinstance(verdict, Checked) for verdict in asyncio.run(judged(lines))]
    good = [seen for line, seen in zip(lines, shown, strict=True) if line.kind in SHOULD_PASS]
    bad = [seen for line, seen in zip(lines, shown, strict=True) if line.kind not in SHOULD_PASS]
    return [
        Row("unsupported sentences kept back", share(bad.count(False), len(bad)), ".95", _first(125, 167)),
        Row(
            "supported sentences kept back",
            share(good.count(False), len(good)),
            ".05 at most",
            _first(33, 151),
        ),
    ]


def _first(part: int, whole: int) -> str:
    return f"verify_{REPORTED}, held out; before the work {share(part, whole)}"


def lines_of(part: str) -> Iterator[Line]:
    """Every sentence of a part with its passage."""
    sections = tomllib.loads((SETS / f"verify_{part}.toml").read_text(encoding="utf-8"))["section"]
    for section in sections:
        passage = (
            section_of(section["page"], section["find"])
            if "page" in section
            else _passage(section["path"], section["text"].strip())
        )
        for kind, sentences in section.items():
            if isinstance(sentences, list):
                yield from (Line(kind, sentence, passage) for sentence in sentences)


async def judged(lines: list[Line]) -> list[Verdict]:
    """As the answerer judges them: with the nearest stretch measured by the built-in model."""
    embedder = Remembering(BuiltIn())  # as in the worker: a passage is embedded once
    verdicts: list[Verdict] = []
    for line in lines:
        marked = line.sentence if line.kind == "polite" else f"{line.sentence} [1]"
        texts = texts_to_weigh(marked, [line.passage])
        near = None
        if len(texts) > 1:
            vectors = await embedder.embed_passages(texts)
            near = float((vectors[1:] @ vectors[0]).max())
        verdicts.append(check(marked, [line.passage], None, Weighed(near)))
    return verdicts


@cache
def section_of(page: str, heading: str) -> Found:
    """The section of a help page as a passage."""
    text = (PAGES / f"{page}.md").read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ")
    body = text.partition(f"## {heading}\n")[2].partition("\n## ")[0].replace("**", "").strip()
    if not body:
        raise SystemExit(f"{page}.md has no section “{heading}”")
    body = re.sub(r"^\|?[-| ]+\|$\n", "", body, flags=re.MULTILINE)
    return _passage(f"{title} › {heading}", body)


def _passage(path: str, text: str) -> Found:
    title = path.partition(" › ")[0]
    return Found(NOBODY, NOBODY, NOBODY, title, path, text, None, READ_AT, 1.0, 0.8, 0.9)


def _report(part: str, lines: list[Line], verdicts: list[Verdict], seconds: float) -> None:
    passed: Counter[str] = Counter()
    total = Counter(line.kind for line in lines)
    for line, verdict in zip(lines, verdicts, strict=True):
        passed[line.kind] += isinstance(verdict, Checked)
        if part in SEEN and isinstance(verdict, Checked) != (line.kind in SHOULD_PASS):
            why = "shown" if isinstance(verdict, Checked) else f"kept back: {verdict}"
            print(f"    {line.kind} {why}: {line.sentence}")
    print(f"{part}: {len(lines)} sentences, {seconds * 1000:.0f} ms of CPU each")
    for kind, count in sorted(total.items(), key=lambda found: (found[0] not in SHOULD_PASS, found[0])):
        right = passed[kind] if kind in SHOULD_PASS else count - passed[kind]
        print(f"  {kind:12} {right}/{count} {'shown' if kind in SHOULD_PASS else 'kept back'}")
    wrong = [kind for kind in total if kind not in SHOULD_PASS]
    kept, bad = sum(total[kind] - passed[kind] for kind in wrong), sum(total[kind] for kind in wrong)
    lost, good = sum(total[kind] - passed[kind] for kind in SHOULD_PASS), sum(total[k] for k in SHOULD_PASS)
    print(
        f"  unsupported kept back {kept}/{bad} = {kept / bad:.3f}; supported kept back {lost}/{good} = {lost / good:.3f};"
    )
    print(f"  precision of keeping back {kept / max(kept + lost, 1):.3f};", end=" ")
    print(
        "numbers, links, contacts, markup, deeds and promises shown:",
        sum(passed[kind] for kind in NEVER_SHOWN),
    )


if __name__ == "__main__":
    main()
