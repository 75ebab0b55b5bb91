"""Question tests over HTTP: written, run in the worker without a trace in anybody's inbox, compared, kept in order."""

from collections.abc import Mapping
from typing import Any

import pytest

from deskbell.kit.db import Database
from tests.answering.turns import ANSWER, Answers
from tests.cast import Desk, Person
from tests.stage import open_desk

HOURS = {
    "question": "When do you open on Fridays?",
    "expectation": {"kind": "quotes", "words": "8:00 to 18:00"},
}
PERSON = {
    "question": "Can I talk to a human?",
    "expectation": {"kind": "hands_off", "reason": "asked_for_person"},
}


@pytest.fixture
def answerer() -> Answers:
    return Answers()


@pytest.fixture
def desk(database: Database, answerer: Answers) -> Desk:
    return open_desk(database, answerer=answerer)


class Tests:
    """The tests of an agent, as Ada works with them."""

    __test__ = False

    def __init__(self, ada: Person, agent_id: str) -> None:
        self.ada = ada
        self.at = f"/api/agents/{agent_id}/question-tests"

    async def add(self, test: Mapping[str, Any]) -> Any:
        return await self.ada.sends("POST", self.at, test)

    async def run(self, **body: Any) -> Any:
        """A whole run, with the worker's part."""
        begun = await self.ada.sends("POST", f"{self.at}/runs", body)
        await self.ada.desk.runs_jobs()
        return await self.ada.get(f"/api/question-test-runs/{begun['id']}")

    async def page(self) -> Any:
        return await self.ada.get(self.at)

    async def results(self) -> list[tuple[str, bool, str, str | None]]:
        return [
            (test["expects"], test["result"]["passed"], test["result"]["why"], test["result"]["change"])
            for test in (await self.page())["tests"]
            if test["result"]
        ]


@pytest.fixture
def tests(ada: Person, lumi: dict[str, Any]) -> Tests:
    return Tests(ada, lumi["id"])


async def test_a_run_says_of_each_test_whether_it_passes_and_why(ben: Person, tests: Tests) -> None:
    for test in (HOURS, PERSON):
        await tests.add(test)
    run = await tests.run()
    assert (run["state"], run["total"], run["passed"], run["failed"]) == ("done", 2, 2, 0)
    assert await tests.results() == [
        ("Must say “8:00 to 18:00”", True, "The answer says it.", None),
        ("Must hand over: asks for a person", True, "It handed over as “Asked for a person”.", None),
    ]
    assert (await ben.inbox("open"))["conversations"] == []
    assert (await ben.inbox("needs_person"))["conversations"] == []


async def test_the_next_run_tells_what_is_newly_failing_and_what_is_fixed(
    tests: Tests, answerer: Answers
) -> None:
    await tests.add(HOURS)
    await tests.run()
    answerer.failures.append(RuntimeError())
    broken = await tests.run()
    assert broken["summary"] == "1 newly failing."
    assert await tests.results() == [
        ("Must say “8:00 to 18:00”", False, "It handed over as “Agent unavailable”.", "newly_failing")
    ]
    assert (await tests.run())["summary"] == "1 fixed."
    assert (await tests.run())["summary"] == "Nothing changed since the run before."


async def test_after_a_change_of_the_settings_the_tests_run_by_themselves_once_it_is_quiet(
    ada: Person, tests: Tests, lumi: dict[str, Any]
) -> None:
    await tests.add(HOURS)
    await ada.sends("PATCH", f"/api/agents/{lumi['id']}", {"greeting": "Hello."})
    await ada.desk.runs_jobs()
    assert (await tests.page())["runs"] == []
    ada.desk.clock.moves_on(seconds=31)
    await ada.desk.runs_jobs()
    [run] = (await tests.page())["runs"]
    assert (run["cause"], run["state"], run["passed"]) == ("settings_changed", "done", 1)


async def test_they_do_not_when_it_was_chosen_so(ada: Person, tests: Tests, lumi: dict[str, Any]) -> None:
    await tests.add(HOURS)
    await ada.sends("PUT", f"{tests.at}/choices", {"after_content": True, "after_settings": False})
    await ada.sends("PATCH", f"/api/agents/{lumi['id']}", {"greeting": "Hello."})
    ada.desk.clock.moves_on(seconds=31)
    await ada.desk.runs_jobs()
    assert (await tests.page())["runs"] == []


async def test_a_removed_source_is_a_change_of_the_content(
    ada: Person, tests: Tests, lumi: dict[str, Any]
) -> None:
    await tests.add(HOURS)
    await ada.sends("PUT", f"{tests.at}/choices", {"after_content": True, "after_settings": False})
    source = await ada.sends("POST", f"/api/agents/{lumi['id']}/sources/text", {"title": "x", "text": "x"})
    await ada.sends("DELETE", f"/api/sources/{source['id']}")
    ada.desk.clock.moves_on(seconds=31)
    await ada.desk.runs_jobs()
    assert [run["cause"] for run in (await tests.page())["runs"]] == ["content_changed"]


async def test_a_change_of_content_and_settings_together_is_one_run_and_a_later_change_another(
    ada: Person, tests: Tests, lumi: dict[str, Any]
) -> None:
    await tests.add(HOURS)
    source = await ada.sends("POST", f"/api/agents/{lumi['id']}/sources/text", {"title": "x", "text": "x"})
    await ada.sends("DELETE", f"/api/sources/{source['id']}")
    for runs in (1, 2):
        await ada.sends("PATCH", f"/api/agents/{lumi['id']}", {"greeting": f"Hello {runs}."})
        ada.desk.clock.moves_on(seconds=31)
        await ada.desk.runs_jobs()
        ada.desk.clock.moves_on(seconds=31)
        await ada.desk.runs_jobs()
        assert len((await tests.page())["runs"]) == runs


async def test_one_run_at_a_time_and_a_canceled_one_keeps_what_it_has(ada: Person, tests: Tests) -> None:
    await tests.add(HOURS)
    begun = await ada.sends("POST", f"{tests.at}/runs", {})
    await ada.sends("POST", f"{tests.at}/runs", {})
    assert ada.refused == (409, "question_tests_running")
    canceled = await ada.sends("DELETE", f"/api/question-test-runs/{begun['id']}")
    await ada.desk.runs_jobs()
    assert (canceled["state"], canceled["done"]) == ("canceled", 0)
    assert (await tests.run())["state"] == "done"


async def test_more_tests_than_one_job_takes_are_all_run_and_one_that_is_removed_is_passed_over(
    ada: Person, tests: Tests
) -> None:
    added = [await tests.add(HOURS | {"question": f"Question {number}?"}) for number in range(23)]
    begun = await ada.sends("POST", f"{tests.at}/runs", {})
    await ada.sends("DELETE", f"/api/question-tests/{added[20]['id']}")
    await ada.desk.runs_jobs()
    run = await ada.get(f"/api/question-test-runs/{begun['id']}")
    assert (run["state"], run["total"], run["done"]) == ("done", 23, 22)


async def test_one_test_can_be_run_alone(tests: Tests) -> None:
    await tests.add(HOURS)
    wanted = await tests.add(PERSON)
    run = await tests.run(test_ids=[wanted["id"]])
    assert (run["total"], run["passed"]) == (1, 1)


async def test_a_changed_test_has_no_result_until_it_is_run_again(ada: Person, tests: Tests) -> None:
    added = await tests.add(HOURS)
    await tests.run()
    ada.desk.clock.moves_on(seconds=1)
    await ada.sends("PUT", f"/api/question-tests/{added['id']}", PERSON)
    assert [test["result"] for test in (await tests.page())["tests"]] == [None]


async def test_a_sheet_goes_out_and_comes_in(ada: Person, tests: Tests) -> None:
    await tests.add(HOURS | {"note": "asked every day"})
    sheet = (await ada.browser.get(f"{tests.at}/sheet")).text
    assert sheet == (
        "question,expectation,words,note\r\n"
        "When do you open on Fridays?,quotes,8:00 to 18:00,asked every day\r\n"
    )
    more = f"{sheet}Do you treat horses?,nothing_found,,\r\nHello?,guesses,,\r\n"
    imported = await ada.sends("POST", f"{tests.at}/sheet", {"csv": more})
    assert (imported["added"], imported["replaced"]) == (1, 1)
    assert [wrong["number"] for wrong in imported["wrong"]] == [4]


async def test_a_sheet_is_looked_at_before_it_is_taken_in(ada: Person, tests: Tests) -> None:
    await tests.add(HOURS)
    sheet = "Horses?,nothing_found,,\nWhen do you open on Fridays?,quotes,9:00,\nHorses?,hands_off,,\n,quotes,x,\n"
    preview = await ada.sends("POST", f"{tests.at}/sheet/preview", {"csv": sheet})
    assert preview == {
        "lines": [
            {"question": "Horses?", "expects": "Must find nothing", "replaces": False},
            {"question": HOURS["question"], "expects": "Must say “9:00”", "replaces": True},
            {"question": "Horses?", "expects": "Must hand over", "replaces": True},
        ],
        "wrong": [{"number": 4, "sentence": "The question is missing or longer than 1,000 characters."}],
    }
    assert [test["expects"] for test in (await tests.page())["tests"]] == ["Must say “8:00 to 18:00”"]


async def test_a_sheet_of_too_many_lines_is_refused_whole(ada: Person, tests: Tests) -> None:
    sheet = "\n".join(f"Question {number}?,hands_off,," for number in range(501))
    for address in (f"{tests.at}/sheet/preview", f"{tests.at}/sheet"):
        await ada.sends("POST", address, {"csv": sheet})
        assert ada.refused == (429, "too_many_question_tests")
    assert (await tests.page())["tests"] == []


async def test_a_result_stands_beside_the_one_before_it(ada: Person, tests: Tests, answerer: Answers) -> None:
    added = await tests.add(HOURS)
    first = await tests.run()
    ada.desk.clock.moves_on(seconds=1)
    answerer.failures.append(RuntimeError())
    second = await tests.run()
    kept = [
        await ada.get(f"/api/question-test-runs/{run['id']}/results/{added['id']}") for run in (first, second)
    ]
    assert [(one["before"] and one["before"]["answer"], one["result"]["passed"]) for one in kept] == [
        (None, True),
        (ANSWER, False),
    ]


async def test_a_changed_expectation_is_not_compared_with_the_result_of_the_old_one(
    ada: Person, tests: Tests
) -> None:
    added = await tests.add(HOURS)
    await tests.run()
    ada.desk.clock.moves_on(seconds=1)
    await ada.sends(
        "PUT", f"/api/question-tests/{added['id']}", HOURS | {"expectation": {"kind": "hands_off"}}
    )
    run = await tests.run()
    assert (run["failed"], run["newly_failing"]) == (1, 0)


async def test_the_trace_of_a_result_is_kept(ada: Person, tests: Tests) -> None:
    added = await tests.add(HOURS)
    run = await tests.run()
    kept = await ada.get(f"/api/question-test-runs/{run['id']}/results/{added['id']}")
    assert kept["trace"]["came"]["text"] == ANSWER
    assert kept["story"][-1].endswith("so it answered.")


async def test_an_operator_runs_and_does_not_write(ben: Person, tests: Tests) -> None:
    await tests.add(HOURS)
    await ben.sends("POST", tests.at, PERSON)
    assert ben.refused == (403, "role_needed")
    await ben.sends("POST", f"{tests.at}/runs", {})
    assert ben.refused is None
