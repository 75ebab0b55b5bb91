"""What confidence means in one agent's content, found from its headings alone."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from deskbell.answering import commands, queries
from deskbell.answering.jobs import CALIBRATE, Calibrating, calibrate_job
from deskbell.answering.verbatim.calibrating.headings import (
    MOST_HEADINGS,
    Heading,
    as_questions,
    with_own_headless,
    with_own_hidden,
)
from deskbell.answering.verbatim.calibrating.measured import (
    Scores,
    middle_of,
    scores_to,
)
from deskbell.answering.verbatim.confidence import AS_FITTED, Calibration, confidence_of_score
from deskbell.embedding import ScriptedEmbedder
from deskbell.kit.jobs import Runner, enqueue
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.commands import add_text
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.jobs import Training
from tests.cast import MONDAY_MORNING, Person
from tests.visitor import Visitor

AT = datetime(2026, 3, 2, tzinfo=UTC)
REFERENCE = 0.0
LIKE_FITTED = Scores(
    own=[1.0 + step / 100 for step in range(100)],
    hidden=[-1.0 - step / 100 for step in range(100)],
    foreign=[-6.0] * 20,
)


def found(number: int, path: str, dense: float = 0.5) -> Found:
    identity = UUID(int=number)
    return Found(
        identity, identity, identity, "Help", path, f"Text {number} about parking.", None, AT, 3.0, dense
    )


def test_headings_become_questions_once_each_and_overviews_ask_nothing() -> None:
    passages = [
        (UUID(int=1), "Help › Where do I park?", "Behind the house."),
        (UUID(int=2), "Help › Getting here › Where do I park?", "In the street."),
        (UUID(int=3), "Help › Overview", "Welcome."),
        (UUID(int=4), "Help", "No heading."),
        (UUID(int=5), "Help › Late cancellation", "It costs $25."),
    ]
    assert {heading.question for heading in as_questions(passages)} == {
        "Where do I park?",
        "Late cancellation",
    }


def test_a_large_content_is_asked_a_bounded_number_of_questions_and_always_the_same() -> None:
    passages = [
        (UUID(int=number), f"Help › Question about topic {number}", "Text.") for number in range(1000)
    ]
    assert len(as_questions(passages)) == MOST_HEADINGS
    assert as_questions(passages) == as_questions(reversed(passages))


def test_hiding_takes_every_passage_below_the_same_heading() -> None:
    heading = Heading("Where do I park?", UUID(int=1), "Text 1 about parking.")
    searched = [
        found(1, "Help › Where do I park?"),
        found(2, "Tips › Where do I park?"),
        found(3, "Help › Buses"),
    ]
    assert [one.path for one in with_own_hidden(searched, heading)] == ["Help › Buses"]


def test_without_its_heading_a_passage_has_only_its_own_words() -> None:
    heading = Heading("Where do I park?", UUID(int=1), "Text 1 about parking.")
    searched = [found(1, "Help › Where do I park?", dense=0.9), found(3, "Help › Buses", dense=0.1)]
    [own] = [one for one in with_own_headless(searched, heading, dense=0.4) if one.passage_id == UUID(int=1)]
    assert (own.path, own.dense) == ("Help", 0.4)
    assert with_own_headless(searched[1:], heading, dense=0.4) == []


def test_content_like_the_fitted_one_changes_nothing() -> None:
    same = scores_to(middle_of(LIKE_FITTED), LIKE_FITTED)
    assert (same.score_shift, same.score_scale) == (pytest.approx(0.0), pytest.approx(1.0))


def test_content_whose_hidden_answers_look_like_answers_is_trusted_less() -> None:
    alike = Scores(
        [value + 1.5 for value in LIKE_FITTED.own],
        [value + 1.5 for value in LIKE_FITTED.hidden],
        LIKE_FITTED.foreign,
    )
    assert scores_to(middle_of(LIKE_FITTED), alike).score_shift < -0.5


def test_headings_that_tell_little_apart_do_not_make_every_score_weigh_more() -> None:
    muddled = Scores([0.1, -0.1] * 40, [0.0, -0.2] * 40, LIKE_FITTED.foreign)
    assert scores_to(middle_of(muddled), muddled).score_scale == 1.0
    assert scores_to(middle_of(LIKE_FITTED), muddled).score_scale == 1.0


def test_few_headings_prove_nothing() -> None:
    few = Scores(own=[9.0] * 5, hidden=[8.0] * 5, foreign=[-6.0] * 20)
    assert scores_to(REFERENCE, few) == AS_FITTED


def test_foreign_questions_are_refused_whatever_the_headings_say() -> None:
    eager = Scores(own=[2.0, 3.0] * 20, hidden=[-3.0, -2.0] * 20, foreign=[1.5] * 30)
    kept = scores_to(middle_of(eager), eager)
    assert confidence_of_score(1.5) > 0.5
    assert confidence_of_score(kept.score_scale * 1.5 + kept.score_shift) <= 0.5


@pytest.fixture
async def trained(ada: Person, vera: Visitor, lumi: dict[str, Any]) -> tuple[Visitor, UUID, UUID]:
    """Lumi has read twenty questions with their answers."""
    desk, reader = vera.desk, Reader()
    workspace_id, agent_id = UUID((await ada.me())["workspace"]["id"]), UUID(lumi["id"])
    text = "\n\n".join(f"## Where is room number {n}?\n\nRoom {n} lies on floor {n % 5}." for n in range(20))
    async with desk.database.transaction(workspace_id) as tx:
        await add_text(tx, agent_id, title="Rooms", text=f"# Rooms\n\n{text}", at=MONDAY_MORNING)
    training = Training(desk.database, ScriptedEmbedder(), reader, desk.clock)
    await Runner(desk.database, training.works(), desk.clock).run_pending()
    await reader.close()
    return vera, workspace_id, agent_id


async def test_after_training_the_agents_own_headings_calibrate_it(
    trained: tuple[Visitor, UUID, UUID],
) -> None:
    vera, workspace_id, agent_id = trained
    desk, model = vera.desk, ScriptedEmbedder()
    async with desk.database.transaction(workspace_id) as tx:
        assert await tx.value("SELECT count(*) FROM jobs WHERE kind = %(kind)s", kind=CALIBRATE) == 1
        assert await queries.find_calibration(tx, agent_id, model.name) is None
        await enqueue(tx, calibrate_job(workspace_id, agent_id, datetime(2020, 1, 1, tzinfo=UTC)))
    await Runner(
        desk.database, Calibrating(desk.database, model, desk.clock).works(), desk.clock
    ).run_pending()
    async with desk.database.transaction(workspace_id) as tx:
        kept = await queries.find_calibration(tx, agent_id, model.name)
        asked = await tx.value("SELECT questions FROM calibrations WHERE agent_id = %(id)s", id=agent_id)
    assert isinstance(kept, Calibration)
    assert asked == 20


async def test_a_calibration_of_other_weights_or_another_model_is_not_used(
    trained: tuple[Visitor, UUID, UUID],
) -> None:
    vera, workspace_id, agent_id = trained
    measured = Calibration(score_shift=-0.5)
    async with vera.desk.database.transaction(workspace_id) as tx:
        await commands.keep_calibration(tx, agent_id, measured, model="one", questions=20, at=AT)
        assert await queries.find_calibration(tx, agent_id, "one") == measured
        assert await queries.find_calibration(tx, agent_id, "other") is None
        await tx.run("UPDATE calibrations SET fitted = 'older' WHERE agent_id = %(id)s", id=agent_id)
        assert await queries.find_calibration(tx, agent_id, "one") is None
