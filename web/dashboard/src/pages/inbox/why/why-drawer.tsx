// Why an answer, why a handoff: the story first, then what it rests on, then the raw details.
import type { Thread } from "@deskbell/shared/live-state";
import { useQuery } from "@tanstack/react-query";

import { why } from "../../../api/client.ts";
import type { TurnWithTrace } from "../../../api/shapes.ts";
import { useCommands } from "../../../frame/commands.ts";
import { AddTestButton } from "../../../parts/question-test/add-test-button.tsx";
import { expectationOf } from "../../../parts/question-test/expectations.ts";
import { Story } from "../../../parts/trace/trace-parts.tsx";
import { TraceView } from "../../../parts/trace/trace-view.tsx";
import { Drawer } from "../../../ui/drawer.tsx";
import { Failed, SkeletonRows } from "../../../ui/states.tsx";
import { askWhy, useAsked, type Asked } from "./asked.ts";
import { Replay } from "./replay.tsx";
import { canBeAsked, whyWords } from "./why-button.tsx";

export function WhyDrawer({ thread, conversationId, agentId }: { thread: Thread; conversationId: string; agentId: string }) {
  const asked = useAsked();
  const newest = thread.messages.findLast(canBeAsked);
  useCommands(newest ? [{ id: "why", label: "Why this answer", group: "Conversation", keys: "w", run: () => askWhy({ conversationId, messageId: newest.id }) }] : []);
  if (asked?.conversationId !== conversationId) return null;
  const message = thread.messages.find(({ id }) => id === asked.messageId);
  return (
    <Drawer title={message ? whyWords(message) : "Why this answer"} onClose={() => askWhy(null)}>
      <Reasons key={asked.messageId} {...asked} agentId={agentId} />
    </Drawer>
  );
}

function Reasons({ conversationId, messageId, agentId }: Asked & { agentId: string }) {
  const found = useQuery({ queryKey: ["why", messageId], queryFn: () => why.ofMessage(conversationId, messageId), staleTime: 0 });
  if (found.error) return <Failed error={found.error} what="The reasons" onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={4} className="-mx-6" />;
  const { turn, sentence } = found.data;
  if (!turn?.trace) return <p className="text-read text-ink-2">{sentence}</p>;
  return <Explained turn={turn} trace={turn.trace} agentId={agentId} />;
}

function Explained({ turn, trace, agentId }: { turn: TurnWithTrace; trace: NonNullable<TurnWithTrace["trace"]>; agentId: string }) {
  return (
    <>
      <Story sentences={turn.story} />
      <div className="mt-4 flex flex-wrap items-start gap-x-4 gap-y-2">
        <Replay turn={turn} />
        <AddTestButton agentId={agentId} question={trace.understood.written} expectation={expectationOf(trace)} className="quiet-link leading-8">Add as question test</AddTestButton>
      </div>
      <TraceView trace={trace} now={turn.passages_now} />
    </>
  );
}
