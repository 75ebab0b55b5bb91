// Whose turn it is, and the one next action.
import { isEmergency } from "@deskbell/shared/views";
import type { Conversation } from "@deskbell/shared/wire";
import { Check, CornerUpLeft, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { useNow } from "../../live/clock.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { AgentGlyph, Bell, Face } from "../../ui/glyphs.tsx";
import { Key } from "../../ui/small.tsx";
import { duration } from "../../ui/times.ts";
import { firstName } from "./names.ts";

export interface HolderVerbs {
  takeOver: () => void;
  takeFromColleague: () => void;
  handBack: () => void;
  close: () => void;
  reopen: () => void;
  acknowledge: () => void;
}

interface HolderBarProps {
  row: Conversation;
  memberId: string;
  me: string;
  agent: string;
  verbs: HolderVerbs;
}

export function HolderBar(props: HolderBarProps) {
  const { row, verbs } = props;
  const needsAcknowledgement = isEmergency(row) && !row.emergency?.acknowledged_at;
  return (
    <>
      {needsAcknowledgement && (
        <Bar tone="red" sign={<TriangleAlert size={18} className="text-red" aria-hidden />} words={<><b className="text-red">Emergency.</b> Nobody has acknowledged it yet.</>}>
          <Button look="danger" onClick={verbs.acknowledge}>Acknowledge</Button>
        </Bar>
      )}
      <Turn {...props} />
    </>
  );
}

function Turn({ row, memberId, me, agent, verbs }: HolderBarProps) {
  // The agent never gets an emergency back.
  const returnToAi = isEmergency(row) ? null : <Button look="bare" aria-label="Return to AI" title="Return to AI" className="max-sm:px-2.5" icon={<CornerUpLeft size={16} aria-hidden className="sm:hidden" />} onClick={verbs.handBack}><span className="max-sm:hidden">Return to AI</span></Button>;
  switch (row.state) {
    case "waiting":
      return (
        <Bar tone="brass" sign={<Bell className="text-brass" />} words={<Waiting row={row} />}>
          {returnToAi}
          <Button look="primary" onClick={verbs.takeOver}>Take over <Key>T</Key></Button>
        </Bar>
      );
    case "agent":
      return (
        <Bar sign={<AgentGlyph size={20} />} words={<><b>{agent} is answering.</b> {row.form ? "It is collecting details." : "Nobody is needed."}</>}>
          <Button look="plain" onClick={verbs.takeOver}>Take over <Key>T</Key></Button>
        </Bar>
      );
    case "resolved":
      return (
        <Bar sign={<Check size={18} className="text-green" aria-hidden />} words={<><b>Closed.</b> The agent stays silent here.</>}>
          <Button onClick={verbs.reopen}>Reopen</Button>
        </Bar>
      );
    case "member":
      if (row.holder_id !== memberId) {
        const name = row.holder_name ?? "A colleague";
        return (
          <Bar sign={<Face name={name} size={22} />} words={<><b>{name} has this.</b> You can still write a note.</>}>
            <Button onClick={verbs.takeFromColleague}>Take from {firstName(name)} <Key>T</Key></Button>
          </Bar>
        );
      }
      return (
        <Bar sign={<Face name={me} size={22} />} words={<><b>You have this.</b> {isMyTurn(row) ? "Your turn to reply." : `Waiting for ${firstName(row.visitor_name)}.`}</>}>
          {returnToAi}
          <Button icon={<Check size={16} aria-hidden />} onClick={verbs.close}>Close <Key>E</Key></Button>
        </Bar>
      );
  }
}

function isMyTurn(row: Conversation): boolean {
  return row.last_message === null || row.last_message.author !== "member";
}

function Waiting({ row }: { row: Conversation }) {
  const now = useNow();
  return <><b className="numbers">Waiting {duration(now - Date.parse(row.waiting_since ?? row.since))}.</b> Nobody has this yet.</>;
}

function Bar({ tone, sign, words, children }: { tone?: "brass" | "red"; sign: ReactNode; words: ReactNode; children: ReactNode }) {
  return (
    <div
      className={cx(
        "flex min-h-12 items-center gap-3 border-b px-3.5 py-2 first:rounded-t-card",
        tone === "brass" ? "border-brass-fill/40 bg-brass-tint" : tone === "red" ? "border-red/30 bg-red-tint" : "border-line",
      )}
    >
      <span className="shrink-0">{sign}</span>
      <p className="min-w-0 flex-1 [&_b]:font-semibold">{words}</p>
      <span className="flex shrink-0 items-center gap-1">{children}</span>
    </div>
  );
}
