// What a member does to a conversation: ask the server, put its answer on the desk, and say what stood in the way.
import { ApiError } from "@deskbell/shared/http";
import type { Conversation, Disposition } from "@deskbell/shared/wire";

import { inbox } from "../../api/client.ts";
import { loadThread } from "../../live/line.ts";
import { changeLive, dropUnsent, putMessage, putNote, putRow, putUnsent, readDesk, type Unsent } from "../../live/store.ts";
import { say } from "../../ui/toast.tsx";

export type Obstacle =
  | { kind: "held"; holderId: string; holderName: string }
  | { kind: "changed"; sinceSeq: number }
  | { kind: "new_message"; sinceSeq: number }
  | { kind: "emergency_open" }
  | { kind: "disposition_needed" }
  | { kind: "resolved" };

type Outcome = Obstacle | null;

export function seenSeq(id: string): number {
  return readDesk().live.threads[id]?.messages.at(-1)?.seq ?? 0;
}

export function sendReply(id: string, text: string, key: string = crypto.randomUUID()): Promise<Outcome> {
  const sinceSeq = seenSeq(id);
  return deliver(id, { key, kind: "reply", text }, sinceSeq, async () => {
    const { message, conversation } = await inbox.reply(id, { key, text, seen_seq: sinceSeq });
    putMessage(message);
    putRow(conversation);
  });
}

export function sendNote(id: string, text: string, key: string = crypto.randomUUID()): Promise<Outcome> {
  return deliver(id, { key, kind: "note", text }, 0, async () => putNote(await inbox.note(id, { key, text })));
}

export function resend(id: string, { key, kind, text }: Unsent): Promise<Outcome> {
  return kind === "reply" ? sendReply(id, text, key) : sendNote(id, text, key);
}

/** The text is on screen while it travels; on failure it stays there, and the same key makes a retry harmless. */
async function deliver(
  id: string, entry: Pick<Unsent, "key" | "kind" | "text">, sinceSeq: number, send: () => Promise<void>,
): Promise<Outcome> {
  const waiting: Unsent = { ...entry, at: new Date().toISOString(), state: "sending", problem: null };
  putUnsent(id, waiting);
  try {
    await send();
    return null;
  } catch (error) {
    const obstacle = readObstacle(error, sinceSeq);
    if (obstacle) {
      dropUnsent(id, entry.key);
      await loadThread(id).catch(() => undefined);
      return obstacle;
    }
    putUnsent(id, { ...waiting, state: "failed", problem: sentence(error) });
    return null;
  }
}

export function readObstacle(error: unknown, sinceSeq: number): Obstacle | null {
  if (!(error instanceof ApiError)) return null;
  switch (error.code) {
    case "held_by_colleague":
      return { kind: "held", holderId: String(error.detail.holder_id), holderName: String(error.detail.holder_name ?? "A colleague") };
    case "thread_changed":
      return { kind: "changed", sinceSeq };
    case "new_message":
      return { kind: "new_message", sinceSeq };
    case "emergency_open":
    case "disposition_needed":
      return { kind: error.code };
    case "resolved":
      return { kind: "resolved" };
    default:
      return null;
  }
}

export async function takeOver(id: string, fromMemberId?: string): Promise<Outcome> {
  return change(id, () => inbox.takeOver(id, fromMemberId));
}

export async function handBack(id: string): Promise<Outcome> {
  return change(id, () => inbox.handBack(id));
}

/** `disposition`: what came of it, if it is an emergency. */
export async function close(id: string, disposition: Disposition | null = null): Promise<Outcome> {
  const outcome = await change(id, () => inbox.close(id, seenSeq(id), disposition));
  if (!outcome && readDesk().live.rows[id]?.state === "resolved") {
    const name = readDesk().live.rows[id]!.visitor_name;
    say(`Conversation with ${name} closed.`, { label: "Undo", act: () => void reopen(id) });
  }
  return outcome;
}

export async function reopen(id: string): Promise<Outcome> {
  return change(id, () => inbox.reopen(id));
}

export async function acknowledge(id: string): Promise<void> {
  await change(id, () => inbox.acknowledge(id));
}

async function change(id: string, ask: () => Promise<Conversation>): Promise<Outcome> {
  const sinceSeq = seenSeq(id);
  try {
    putRow(await ask());
    return null;
  } catch (error) {
    const obstacle = readObstacle(error, sinceSeq);
    if (obstacle) await loadThread(id).catch(() => undefined);
    else say(sentence(error));
    return obstacle;
  }
}

export function markRead(id: string, seq: number): void {
  const { read } = readDesk().live;
  if ((read[id] ?? 0) >= seq) return;
  changeLive((live) => ({ ...live, read: { ...live.read, [id]: seq } }));
  inbox.read(id, seq).catch(() => {
    // Unread again: the next look will try once more.
    changeLive((live) => (live.read[id] === seq ? { ...live, read: { ...live.read, [id]: read[id] ?? 0 } } : live));
  });
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : "This did not work. Try again.";
}
