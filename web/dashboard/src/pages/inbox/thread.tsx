import { ApiError } from "@deskbell/shared/http";
import type { Thread, View } from "@deskbell/shared/live-state";
import type { Conversation } from "@deskbell/shared/wire";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronDown, ChevronLeft, FlaskConical, PanelRight, SearchX, Tag } from "lucide-react";
import { useEffect, useState } from "react";

import { agentsQuery } from "../../api/queries.ts";
import { useSigned } from "../../frame/me.ts";
import { loadThread } from "../../live/line.ts";
import { useDesk } from "../../live/store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Chip } from "../../ui/small.tsx";
import { Empty, Failed, Skeleton } from "../../ui/states.tsx";
import { resend, type Obstacle } from "./actions.ts";
import { DeskPanel, useDrafting } from "./desk-panel.tsx";
import { ownLabel, reasonWords } from "./reasons.tsx";
import { Transcript } from "./transcript.tsx";
import { WhyDrawer } from "./why/why-drawer.tsx";

interface ThreadProps {
  id: string;
  view: View;
  isContextOpen: boolean;
  onContext: () => void;
}

export function ThreadPane(props: ThreadProps) {
  const row = useDesk((desk) => desk.live.rows[props.id]);
  const thread = useDesk((desk) => desk.live.threads[props.id]);
  const [error, setError] = useState<unknown>(null);
  const { id } = props;
  const isKnown = Boolean(row && thread);
  useEffect(() => {
    if (!isKnown) loadThread(id).catch(setError);
  }, [id, isKnown]);
  if (error instanceof ApiError && error.status === 404) return <NotHere view={props.view} />;
  if (error) return <Failed error={error} what="The conversation" onRetry={() => (setError(null), void loadThread(id).catch(setError))} />;
  if (!row || !thread) return <ThreadSkeleton />;
  return <OpenThread {...props} row={row} thread={thread} />;
}

type OpenProps = ThreadProps & { row: Conversation; thread: Thread };

function OpenThread({ id, view, row, thread, isContextOpen, onContext }: OpenProps) {
  const { name, workspace } = useSigned();
  const agents = useQuery(agentsQuery);
  const drafting = useDrafting(workspace.member_id, id);
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const agent = agents.data?.find((known) => known.id === row.agent_id)?.name ?? "The agent";
  const names = { visitor: row.visitor_name, agent, agentId: row.agent_id, memberId: workspace.member_id, me: name };
  return (
    <section aria-label={`Conversation with ${row.visitor_name}`} className="flex h-full min-w-0 flex-1 flex-col bg-surface">
      <ThreadHeader view={view} row={row} isContextOpen={isContextOpen} onContext={onContext} />
      <BriefLine row={row} thread={thread} onOpen={onContext} />
      <Transcript
        row={row}
        thread={thread}
        names={names}
        onRetry={(unsent) => void resend(id, unsent).then((met) => {
          if (!met) return;
          drafting.write(unsent.kind, unsent.text);
          setObstacle(met);
        })}
        onEdit={(unsent) => drafting.write(unsent.kind, unsent.text)}
      />
      <DeskPanel row={row} thread={thread} names={names} drafting={drafting} obstacle={obstacle} onObstacle={setObstacle} />
      <WhyDrawer thread={thread} conversationId={id} agentId={row.agent_id} />
    </section>
  );
}

function ThreadHeader({ view, row, isContextOpen, onContext }: Omit<OpenProps, "thread" | "id">) {
  const label = ownLabel(row);
  return (
    <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-line pr-4 pl-7 max-md:pr-2 max-md:pl-1">
      <Link to="/inbox" search={{ view }} aria-label="Back to the list" className="flex size-11 items-center justify-center rounded-control md:hidden">
        <ChevronLeft size={22} aria-hidden />
      </Link>
      <h1 className="truncate text-title font-semibold">{row.visitor_name}</h1>
      {label && <Chip><Tag size={12} aria-hidden /> {label}</Chip>}
      {row.is_test && <Chip><FlaskConical size={12} aria-hidden /> Test</Chip>}
      <span className="ml-auto flex items-center gap-2">
        <IconButton label={isContextOpen ? "Hide the context" : "Show the context"} aria-pressed={isContextOpen} onClick={onContext} className="max-md:hidden">
          <PanelRight size={18} strokeWidth={1.6} aria-hidden />
        </IconButton>
      </span>
    </header>
  );
}

/** Phone: the brief in two lines above the thread; it opens the whole context. */
function BriefLine({ row, thread, onOpen }: Pick<OpenProps, "row" | "thread"> & { onOpen: () => void }) {
  const question = thread.handoffs.at(-1)?.question;
  const values = thread.fields.filter(({ missing }) => !missing).map(({ value }) => value);
  return (
    <button type="button" onClick={onOpen} className="flex min-h-12 items-center gap-3 border-b border-line bg-paper px-5 py-2 text-left md:hidden">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{question ?? (row.reason ? reasonWords(row.reason) : "About this conversation")}</span>
        {values.length > 0 && <span className="block truncate text-small text-ink-2">{values.join(" · ")}</span>}
      </span>
      <ChevronDown size={18} className="shrink-0 text-ink-2" aria-hidden />
    </button>
  );
}

function NotHere({ view }: { view: View }) {
  return (
    <div className="flex flex-1 items-center bg-surface">
      <Empty icon={<SearchX size={24} strokeWidth={1.5} aria-hidden />} title="This conversation is not in this workspace" action={<Link to="/inbox" search={{ view }}><Button>Back to the inbox</Button></Link>}>
        It may belong to another of your workspaces: switch at the top left. Or the link is not complete.
      </Empty>
    </div>
  );
}

function ThreadSkeleton() {
  return (
    <div role="status" aria-label="Loading the conversation" className="flex flex-1 flex-col bg-surface">
      <div className="flex h-14 items-center border-b border-line px-7"><Skeleton className="h-4 w-40" /></div>
      {[70, 45, 80, 30].map((width) => (
        <div key={width} className="mt-7 flex gap-4 px-7">
          <Skeleton className="size-7 rounded-full!" />
          <div className="flex flex-1 flex-col gap-2.5"><Skeleton className="w-32" /><span style={{ width: `${width}%` }}><Skeleton className="h-3 w-full" /></span></div>
        </div>
      ))}
    </div>
  );
}
