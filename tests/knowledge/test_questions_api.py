"""Many questions are imported from a table after a look at them, and everything that members wrote can be corrected."""

from typing import Any

import pytest

from deskbell.knowledge.reading.rows.questions import Pair
from tests.cast import Person
from tests.knowledge.conftest import NOON, Clinic

TABLE = b"Question,Answer\nDo you treat children?,Yes.\nIs it far?,\nDo you treat children,yes\nAre you open on Sunday?,No.\n"


@pytest.fixture
async def agent_id(ada: Person) -> str:
    return (await ada.creates_agent("Lumi"))["id"]


async def uploads(person: Person, path: str, content: bytes = TABLE, **columns: int | bool) -> Any:
    files = [("file", ("patient-faq.csv", content, "text/csv"))]
    return await person.browser.post(path, files=files, data={name: str(at) for name, at in columns.items()})


async def test_a_table_is_looked_at_before_it_is_imported(ada: Person, agent_id: str):
    path = f"/api/agents/{agent_id}/sources/questions"
    report = {
        "labels": ["Question", "Answer"],
        "columns": {"question": 0, "answer": 1, "has_names": True},
        "found": 2,
        "merged": 1,
        "skipped": 1,
        "problems": [{"row": 3, "problem": "no answer"}],
        "warnings": ["1 row was skipped: row 3 has no answer."],
        "pairs": [
            {"question": "Do you treat children?", "answer": "Yes."},
            {"question": "Are you open on Sunday?", "answer": "No."},
        ],
    }
    assert (await uploads(ada, f"{path}/preview")).json() == report
    assert (await ada.get(f"/api/agents/{agent_id}/sources"))["sources"] == []

    imported = (await uploads(ada, f"{path}/import")).json()

    assert imported["report"] == report
    row = imported["source"]
    assert (row["kind"], row["title"], row["pairs"], row["status"]) == ("qa", "Patient faq", 2, "pending")
    assert (await ada.get(f"/api/sources/{row['id']}/original"))["pairs"] == report["pairs"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Name,Price\na,b\n", "Choose which column holds the questions and which one the answers."),
        (b"\n,\n", "This file is empty."),
        (b"Question,Answer\na?,\n", "No row of this file has both a question and an answer."),
    ],
)
async def test_a_table_that_is_not_one_of_questions_is_refused(
    ada: Person, agent_id: str, content: bytes, sentence: str
):
    answer = await uploads(ada, f"/api/agents/{agent_id}/sources/questions/import", content)
    assert (answer.status_code, answer.json()["message"]) == (422, sentence)
    assert (await ada.get(f"/api/agents/{agent_id}/sources"))["sources"] == []


async def test_columns_that_nobody_could_guess_are_chosen(ada: Person, agent_id: str):
    path = f"/api/agents/{agent_id}/sources/questions"
    table = b"Nr;Frage der Patienten;Antwort des Teams\n1;Ist es weit?;Nein, zwei Minuten.\n"

    asked = (await uploads(ada, f"{path}/preview", table)).json()
    assert asked["labels"] == ["Nr", "Frage der Patienten", "Antwort des Teams"]
    assert (asked["columns"], asked["found"], asked["pairs"]) == (None, 0, [])

    chosen = (await uploads(ada, f"{path}/preview", table, question_column=1, answer_column=2)).json()
    assert chosen["columns"] == {"question": 1, "answer": 2, "has_names": True}
    assert chosen["pairs"] == [{"question": "Ist es weit?", "answer": "Nein, zwei Minuten."}]

    whole = await uploads(ada, f"{path}/import", table, question_column=1, answer_column=2, has_names=False)
    assert whole.json()["report"]["found"] == 2
    same = await uploads(ada, f"{path}/import", table, question_column=1, answer_column=1)
    assert (same.status_code, same.json()["code"]) == (422, "same_column")


async def test_pairs_too_long_to_be_corrected_by_hand_are_named_and_left_out(ada: Person, agent_id: str):
    table = f"Question,Answer\nShort?,Yes.\n{'long ' * 70},Yes.\nWhy?,{'very ' * 900}\n".encode()
    report = (await uploads(ada, f"/api/agents/{agent_id}/sources/questions/preview", table)).json()
    assert (report["found"], report["problems"]) == (
        1,
        [
            {"row": 3, "problem": "a question of more than 300 characters"},
            {"row": 4, "problem": "an answer of more than 4,000 characters"},
        ],
    )


async def test_who_saves_over_the_change_of_a_colleague_is_told_first(ada: Person, agent_id: str):
    row = await ada.sends(
        "POST", f"/api/agents/{agent_id}/sources/questions", {"question": "Is it free?", "answer": "Yes."}
    )
    path = f"/api/sources/{row['id']}"
    read = (await ada.get(f"{path}/original"))["revision"]
    mine = {"question": "Is it free?", "answer": "No.", "revision": read}
    assert (await ada.browser.put(f"{path}/question", json=mine)).status_code == 200

    late = {"question": "Is it free?", "answer": "Perhaps.", "revision": read}
    refused = await ada.browser.put(f"{path}/question", json=late)
    assert (refused.status_code, refused.json()["code"]) == (409, "changed_meanwhile")
    original = await ada.get(f"{path}/original")
    assert (original["text"], original["revision"] == read) == ("No.", False)

    anyway = {"question": "Is it free?", "answer": "Perhaps."}
    assert (await ada.browser.put(f"{path}/question", json=anyway)).status_code == 200
    assert (await ada.get(f"{path}/original"))["text"] == "Perhaps."


async def test_text_and_questions_are_corrected_in_place(ada: Person, ben: Person, agent_id: str):
    path = f"/api/agents/{agent_id}/sources"
    text = await ada.sends("POST", f"{path}/text", {"title": "Hours", "text": "Open daily."})
    question = await ada.sends("POST", f"{path}/questions", {"question": "Is it free?", "answer": "Yes."})
    await ada.sends("PUT", f"/api/sources/{text['id']}/text", {"title": "Opening hours", "text": "Closed."})
    edited = {"question": "Is a visit free?", "answer": "No."}
    await ada.sends("PUT", f"/api/sources/{question['id']}/question", edited)
    originals = [await ben.get(f"/api/sources/{row['id']}/original") for row in (text, question)]
    assert [(one["title"], one["text"], one["pairs"]) for one in originals] == [
        ("Opening hours", "Closed.", None),
        ("Is a visit free?", "No.", None),
    ]


async def test_what_was_not_written_here_is_not_edited_here(ada: Person, agent_id: str):
    row = await ada.sends(
        "POST", f"/api/agents/{agent_id}/sources/questions", {"question": "Is it free?", "answer": "Yes."}
    )
    answer = await ada.browser.put(f"/api/sources/{row['id']}/text", json={"title": "A", "text": "B"})
    assert answer.status_code == 409


async def test_every_imported_pair_is_one_passage_under_its_question_and_edits_are_learned(clinic: Clinic):
    from deskbell.knowledge import commands
    from deskbell.knowledge.access import open_source_to_change

    long = " ".join(f"Sentence {number} of a long answer that stays whole." for number in range(28))
    async with clinic.transaction() as tx:
        pairs = [
            Pair("Do you treat children?", "Yes.\n\nFrom the age of two."),
            Pair("What is a visit?", long),
        ]
        source = await commands.add_questions(tx, clinic.agent_id, title="FAQ", pairs=pairs, at=NOON)
    await clinic.trains()
    assert {(found.path, found.text) for found in await clinic.finds("treat children visit")} == {
        ("FAQ › Do you treat children?", "Yes.\n\nFrom the age of two."),
        ("FAQ › What is a visit?", long),
    }

    async with clinic.transaction() as tx:
        again = await open_source_to_change(tx, source.id)
        await commands.edit_questions(tx, again, title="FAQ", pairs=[Pair("Children?", "No.")], at=NOON)
    await clinic.trains()
    assert [found.text for found in await clinic.finds("children")] == ["No."]
