"""The story: a question, a request for a person, the details, a takeover, a reply, the close. Each step leaves the thread for the next."""

import time
from dataclasses import dataclass, field
from uuid import UUID

from deskbell.actions.fields import FieldSpec
from deskbell.actions.queries import find_action
from deskbell.channels.widget.wire import MessageForVisitor
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import conversation_to_change
from deskbell.conversations.commands import holding
from deskbell.events import wire
from deskbell.inbox.queries import is_listed
from deskbell.inbox.views import View
from deskbell.kit.ids import new_id
from deskbell.knowledge.queries.headings import question_headings
from deskbell.realtime.hub import VisitorLetter, leaving
from deskbell.realtime.mailbox import Closed, Mailbox
from deskbell.setup_checks.jobs.visitor import SimulatedVisitor, Thread
from deskbell.setup_checks.jobs.world import Bench
from deskbell.setup_checks.lines import Fix, Found, Key, attention, failed, passed, skipped
from deskbell.setup_checks.samples import AFTER_TAKEOVER, ASKS_FOR_PERSON, questions, sample

ANSWER_SECONDS = 25.0  # a turn has 18
LIVE_SECONDS = 5.0
MOST_CARDS = 4  # an invalid value is asked for again twice, then taken
CONTENT = Fix("Look at the content", "/content")
RULES = Fix("Open the rules", "/rules")


@dataclass
class Story:
    """How far the visitor has come."""

    bench: Bench
    visitor: SimulatedVisitor | None = None
    conversation_id: UUID | None = None
    question: str = ""
    asked_card: tuple[FieldSpec, ...] = field(default=())
    is_passed_on: bool = False

    def can_take(self, key: Key) -> bool:
        """Whether a step has what it stands on: without a worker nothing can be answered, without a handoff nothing taken over."""
        match key:
            case "answer":
                return self.bench.worker_is_there and self.bench.has_content
            case "handoff":
                return self.bench.worker_is_there
            case "details" | "inbox" | "takeover" | "reply" | "close":
                return self.is_passed_on
            case _:
                return True

    async def stream(self) -> Found:
        """From the commit of a message to the visitor's own page, through the log and its wake-up."""
        bench, visitor = self.bench, await SimulatedVisitor.arrives(self.bench)
        mailbox = await bench.world.hub.watch_as_visitor(bench.check.workspace_id, visitor.id)
        with leaving(bench.world.hub, bench.check.workspace_id, mailbox, visitor.id):
            posted = await visitor.says("Hello")
            committed = time.perf_counter()
            heard = await _heard(mailbox, posted.seq)
        milliseconds = round((time.perf_counter() - committed) * 1000)
        if not heard:
            return failed(
                f"A stored message reached no open page within {LIVE_SECONDS:.0f} seconds. "
                "Look at the log of the web process."
            )
        if milliseconds > 2_000:
            return attention(
                f"It took {milliseconds / 1000:.1f} s: wake-ups are being lost. Look at DESKBELL_BUS_URL."
            )
        return passed(f"It was on the page {milliseconds} ms after it was stored.")

    async def answer(self) -> Found:
        """The first of three questions that is answered with a source."""
        bench = self.bench
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            headings = await question_headings(tx, bench.agent.id)
        asked = questions(bench.agent.suggested_questions, (heading.question for heading in headings))
        for question in asked:
            visitor = await SimulatedVisitor.arrives(bench)
            reply = await self._ask(visitor, question)
            if reply is not None and reply.kind is wire.MessageKind.ANSWER and reply.sources:
                self.question = question
                source = reply.sources[0]
                return passed(f"“{question}” was answered from “{source.title}”.")
        self.question = self.question or asked[0]
        if len(asked) == 1:
            return failed(f"“{asked[0]}” was not answered from the content. Add the answer to it.", CONTENT)
        return failed(
            f"None of {len(asked)} questions was answered from the content, “{asked[0]}” among them.", CONTENT
        )

    async def handoff(self) -> Found:
        """In the visitor's words; when they are not understood, the story goes on with the button."""
        if self.visitor is None or await self._state() is not wire.State.AGENT:
            self.visitor = await SimulatedVisitor.arrives(self.bench)
        reply = await self._ask(self.visitor, ASKS_FOR_PERSON)
        thread = await self._thread()
        self.is_passed_on = True
        if thread.row.collection is not None or thread.row.state == wire.State.WAITING:
            return passed(f"“{ASKS_FOR_PERSON}” was understood as asking for a person.")
        self.conversation_id = await self.visitor.presses_for_person()
        said = "answered instead of handing off" if reply else "said nothing"
        return failed(
            f"“{ASKS_FOR_PERSON}”: the agent {said}. Add the rule for whoever asks for a person, in any wording.",
            Fix("Add the rule", "/rules"),
        )

    async def details(self) -> Found:
        """The card is filled in as its fields ask for it."""
        thread = await self._thread()
        if thread.row.collecting_action_id is None:
            return skipped(
                "No details are collected before this handoff. If your team needs some, let the rule collect them first.",
                Fix("Collect details first", "/rules"),
            )
        await self._fill_card(thread.row.collecting_action_id)
        thread = await self._thread()
        async with self.bench.world.database.transaction(self.bench.check.workspace_id) as tx:
            kept = await conversations.fields(tx, thread.row.id, thread.row.segment)
        given = {value.key: value for value in kept if not value.missing}
        lost = [spec.label for spec in self.asked_card if spec.required and spec.key not in given]
        unread = [value.label for value in given.values() if not value.verified]
        if thread.row.state != wire.State.WAITING or lost:
            what = f"“{lost[0]}” did not arrive" if lost else "The form did not end"
            return failed(f"{what}. Look at the fields of the action.", RULES)
        if unread:
            return attention(
                f"“{unread[0]}” took our sample only as unverified: is its pattern what you mean?", RULES
            )
        return passed(f"{', '.join(value.label for value in given.values())}: all arrived.")

    async def inbox(self) -> Found:
        """What the team finds: the label, the reason, and the thread from its first word."""
        thread = await self._thread()
        async with self.bench.world.database.transaction(self.bench.check.workspace_id) as tx:
            listed = await is_listed(tx, View.NEEDS_PERSON, thread.row.id, self.bench.actor.member_id)
        if not listed or not thread.row.label:
            return failed("The handed-off conversation is not among those that need a person.", RULES)
        whole = [message.seq for message in thread.messages] == list(range(1, thread.row.last_seq + 1))
        if not whole:
            return failed("Messages of the conversation are missing in the thread.")
        return passed(
            f"It waits as “{thread.row.label}”, with all {len(thread.messages)} messages. Only this check sees it."
        )

    async def takeover(self) -> Found:
        """Two messages after the takeover, once the worker has nothing left to do for the thread, the agent is still silent."""
        bench, visitor = self.bench, self._visitor()
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            row = await conversation_to_change(tx, self._conversation())
            row = await holding.take_over(tx, row, bench.actor, bench.world.clock())
        still, then = AFTER_TAKEOVER
        await visitor.says(still)
        await visitor.says(f"{then} {self.question}")
        return await self._stayed_silent(
            row.last_seq, "taken over", "Two messages later the agent has said nothing."
        )

    async def reply(self) -> Found:
        """The member answers in the same thread."""
        bench = self.bench
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            row = await conversation_to_change(tx, self._conversation())
            key = f"check-{new_id().hex}"
            text = "Thank you for waiting. I can see everything you wrote."
            at = bench.world.clock()
            sent = await holding.reply(tx, row, bench.actor, key=key, text=text, seen_seq=None, at=at)
        thread = await self._thread()
        whole = [message.seq for message in thread.messages] == list(range(1, thread.row.last_seq + 1))
        if not whole or thread.messages[-1].id != sent.message.id:
            return failed("The reply is not where it belongs in the thread.")
        return passed(
            f"It stands under all that was said before: {len(thread.messages)} messages, none missing."
        )

    async def close(self) -> Found:
        """The visitor writes once more on the closed thread."""
        bench, visitor = self.bench, self._visitor()
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            row = await conversation_to_change(tx, self._conversation())
            row = await holding.resolve(tx, row, bench.actor, bench.world.clock(), seen_seq=None)
        posted = await visitor.says(f"{AFTER_TAKEOVER[1]} {self.question}")
        elsewhere = posted.conversation_id != row.id
        where = (
            "What the visitor wrote next began a new conversation."
            if elsewhere
            else "What the visitor wrote next reopened it for people."
        )
        return await self._stayed_silent(row.last_seq, "closed", f"The agent has said nothing more. {where}")

    async def _stayed_silent(self, seq: int, when: str, sentence: str) -> Found:
        if await self.bench.worker_proves(after_jobs_of=self._conversation()) is None:
            return failed("The worker did not get to the end of its work in time, so this is not proven.")
        spoken = (await self._thread()).agent_after(seq)
        if spoken:
            return failed(f"The agent wrote after the conversation was {when}: “{spoken[0].text[:80]}”")
        return passed(sentence)

    async def _ask(self, visitor: SimulatedVisitor, text: str) -> wire.Message | None:
        """Say it, and wait for what comes: the agent's message, or the line of a handoff."""
        posted = await visitor.says(text)
        self.visitor, self.conversation_id = visitor, posted.conversation_id

        async def look() -> wire.Message | None:
            thread = await visitor.thread(posted.conversation_id)
            handed_off = [m for m in thread.after(posted.seq) if m.kind is wire.MessageKind.HANDED_OFF]
            return next(iter([*thread.agent_after(posted.seq), *handed_off]), None)

        return await self.bench.until(look, ANSWER_SECONDS)

    async def _fill_card(self, action_id: UUID) -> None:
        async with self.bench.world.database.transaction(self.bench.check.workspace_id) as tx:
            action = await find_action(tx, action_id)
        self.asked_card = tuple(action.fields) if action else ()
        values = {spec.key: sample(spec) for spec in self.asked_card}
        for card in range(MOST_CARDS):
            if (await self._thread()).row.collection is None:
                return
            await self._visitor().fills(self._conversation(), values, leave_it=card == MOST_CARDS - 1)

    async def _state(self) -> wire.State | None:
        return wire.State((await self._thread()).row.state) if self.conversation_id else None

    async def _thread(self) -> Thread:
        return await self._visitor().thread(self._conversation())

    def _visitor(self) -> SimulatedVisitor:
        if self.visitor is None:
            raise RuntimeError("the steps of the story run in their order")
        return self.visitor

    def _conversation(self) -> UUID:
        if self.conversation_id is None:
            raise RuntimeError("the steps of the story run in their order")
        return self.conversation_id


async def _heard(mailbox: Mailbox[VisitorLetter], seq: int) -> bool:
    until = time.monotonic() + LIVE_SECONDS
    while (left := until - time.monotonic()) > 0:
        letter = await mailbox.get(left)
        if isinstance(letter, Closed):
            return False
        if isinstance(letter, MessageForVisitor) and letter.message.seq == seq:
            return True
    return False
