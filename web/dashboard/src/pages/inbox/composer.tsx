import type { Conversation } from "@deskbell/shared/wire";
import { Lock, MessageSquareText } from "lucide-react";
import { lazy, Suspense, useLayoutEffect, useRef, type KeyboardEvent } from "react";

import { inbox } from "../../api/client.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Key } from "../../ui/small.tsx";
import type { Mode } from "./drafts.ts";
import { firstName } from "./names.ts";
import { useReplyPicker } from "./replies/use-reply-picker.ts";

const ReplyPicker = lazy(() => import("./replies/reply-picker.tsx"));

interface ComposerProps {
  row: Conversation;
  memberId: string;
  mode: Mode;
  text: string;
  field: React.RefObject<HTMLTextAreaElement | null>;
  onMode: (mode: Mode) => void;
  onText: (text: string) => void;
  onSend: () => void;
}

const MAX_LENGTH = 8_000;
const TYPING_EVERY_MS = 4_000;
export const modKey = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl ";

export function Composer({ row, memberId, mode, text, field, onMode, onText, onSend }: ComposerProps) {
  const isNote = mode === "note";
  const isBlocked = !isNote && row.state === "resolved";
  const canSend = text.trim().length > 0 && !isBlocked;
  const tellTyping = useTypingSignal(row, memberId);
  const picking = useReplyPicker(text, field, onText);
  const asked = isNote || isBlocked ? null : picking.words;
  useLayoutEffect(() => grow(field.current), [field, text, mode]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (asked !== null && !event.nativeEvent.isComposing && picking.takes(event)) return event.preventDefault();
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && canSend) {
      event.preventDefault();
      onSend();
    }
    if (event.key === "Escape") field.current?.blur();
  };
  return (
    <div className={cx("relative flex flex-col rounded-b-card px-2 pt-2 pb-2.5", isNote && "bg-paper")}>
      <div role="tablist" aria-label="What to write" className="flex gap-1">
        <ModeTab chosen={!isNote} onClick={() => onMode("reply")}>Reply</ModeTab>
        <ModeTab chosen={isNote} onClick={() => onMode("note")}><Lock size={13} aria-hidden /> Note</ModeTab>
        {isNote && <span className="ml-1 self-center text-small text-ink-2">only your team sees this</span>}
      </div>
      <Suspense fallback={null}>{asked !== null && <ReplyPicker picking={picking} words={asked} visitor={row.visitor_name} />}</Suspense>
      <textarea
        ref={field}
        value={text}
        rows={1}
        maxLength={MAX_LENGTH}
        dir="auto"
        disabled={isBlocked}
        aria-label={isNote ? "Note for your team" : `Reply to ${row.visitor_name}`}
        placeholder={placeholder(row, memberId, isNote)}
        aria-autocomplete={isNote ? undefined : "list"}
        aria-controls={asked === null ? undefined : "saved-replies"}
        aria-activedescendant={asked === null ? undefined : picking.active}
        onKeyDown={onKeyDown}
        onSelect={(event) => picking.onCursor(event.currentTarget.selectionStart)}
        onBlur={picking.close}
        onChange={(event) => {
          picking.onCursor(event.target.selectionStart);
          onText(event.target.value);
          if (!isNote) tellTyping();
        }}
        className="page-scroll mt-1 max-h-[34vh] min-h-11 w-full resize-none bg-transparent px-2 py-2 text-read outline-none focus-visible:outline-none"
      />
      <div className="flex items-center justify-end gap-3 px-1">
        {!isNote && !isBlocked && <IconButton label="Saved replies ( / )" className="mr-auto" onClick={picking.ask}><MessageSquareText size={16} aria-hidden /></IconButton>}
        {text.length > MAX_LENGTH - 500 && <span className="numbers text-small text-ink-2">{MAX_LENGTH - text.length} left</span>}
        <Button look={canSend ? "primary" : "plain"} disabled={!canSend} onClick={onSend}>
          {isNote ? "Add note" : "Send"} {canSend && <Key>{modKey}↵</Key>}
        </Button>
      </div>
    </div>
  );
}

function ModeTab({ chosen, onClick, children }: { chosen: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={chosen}
      onClick={onClick}
      className={cx("inline-flex h-8 items-center gap-1.5 rounded-control px-2.5 font-medium max-md:h-10", chosen ? "bg-chosen text-ink" : "text-ink-2 hover:text-ink")}
    >
      {children}
    </button>
  );
}

function placeholder(row: Conversation, memberId: string, isNote: boolean): string {
  if (isNote) return "Write a note for your team";
  const name = firstName(row.visitor_name);
  if (row.state === "resolved") return "Reopen the conversation to reply.";
  if (row.state === "member" && row.holder_id !== memberId) return `${row.holder_name ?? "A colleague"} is replying to ${name}.`;
  return row.state === "member" ? `Write to ${name}` : `Write to ${name}. Sending takes over the conversation.`;
}

function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = "0";
  area.style.height = `${area.scrollHeight}px`;
}

function useTypingSignal(row: Conversation, memberId: string): () => void {
  const last = useRef(0);
  return () => {
    const holdsIt = row.state === "member" && row.holder_id === memberId;
    if (!holdsIt || Date.now() - last.current < TYPING_EVERY_MS) return;
    last.current = Date.now();
    inbox.typing(row.id).catch(() => undefined);
  };
}
