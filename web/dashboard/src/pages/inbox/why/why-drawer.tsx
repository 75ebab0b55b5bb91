// Why an answer, why a handoff: the story first, then what it rests on, then the raw details.
import type { Thread } from "@deskbell/shared/live-state";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { why } from "../../../api/client.ts";
import type { TurnWithTrace } from "../../../api/shapes.ts";
import { useCommands } from "../../../frame/commands.ts";
import { useSigned } from "../../../frame/me.ts";
import { Drawer } from "../../../ui/drawer.tsx";
import { Failed, SkeletonRows } from "../../../ui/states.tsx";
import { askWhy, useAsked, type Asked } from "./asked.ts";
import { Passages } from "./passages.tsx";
import { Replay } from "./replay.tsx";
import { Decisions, Details, Part, Story, Times } from "./trace-parts.tsx";
import { canBeAsked } from "./why-button.tsx";

export function WhyDrawer({ thread, conversationId }: { thread: Thread; conversationId: string }) {
  const asked = useAsked();
  const newest = thread.messages.findLast(canBeAsked);
  useCommands(newest ? [{ id: "why", label: "Why this answer", group: "Conversation", keys: "w", run: () => askWhy({ conversationId, messageId: newest.id }) }] : []);
  if (asked?.conversationId !== conversationId) return null;
  const isHandoff = thread.messages.find(({ id }) => id === asked.messageId)?.kind === "handed_off";
  return (
    <Drawer title={isHandoff ? "Why this handoff" : "Why this answer"} onClose={() => askWhy(null)}>
      <Reasons key={asked.messageId} {...asked} />
    </Drawer>
  );
}

function Reasons({ conversationId, messageId }: Asked) {
  const found = useQuery({ queryKey: ["why", messageId], queryFn: () => why.ofMessage(conversationId, messageId), staleTime: 0 });
  if (found.error) return <Failed error={found.error} what="The reasons" onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={4} className="-mx-6" />;
  const { turn, sentence } = found.data;
  if (!turn?.trace) return <p className="text-read text-ink-2">{sentence}</p>;
  return <Explained turn={turn} trace={turn.trace} />;
}

function Explained({ turn, trace }: { turn: TurnWithTrace; trace: NonNullable<TurnWithTrace["trace"]> }) {
  const { isAdmin } = useSigned();
  return (
    <>
      <Story sentences={turn.story} />
      <div className="mt-4 flex flex-wrap items-start gap-x-4 gap-y-2">
        <Replay turn={turn} />
        {isAdmin && trace.understood?.written && (
          <Link to="/agent/tests" search={{ question: trace.understood.written.slice(0, 1000) }} className="quiet-link leading-8" onClick={() => askWhy(null)}>Add as question test</Link>
        )}
      </div>
      {trace.passages.length > 0 && <Part title="What was found"><Passages passages={trace.passages} now={turn.passages_now} /></Part>}
      {trace.decisions.length > 0 && <Part title="Rules, in the order they were looked at"><Decisions decisions={trace.decisions} /></Part>}
      <Part title="Time"><Times milliseconds={trace.milliseconds} /></Part>
      <Details trace={trace} />
    </>
  );
}
