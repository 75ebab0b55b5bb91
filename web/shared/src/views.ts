// Which rows a view shows and in which order: the same law as the server's queries. Pure.
import type { LiveState, View } from "./live-state.ts";
import type { Conversation } from "./wire.ts";

export function belongs(row: Conversation, view: View, memberId: string): boolean {
  switch (view) {
    case "needs_person":
      return needsPerson(row);
    case "mine":
      return row.state === "member" && row.holder_id === memberId;
    case "agent":
      return row.state === "agent";
    case "open":
      return row.state !== "resolved";
    case "closed":
      return row.state === "resolved";
  }
}

/** Waiting for anybody, or an emergency that nobody has brought to an end. */
export function needsPerson(row: Conversation): boolean {
  return row.state === "waiting" || (row.priority === "emergency" && row.state !== "resolved");
}

export function isEmergency(row: Conversation): boolean {
  return row.priority === "emergency" && row.state !== "resolved";
}

export function isUnread(row: Conversation, read: Record<string, number>): boolean {
  return row.last_visitor_seq > (read[row.id] ?? 0);
}

/** The rows of a view that are loaded, in order. Rows behind the last loaded page wait for "load more". */
export function rowsOf(state: LiveState, view: View): Conversation[] {
  const compare = view === "needs_person" ? byNeed : byActivity;
  const edge = state.views[view]?.edge;
  return Object.values(state.rows)
    .filter((row) => belongs(row, view, state.member_id) && (!edge || compare(row, edge) <= 0))
    .sort(compare);
}

/** Emergencies first, then whoever waits longest. */
export function byNeed(first: Conversation, second: Conversation): number {
  return (
    Number(isEmergency(second)) - Number(isEmergency(first)) ||
    compareText(instantKey(waitingFrom(first)), instantKey(waitingFrom(second))) ||
    compareText(first.id, second.id)
  );
}

export function byActivity(first: Conversation, second: Conversation): number {
  return compareText(instantKey(second.updated_at), instantKey(first.updated_at)) || compareText(second.id, first.id);
}

export function waitingFrom(row: Conversation): string {
  return row.waiting_since ?? row.emergency?.raised_at ?? row.since; // an emergency that is over waits from its new start
}

/** The server leaves out a fraction that is zero; as text, "10:00:00Z" would stand after "10:00:00.5Z". */
export function instantKey(at: string): string {
  const [seconds = "", fraction = ""] = at.replace(/Z$/, "").split(".");
  return `${seconds}.${fraction.padEnd(6, "0")}`;
}

function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
