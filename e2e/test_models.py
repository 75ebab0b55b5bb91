"""Language models as an admin meets them: tried before they are saved, out of order and well again, over the workspace's budget."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from deskbell.llm.scripted import Scripted
from e2e.conftest import Cast, running
from e2e.people import Member, everyone_leaves
from e2e.server import Server
from e2e.speaking_model import SpeakingModel, speaking_model
from e2e.test_axe import violations

BROKEN = Scripted(fault="401")
WORKS = Scripted(("The connection works.",))


@pytest.fixture(scope="module")
def model() -> Iterator[SpeakingModel]:
    with speaking_model() as model:
        yield model


@pytest.fixture(scope="module")
def demo_with_a_model(model: SpeakingModel) -> Iterator[Server]:
    with running("demo", DESKBELL_OUTGOING_LOOPBACK=model.host_and_port) as server:
        yield server


@pytest.fixture
def people(browser: Browser, demo_with_a_model: Server) -> Iterator[Cast]:
    cast = Cast(browser, demo_with_a_model, {})
    yield cast
    everyone_leaves(cast.people)


def first_model(member: Member) -> Locator:
    return member.page.get_by_role("region", name="First model")


def test_a_model_is_tried_breaks_and_is_well_again_and_its_budget_ends(
    people: Cast, model: SpeakingModel
) -> None:
    priya = people.member("priya")
    writes_with(priya, model)
    breaks_and_is_told(priya, people, model)
    is_well_again(priya, model)
    spends_its_budget(priya, people)


def writes_with(priya: Member, model: SpeakingModel) -> None:
    """A wrong key is told from a model that works before anything is published."""
    priya.opens("/agent").has_loaded()
    priya.page.get_by_role("radio", name="Writes with a language model").check()
    card = first_model(priya)
    card.get_by_label("Name of the model").fill("small")
    card.get_by_label("Address").fill(model.url)
    model.says = BROKEN
    card.get_by_role("button", name="Test the model").click()
    expect(card.get_by_role("status")).to_contain_text("The server does not accept the key.")
    model.says = WORKS
    card.get_by_role("button", name="Test the model").click()
    expect(card.get_by_role("status")).to_contain_text("It answers: “The connection works.”")
    priya.presses("Publish changes")
    expect(priya.page.get_by_text("Published. It counts from the next message on.")).to_be_visible()


def breaks_and_is_told(priya: Member, people: Cast, model: SpeakingModel) -> None:
    """The visitor gets a quote, and every page says what is wrong."""
    model.says = BROKEN
    people.visitor().begins("What are your clinic hours?").reads("8 am to 7 pm")
    priya.opens("/inbox")
    line = priya.page.get_by_text("Lumi’s model small has not answered since")
    expect(line).to_contain_text(
        "The server does not accept the key. Visitors get quotes from your content meanwhile."
    )
    assert violations(priya.page, priya.page) == []
    priya.presses("Test it now")
    expect(priya.page.get_by_text("Still out of order. The server does not accept the key.")).to_be_visible()
    expect(line).to_be_visible()


def is_well_again(priya: Member, model: SpeakingModel) -> None:
    model.says = WORKS
    priya.presses("Test it now")
    expect(priya.page.get_by_text("small answers again.")).to_be_visible()
    expect(priya.page.get_by_text("has not answered since")).to_have_count(0)


def spends_its_budget(priya: Member, people: Cast) -> None:
    """One limit for all agents; when it is reached (0 always is), every page says so, and visitors are answered all the same."""
    priya.opens("/settings").has_loaded()
    budget = priya.page.get_by_role("region", name="Budget for language models")
    expect(budget).to_contain_text("no agent asks a model until the day or the month ends")
    budget.get_by_label("Tokens a month").fill("0")
    budget.get_by_role("button", name="Save budget").click()
    expect(budget).to_contain_text("The budget for this month is used up.")
    expect(priya.page.get_by_text("Lumi has used up a budget for language models.")).to_be_visible()
    assert violations(priya.page, priya.page) == []
    people.visitor().begins("What are your clinic hours?").reads("8 am to 7 pm")
    budget.get_by_label("Tokens a month").fill("")
    budget.get_by_role("button", name="Save budget").click()
    expect(budget.get_by_text("The budget for this month is used up.")).to_have_count(0)
