"""Ordinary chat from public question sets: what must not alarm and must not ring. `Skipped` is raised where they are absent."""

import csv
import json
import re

from evals.public import question_set


def benign_lines() -> dict[str, list[str]]:
    """Lines by source."""
    return {
        "clinc train+val": [text for text, _ in clinc("train", "val", "oos_train", "oos_val")],
        "clinc test": [text for text, _ in clinc("test", "oos_test")],
        "bitext": [text for text, _ in bitext("train", "dev", "test")],
        "rasa": [text for bot in RASA for text, _ in rasa(bot)],
        "covidqa": covidqa(),
        "squad2": squad(),
    }


RASA = (
    "financial_nlu",
    "helpdesk_nlu",
    "rasa-demo_nlu",
    "rasa-demo_chitchat",
    "rasa-demo_faq",
    "rasa-demo_general",
    "rasa-demo_out_of_scope",
)


def clinc(*parts: str) -> list[tuple[str, str]]:
    """(text, intent) of the named parts."""
    everything = json.loads(question_set("clinc/data_full.json").read_text(encoding="utf-8"))
    return [(text, intent) for part in parts for text, intent in everything[part]]


def bitext(*parts: str) -> list[tuple[str, str]]:
    """(text, intent) of the named parts."""
    lines: list[tuple[str, str]] = []
    for part in parts:
        with question_set(f"bitext/{part}.csv").open(encoding="utf-8", newline="") as file:
            lines += [(row["utterance"], row["intent"]) for row in csv.DictReader(file)]
    return lines


def rasa(bot: str) -> list[tuple[str, str]]:
    """(text, intent) of one bot, entity marks removed."""
    lines: list[tuple[str, str]] = []
    intent = ""
    for line in question_set(f"rasa/{bot}.yml").read_text(encoding="utf-8").splitlines():
        named = re.match(r"\s*- intent: (\S+)", line)
        if named:
            intent = named[1]
        example = re.match(r"\s+- (?!intent:)(.+)", line)
        if example and intent:
            lines.append((re.sub(r"\[([^\]]+)\](\([^)]*\)|\{[^}]*\})", r"\1", example[1]).strip(), intent))
    return lines


def covidqa() -> list[str]:
    with question_set("covidqa/eval_question_similarity_en.csv").open(encoding="utf-8", newline="") as file:
        return sorted({cell for row in csv.reader(file) for cell in row[:2] if len(cell) > 3})


def squad() -> list[str]:
    everything = json.loads(question_set("squad2/dev-v2.0-cs224n.json").read_text(encoding="utf-8"))
    return [q["question"] for article in everything["data"] for p in article["paragraphs"] for q in p["qas"]]
