// ⌘K: places, conversations that are loaded, and what can be done right now.
import { useNavigate } from "@tanstack/react-router";
import { CornerDownLeft, Search } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useMemo, useState, type KeyboardEvent } from "react";

import { useDesk } from "../live/store.ts";
import { cx } from "../ui/cx.ts";
import { Key } from "../ui/small.tsx";
import { useAllCommands } from "./commands.ts";

interface Hit {
  id: string;
  label: string;
  about: string;
  keys?: string;
  run: () => void;
}

function useHits(words: string): Hit[] {
  const commands = useAllCommands();
  const rows = useDesk((desk) => desk.live.rows);
  const navigate = useNavigate();
  return useMemo(() => {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (text: string) => wanted.every((word) => text.toLowerCase().includes(word));
    const actions = commands
      .filter(({ keysOnly, label, group }) => !keysOnly && fits(`${label} ${group}`))
      .map(({ id, label, group, keys, run }): Hit => ({ id, label, about: group, keys, run }));
    const chats = Object.values(rows)
      .filter(({ visitor_name, last_message, label }) => fits(`${visitor_name} ${label ?? ""} ${last_message?.text ?? ""}`))
      .sort((a, b) => (a.updated_at < b.updated_at ? 1 : -1))
      .slice(0, wanted.length ? 12 : 4)
      .map((row): Hit => ({
        id: row.id,
        label: row.visitor_name,
        about: row.last_message?.text ?? "Conversation",
        run: () => void navigate({ to: "/inbox/$conversationId", params: { conversationId: row.id } }),
      }));
    return wanted.length ? [...chats, ...actions] : [...actions, ...chats];
  }, [commands, rows, navigate, words]);
}

export default function Palette({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const hits = useHits(words);
  const run = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    setTimeout(hit.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) setChosen((index) => (index + step + hits.length) % Math.max(1, hits.length));
    if (event.key === "Enter") run(hits[chosen]);
    if (step || event.key === "Enter") event.preventDefault();
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/30" />
        <Radix.Content aria-describedby={undefined} className="appear fixed top-[14vh] left-1/2 z-50 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-card border border-line bg-raised shadow-float">
          <Radix.Title className="sr-only">Go to or do</Radix.Title>
          <div className="flex items-center gap-3 border-b border-line px-4">
            <Search size={18} className="text-ink-3" aria-hidden />
            <input
              autoFocus
              value={words}
              onChange={(event) => (setWords(event.target.value), setChosen(0))}
              onKeyDown={onKeyDown}
              placeholder="Go to a place or conversation, or do something"
              role="combobox"
              aria-expanded
              aria-controls="palette-hits"
              aria-activedescendant={hits[chosen] ? `hit-${hits[chosen].id}` : undefined}
              aria-label="Go to or do"
              className="h-12 min-w-0 flex-1 bg-transparent text-read outline-none"
            />
          </div>
          <ul id="palette-hits" role="listbox" aria-label="Results" className="page-scroll max-h-[46vh] p-1.5">
            {hits.length === 0 && <li className="px-3 py-6 text-center text-ink-2">Nothing by that name.</li>}
            {hits.map((hit, index) => (
              <li
                key={hit.id}
                id={`hit-${hit.id}`}
                role="option"
                aria-selected={index === chosen}
                ref={(node) => { if (index === chosen) node?.scrollIntoView({ block: "nearest" }); }}
                onMouseMove={() => setChosen(index)}
                onClick={() => run(hit)}
                className={cx("flex h-10 items-center gap-3 rounded-control px-2.5", index === chosen && "bg-chosen")}
              >
                <span className="shrink-0 font-medium">{hit.label}</span>
                <span className="min-w-0 flex-1 truncate text-small text-ink-2">{hit.about}</span>
                {hit.keys?.split(" ").map((key, at) => <Key key={at}>{key.toUpperCase()}</Key>)}
                {index === chosen && <CornerDownLeft size={14} className="text-ink-3" aria-hidden />}
              </li>
            ))}
          </ul>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
