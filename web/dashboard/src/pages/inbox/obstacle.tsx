// Something happened in between: say what, keep the words, offer the way on.
import type { Thread } from "@deskbell/shared/live-state";
import { CircleAlert } from "lucide-react";

import { Button } from "../../ui/button.tsx";
import type { Obstacle } from "./actions.ts";
import { asStart, firstName } from "./names.ts";

interface ObstacleProps {
  obstacle: Obstacle;
  thread: Thread;
  visitor: string;
  onTake: (holderId: string) => void;
  onSendAnyway: () => void;
  onCloseAnyway: () => void;
  onAcknowledge: () => void;
  onSayOutcome: () => void;
  onReopen: () => void;
  onDismiss: () => void;
}

export function ObstaclePanel(props: ObstacleProps) {
  const { obstacle, thread, visitor, onDismiss } = props;
  switch (obstacle.kind) {
    case "held":
      return (
        <Panel words={`${obstacle.holderName} took this first. Your text is kept.`}>
          <Button look="bare" onClick={onDismiss}>Leave it</Button>
          <Button onClick={() => props.onTake(obstacle.holderId)}>Take from {firstName(obstacle.holderName)}</Button>
        </Panel>
      );
    case "changed":
      return (
        <Panel words="This was written while you were away. Your text has not been sent." missed={missed(thread, obstacle.sinceSeq, visitor)}>
          <Button look="bare" onClick={onDismiss}>Change my text</Button>
          <Button look="primary" onClick={props.onSendAnyway}>Send anyway</Button>
        </Panel>
      );
    case "new_message":
      return (
        <Panel words={`${asStart(firstName(visitor))} has just written again. The conversation is still open.`} missed={missed(thread, obstacle.sinceSeq, visitor)}>
          <Button look="bare" onClick={onDismiss}>Keep it open</Button>
          <Button onClick={props.onCloseAnyway}>Close anyway</Button>
        </Panel>
      );
    case "emergency_open":
      return (
        <Panel words="An emergency is closed only after somebody has acknowledged it.">
          <Button look="bare" onClick={onDismiss}>Not now</Button>
          <Button look="danger" onClick={props.onAcknowledge}>Acknowledge</Button>
        </Panel>
      );
    case "disposition_needed":
      return (
        <Panel words="This is an emergency. It is closed with a word on what came of it.">
          <Button look="bare" onClick={onDismiss}>Keep it open</Button>
          <Button onClick={props.onSayOutcome}>Say what came of it</Button>
        </Panel>
      );
    case "resolved":
      return (
        <Panel words="This conversation was closed in between. Your text is kept.">
          <Button look="bare" onClick={onDismiss}>Leave it closed</Button>
          <Button onClick={props.onReopen}>Reopen</Button>
        </Panel>
      );
  }
}

interface Missed {
  id: string;
  who: string;
  text: string;
}

function missed(thread: Thread, sinceSeq: number, visitor: string): Missed[] {
  return thread.messages
    .filter(({ seq, author }) => seq > sinceSeq && author !== "desk")
    .map(({ id, author, member_name, text }) => ({ id, who: author === "visitor" ? visitor : (member_name ?? "The agent"), text }));
}

function Panel({ words, missed: lines = [], children }: { words: string; missed?: Missed[]; children: React.ReactNode }) {
  return (
    <div role="alert" className="appear border-b border-line bg-sunken px-3.5 py-2.5">
      <p className="flex items-start gap-2 font-medium">
        <CircleAlert size={16} className="mt-0.5 shrink-0 text-ink-2" aria-hidden /> {words}
      </p>
      {lines.length > 0 && (
        <ul className="page-scroll mt-2 ml-6 flex max-h-32 flex-col gap-1 border-l-2 border-line-strong pl-3">
          {lines.map(({ id, who, text }) => <li key={id}><span className="font-medium">{who}:</span> {text}</li>)}
        </ul>
      )}
      <div className="mt-2 flex flex-wrap justify-end gap-1">{children}</div>
    </div>
  );
}
