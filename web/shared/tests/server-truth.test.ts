// What the server recorded (before, events, after): applying the events to `before` must give `after`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import { applyEvent } from "../src/apply-event.ts";
import type { MemberEvent } from "../src/events.ts";
import { emptyState, withPage, withThread, type InboxPage, type LiveState, type ThreadSnapshot, type View } from "../src/live-state.ts";
import { rowsOf } from "../src/views.ts";

interface Truth {
  inbox: Partial<Record<View, InboxPage>>;
  threads: ThreadSnapshot[];
}

interface Recording {
  name: string;
  member_id: string;
  before: Truth;
  events: MemberEvent[];
  after: Truth;
}

const folder = fileURLToPath(new URL("../../../tests/contracts/live_state/", import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
const recordings = files.map((file) => JSON.parse(readFileSync(folder + file, "utf8")) as Recording);

function known(truth: Truth, memberId: string): LiveState {
  const pages = Object.entries(truth.inbox) as [View, InboxPage][];
  const listed = pages.reduce((state, [view, page]) => withPage(state, view, page), emptyState(memberId));
  return truth.threads.reduce(withThread, listed);
}

/** What a member sees: order of each view, counts, unread, threads. */
function seen(state: LiveState, truth: Truth) {
  const views = Object.keys(truth.inbox) as View[];
  return {
    lists: views.map((view) => rowsOf(state, view)),
    counts: state.counts,
    read: truth.threads.map(({ conversation }) => state.read[conversation.id] ?? 0),
    threads: truth.threads.map(({ conversation: { id } }) => ({ ...state.threads[id], position: null, visitor: null })),
  };
}

describe.skipIf(recordings.length === 0)("the browser's state equals the server's", () => {
  test.each(recordings)("$name", ({ member_id, before, events, after }) => {
    const heard = events.reduce(applyEvent, known(before, member_id));
    expect(seen(heard, after)).toEqual(seen(known(after, member_id), after));
  });

  test.each(recordings)("$name: every list is in the server's order", ({ member_id, before, events, after }) => {
    const heard = events.reduce(applyEvent, known(before, member_id));
    for (const [view, page] of Object.entries(after.inbox) as [View, InboxPage][]) {
      expect(rowsOf(heard, view).map(({ id }) => id)).toEqual(page.conversations.map(({ id }) => id));
      expect(heard.counts[view]).toBe(page.conversations.length);
    }
  });
});

test("recordings are read from where the server's tests write them", () => {
  expect(folder.endsWith("tests/contracts/live_state/")).toBe(true);
});
