// The saved replies that fit what is typed after "/", each as it would be sent.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useState } from "react";

import { savedRepliesQuery } from "../../../api/queries.ts";
import type { SavedReply } from "../../../api/shapes.ts";
import { useSigned } from "../../../frame/me.ts";
import { filled, matching } from "../../../parts/saved-replies/filling.ts";
import { cx } from "../../../ui/cx.ts";
import { Key } from "../../../ui/small.tsx";
import { firstName } from "../names.ts";
import type { ReplyPicking } from "./use-reply-picker.ts";

const optionId = (reply: SavedReply) => `saved-reply-${reply.id}`;

export default function ReplyPicker({ picking, words, visitor }: { picking: ReplyPicking; words: string; visitor: string }) {
  const { name, workspace } = useSigned();
  const replies = useQuery(savedRepliesQuery);
  const [choice, setChoice] = useState({ words, at: 0 });
  const hits = matching(replies.data ?? [], words);
  const at = choice.words === words ? Math.min(choice.at, Math.max(0, hits.length - 1)) : 0; // other words, other list: from its top
  const choose = (index: number) => setChoice({ words, at: index });
  const known = firstName(visitor);
  const as = (reply: SavedReply) => filled(reply.text, { visitor: known === "the visitor" ? null : known, me: firstName(name), workspace: workspace.name });
  const { keysRef, onActive, pick, close } = picking;
  const active = hits[at];

  useEffect(() => onActive(active && optionId(active)), [active, onActive]);
  useLayoutEffect(() => {
    keysRef.current = (key) => {
      if (key === "Escape") return close(), true;
      if (!active) return false;
      if (key === "Enter" || key === "Tab") return pick(active, as(active)), true;
      const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
      if (step) choose((at + step + hits.length) % hits.length);
      return step !== 0;
    };
    return () => { keysRef.current = null; };
  });

  return (
    <div onMouseDown={(event) => event.preventDefault()} className="appear absolute inset-x-2 bottom-full z-20 mb-2 overflow-hidden rounded-card border border-line bg-raised shadow-float">
      <ul id="saved-replies" role="listbox" aria-label="Saved replies" className="page-scroll max-h-[min(300px,40vh)] p-1.5">
        {replies.isPending && <li role="presentation" className="px-2.5 py-3 text-ink-2">Loading saved replies</li>}
        {replies.error && <li role="presentation" className="px-2.5 py-3">The saved replies could not be loaded. {replies.error.message}</li>}
        {replies.data?.length === 0 && <li role="presentation" className="px-2.5 py-3 text-ink-2">There are no saved replies yet. What you write again and again can be one.</li>}
        {!!replies.data?.length && hits.length === 0 && <li role="presentation" className="px-2.5 py-3 text-ink-2">No saved reply has “{words}”. Esc goes on with your text.</li>}
        {hits.map((reply, index) => (
          <li
            key={reply.id}
            id={optionId(reply)}
            role="option"
            aria-selected={index === at}
            ref={(node) => { if (index === at) node?.scrollIntoView({ block: "nearest" }); }}
            onMouseMove={() => choose(index)}
            onClick={() => pick(reply, as(reply))}
            className={cx("cursor-pointer rounded-control px-2.5 py-1.5", index === at && "bg-chosen")}
          >
            <span className="block truncate font-medium">{reply.name}</span>
            <span className="block truncate text-small text-ink-2">{as(reply)}</span>
          </li>
        ))}
      </ul>
      <p className="flex items-center gap-2 border-t border-line px-4 py-2 text-small text-ink-2">
        <span className="flex flex-1 items-center gap-1.5 max-md:hidden"><Key>↑</Key><Key>↓</Key> choose <Key>↵</Key> use <Key>Esc</Key> close</span>
        <Link to="/settings/replies" className="ml-auto underline underline-offset-3 hover:text-ink">Write or change saved replies</Link>
      </p>
    </div>
  );
}
