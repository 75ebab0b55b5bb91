// Keeps this tab's desk equal to the log: snapshot first, then the stream from its position. Pages that read by query are told.
import { withLoadedThread } from "@deskbell/shared/apply-event";
import type { Ephemeral, MemberEvent, WorkspaceEvent } from "@deskbell/shared/events";
import type { ServerEvent } from "@deskbell/shared/event-stream";
import { countsOf, withPage, type View } from "@deskbell/shared/live-state";
import { openLine } from "@deskbell/shared/live-line";
import type { SourceRow } from "@deskbell/shared/wire";

import { inbox } from "../api/client.ts";
import { agentsQuery, membersQuery, meQuery, queryClient, savedRepliesQuery } from "../api/queries.ts";
import { say } from "../ui/toast.tsx";
import { changeDesk, changeLive, hear, overhear, readDesk, startDesk } from "./store.ts";

/** What was heard last: a thread that is being read meanwhile is older than that. */
const lately: MemberEvent[] = [];
const REMEMBERED = 500;

/** Starts the desk of one member and returns how to end it. */
export function joinDesk(memberId: string): () => void {
  startDesk(memberId);
  lately.length = 0;
  let ended = false;
  let hangUp = () => {};
  const start = async () => {
    while (!ended) {
      try {
        await loadView("needs_person");
        break;
      } catch {
        changeDesk((desk) => ({ ...desk, line: "down" }));
        await new Promise((resolve) => setTimeout(resolve, 3_000));
      }
    }
    if (!ended) hangUp = listen();
  };
  void start();
  return () => {
    ended = true;
    hangUp();
  };
}

function listen(): () => void {
  return openLine({
    streamUrl: () => `/api/stream?after=${readDesk().live.position}`,
    poll: async (signal) => {
      const { events } = await inbox.eventsAfter(readDesk().live.position, signal);
      events.forEach(hearEverywhere);
    },
    onEvent: take,
    onState: (line) => {
      changeDesk((desk) => ({ ...desk, line }));
      if (line === "signed_out") void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
}

function take(event: ServerEvent): void {
  if (event.event === "event") hearEverywhere(JSON.parse(event.data) as MemberEvent);
  if (event.event === "ephemeral") overhear(JSON.parse(event.data) as Ephemeral);
  // The stream also ends when another tab has moved the session to another workspace: then this page is of the wrong one.
  if (event.event === "resume") void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
}

function hearEverywhere(heard: MemberEvent): void {
  const isNew = heard.position > readDesk().live.position;
  hear(heard);
  if (!isNew) return;
  lately.push(heard);
  if (lately.length > REMEMBERED) lately.shift();
  if (!heard.event.type.startsWith("conversation.")) tellPages(heard.event as WorkspaceEvent);
  if (readDesk().live.counts_stale) recount();
  tellWhoLost(heard);
}

/** Whoever held a conversation learns at once that a colleague took it. */
function tellWhoLost({ event }: MemberEvent): void {
  if (event.type !== "conversation.taken_over" || event.taken_from !== readDesk().live.member_id) return;
  const { holder_name, visitor_name } = event.conversation;
  say(`${holder_name ?? "A colleague"} took over the conversation with ${visitor_name}. Words you have not sent are kept.`);
}

function tellPages(event: WorkspaceEvent): void {
  const refresh = (...queryKey: string[]) => void queryClient.invalidateQueries({ queryKey });
  switch (event.type) {
    case "alarm.changed":
      return refresh("alarm");
    case "workspace.changed":
      return refresh(...meQuery.queryKey);
    case "member.changed":
    case "member.joined":
    case "member.removed":
      refresh(...meQuery.queryKey);
      return refresh(...membersQuery.queryKey);
    case "invitation.sent":
    case "invitation.renewal_asked":
    case "invitation.changed":
      return refresh(...membersQuery.queryKey);
    case "agent.created":
    case "agent.changed":
      return refresh(...agentsQuery.queryKey);
    case "rule.changed":
      return refresh("rules", event.agent_id);
    case "action.changed":
      return refresh("actions", event.agent_id);
    case "saved_replies.changed":
      return refresh(...savedRepliesQuery.queryKey);
    case "source.removed":
      return refresh("sources", event.agent_id);
    case "question_tests.changed":
    case "question_tests.run_changed":
      return refresh("question-tests", event.agent_id);
    case "setup_check.changed":
      return refresh("setup-checks", event.agent_id);
    case "source.added":
    case "source.changed":
      putSource(event.source);
      if (event.source.status === "trained") {
        refresh("flags", event.source.agent_id);
        refresh("document");
      }
      return refresh("source", event.source.id);
  }
}

function putSource(source: SourceRow): void {
  const queryKey = ["sources", source.agent_id];
  // A list that is being read was asked for before this happened: read it again, or it would put the past back.
  if (queryClient.isFetching({ queryKey }) > 0) void queryClient.invalidateQueries({ queryKey });
  queryClient.setQueryData<SourceRow[]>(queryKey, (rows) => {
    if (!rows) return rows;
    return rows.some(({ id }) => id === source.id) ? rows.map((row) => (row.id === source.id ? source : row)) : [source, ...rows];
  });
}

export async function loadView(view: View, cursor: string | null = null): Promise<void> {
  const page = await inbox.page(view, cursor);
  changeLive((live) => withPage(live, view, page));
}

export async function loadThread(id: string): Promise<void> {
  const snapshot = await inbox.thread(id);
  changeLive((live) => withLoadedThread(live, snapshot, lately));
}

let recounting: ReturnType<typeof setTimeout> | null = null;

/** An event touched a row that is not loaded: read the counts again, once for a burst. */
function recount(): void {
  recounting ??= setTimeout(() => {
    recounting = null;
    inbox.page("needs_person", null, 1).then(
      (page) => changeLive((live) => ({ ...live, counts: countsOf(page), counts_position: page.position, counts_stale: false })),
      () => {},
    );
  }, 400);
}
