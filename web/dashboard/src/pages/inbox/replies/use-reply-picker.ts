// "/" in the composer: which words follow it, which keys belong to the list meanwhile, and where the chosen reply goes.
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";

import { savedReplies } from "../../../api/client.ts";
import type { SavedReply } from "../../../api/shapes.ts";
import { putIn, slashAt } from "../../../parts/saved-replies/filling.ts";

export type PickerKeys = RefObject<((key: string) => boolean) | null>;

export interface ReplyPicking {
  /** What was typed after "/"; null while the list is closed. */
  words: string | null;
  active: string | undefined;
  keysRef: PickerKeys;
  onActive: (id: string | undefined) => void;
  /** True when the list took the key. */
  takes: (event: KeyboardEvent) => boolean;
  onCursor: (cursor: number) => void;
  ask: () => void;
  pick: (reply: SavedReply, text: string) => void;
  close: () => void;
}

export function useReplyPicker(text: string, field: RefObject<HTMLTextAreaElement | null>, onText: (text: string) => void): ReplyPicking {
  const [cursor, setCursor] = useState(text.length);
  const [closedAt, setClosedAt] = useState(-1);
  const [active, setActive] = useState<string>();
  const keysRef: PickerKeys = useRef(null);
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  }, [text, field]);

  const slash = slashAt(text, cursor);
  const isOpen = slash >= 0 && slash !== closedAt;
  const write = (next: { text: string; cursor: number }) => {
    wanted.current = next.cursor;
    setCursor(next.cursor);
    onText(next.text);
  };
  return {
    words: isOpen ? text.slice(slash + 1, cursor) : null,
    active: isOpen ? active : undefined,
    keysRef,
    onActive: setActive,
    takes: (event) => isOpen && !event.metaKey && !event.ctrlKey && (keysRef.current?.(event.key) ?? false),
    onCursor: (at) => {
      setCursor(at);
      if (slashAt(text, at) < 0) setClosedAt(-1);
    },
    ask: () => {
      setClosedAt(-1);
      const before = text.slice(0, cursor);
      const asked = `${before}${before === "" || /\s$/.test(before) ? "" : " "}/`;
      write({ text: asked + text.slice(cursor), cursor: asked.length });
    },
    pick: (reply, words) => {
      savedReplies.use(reply.id).catch(() => undefined); // its rank can wait; the visitor cannot
      write(putIn(text, slash, cursor, words));
    },
    close: () => setClosedAt(slash),
  };
}
