// Holder bar, obstacle and composer: everything a member can do to the open conversation, with its keys.
import type { Thread } from "@deskbell/shared/live-state";
import { isEmergency } from "@deskbell/shared/views";
import type { Conversation } from "@deskbell/shared/wire";
import { lazy, Suspense, useRef, useState, type RefObject } from "react";

import { useCommands, type Command } from "../../frame/commands.ts";
import { cx } from "../../ui/cx.ts";
import { acknowledge, close, handBack, reopen, sendNote, sendReply, takeOver, type Obstacle } from "./actions.ts";
import { Composer } from "./composer.tsx";
import { saveDraft, savedDraft, type Mode } from "./drafts.ts";
import { HolderBar, type HolderVerbs } from "./holder-bar.tsx";
import { ObstaclePanel } from "./obstacle.tsx";
import type { TranscriptNames } from "./transcript.tsx";

const TakeDialog = lazy(() => import("./take-dialog.tsx"));
const DispositionDialog = lazy(() => import("./disposition-dialog.tsx"));

export interface Drafting {
  mode: Mode;
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  setMode: (mode: Mode) => void;
  setText: (text: string) => void;
  /** Puts words (back) into the composer and the cursor behind them. */
  write: (mode: Mode, text: string) => void;
}

export function useDrafting(memberId: string, id: string): Drafting {
  const field = useRef<HTMLTextAreaElement>(null);
  const [mode, setMode] = useState<Mode>("reply");
  const [texts, setTexts] = useState<Record<Mode, string>>(() => ({ reply: savedDraft(memberId, id, "reply"), note: savedDraft(memberId, id, "note") }));
  const put = (into: Mode, text: string) => {
    saveDraft(memberId, id, into, text);
    setTexts((before) => ({ ...before, [into]: text }));
  };
  const write = (into: Mode, text: string) => {
    setMode(into);
    put(into, text);
    // At once: whoever presses R types on without waiting for a frame.
    field.current?.focus();
  };
  return { mode, text: texts[mode], field, setMode, setText: (text) => put(mode, text), write };
}

interface DeskPanelProps {
  row: Conversation;
  thread: Thread;
  names: TranscriptNames;
  drafting: Drafting;
  obstacle: Obstacle | null;
  onObstacle: (obstacle: Obstacle | null) => void;
}

export function DeskPanel({ row, thread, names, drafting, obstacle, onObstacle }: DeskPanelProps) {
  const [asking, setAsking] = useState<"take" | "disposition" | null>(null);
  const then = (ask: Promise<Obstacle | null>) => void ask.then(onObstacle);
  const isColleagues = row.state === "member" && row.holder_id !== names.memberId;
  const verbs: HolderVerbs = {
    takeOver: () => then(takeOver(row.id)),
    takeFromColleague: () => setAsking("take"),
    handBack: () => then(handBack(row.id)),
    close: () => (isEmergency(row) && row.emergency?.acknowledged_at ? setAsking("disposition") : then(close(row.id))),
    reopen: () => then(reopen(row.id)),
    acknowledge: () => void acknowledge(row.id).then(() => onObstacle(null)),
  };
  const send = () => {
    const { mode, text } = drafting;
    drafting.setText("");
    onObstacle(null);
    const sending = mode === "note" ? sendNote(row.id, text.trim()) : sendReply(row.id, text.trim());
    void sending.then((met) => {
      if (!met) return;
      drafting.write(mode, text);
      onObstacle(met);
    });
  };
  useCommands(threadCommands(row, names, verbs, drafting, isColleagues));
  const isFocusedNote = drafting.mode === "note";
  return (
    <div className="shrink-0 px-5 pb-5 max-md:px-0 max-md:pb-0">
      <div className={cx("mx-auto max-w-[900px] rounded-card border bg-surface max-md:rounded-none max-md:border-x-0 max-md:border-b-0 max-md:pb-[env(safe-area-inset-bottom)]", isFocusedNote ? "border-dashed border-control" : "border-line-strong")}>
        <HolderBar row={row} memberId={names.memberId} me={names.me} agent={names.agent} verbs={verbs} />
        {obstacle && (
          <ObstaclePanel
            obstacle={obstacle}
            thread={thread}
            visitor={names.visitor}
            onTake={(holderId) => then(takeOver(row.id, holderId))}
            onSendAnyway={send}
            onCloseAnyway={verbs.close}
            onAcknowledge={verbs.acknowledge}
            onSayOutcome={() => (onObstacle(null), setAsking("disposition"))}
            onReopen={verbs.reopen}
            onDismiss={() => onObstacle(null)}
          />
        )}
        <Composer row={row} memberId={names.memberId} mode={drafting.mode} text={drafting.text} field={drafting.field} onMode={drafting.setMode} onText={drafting.setText} onSend={send} />
      </div>
      <Suspense fallback={null}>
        {asking === "take" && <TakeDialog holder={row.holder_name ?? "your colleague"} onClose={() => setAsking(null)} onTake={() => (setAsking(null), then(takeOver(row.id, row.holder_id ?? undefined)))} />}
        {asking === "disposition" && <DispositionDialog visitor={names.visitor} onClose={() => setAsking(null)} onEnd={(disposition) => (setAsking(null), then(close(row.id, disposition)))} />}
      </Suspense>
    </div>
  );
}

function threadCommands(row: Conversation, names: TranscriptNames, verbs: HolderVerbs, drafting: Drafting, isColleagues: boolean): Command[] {
  const group = `Conversation with ${names.visitor}`;
  const isMine = row.state === "member" && row.holder_id === names.memberId;
  const commands: (Command | false)[] = [
    row.state !== "resolved" && !isMine && { id: "take-over", label: isColleagues ? `Take from ${row.holder_name}` : "Take over", group, keys: "t", run: isColleagues ? verbs.takeFromColleague : verbs.takeOver },
    { id: "reply", label: "Reply", group, keys: "r", run: () => drafting.write("reply", savedDraft(names.memberId, row.id, "reply")) },
    { id: "note", label: "Write a note", group, keys: "n", run: () => drafting.write("note", savedDraft(names.memberId, row.id, "note")) },
    isMine && { id: "close", label: "Close", group, keys: "e", run: verbs.close },
    row.state === "resolved" && { id: "reopen", label: "Reopen", group, run: verbs.reopen },
    (isMine || row.state === "waiting") && !isEmergency(row) && { id: "hand-back", label: "Return to AI", group, run: verbs.handBack },
  ];
  return commands.filter((command) => command !== false);
}
