// What the team writes again and again: found, written, changed, removed and brought back.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronLeft, MessageSquareText, Plus, Search } from "lucide-react";
import { useState } from "react";

import { savedReplies } from "../../../api/client.ts";
import { queryClient, savedRepliesQuery } from "../../../api/queries.ts";
import type { SavedReply } from "../../../api/shapes.ts";
import { Button } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Failed, SkeletonRows } from "../../../ui/states.tsx";
import { say } from "../../../ui/toast.tsx";
import { matching } from "../../../parts/saved-replies/filling.ts";
import { ReplyDialog } from "./reply-dialog.tsx";

export default function RepliesPage() {
  const [editing, setEditing] = useState<SavedReply | "new" | null>(null);
  const replies = useQuery(savedRepliesQuery);
  const add = <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setEditing("new")}>New saved reply</Button>;
  const back = <Link to="/settings" className="mr-2 inline-flex items-center gap-1 font-normal text-ink-2 hover:text-ink"><ChevronLeft size={16} aria-hidden />Settings</Link>;
  return (
    <Page title={<>{back}Saved replies</>} about="type / in a reply to use one" actions={add}>
      {replies.isPending && <SkeletonRows />}
      {replies.error && <Failed error={replies.error} what="The saved replies" onRetry={() => void replies.refetch()} />}
      {replies.data?.length === 0 && (
        <Empty icon={<MessageSquareText size={24} strokeWidth={1.5} aria-hidden />} title="No saved replies yet" action={add}>
          A greeting, a question you ask every day, the steps before a video visit: write it once, and everybody here sends it with two keys.
        </Empty>
      )}
      {!!replies.data?.length && <RepliesList replies={replies.data} onEdit={setEditing} />}
      {editing && <ReplyDialog reply={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function RepliesList({ replies, onEdit }: { replies: SavedReply[]; onEdit: (reply: SavedReply) => void }) {
  const [words, setWords] = useState("");
  const found = matching(replies, words.trim());
  return (
    <div className="max-w-[860px] px-8 pt-6 pb-16 max-md:px-4">
      <label className="mb-4 flex h-9 max-w-[320px] items-center gap-2.5 rounded-control border border-control bg-surface px-3 focus-within:border-teal max-md:h-11 max-md:max-w-none">
        <Search size={16} className="text-ink-3" aria-hidden />
        <input value={words} onChange={(event) => setWords(event.target.value)} placeholder="Search saved replies" aria-label="Search saved replies" className="min-w-0 flex-1 bg-transparent outline-none" />
      </label>
      <ul className="border-t border-line">
        {found.length === 0 && <li className="border-b border-line py-4 text-ink-2">No saved reply has “{words.trim()}”.</li>}
        {found.map((reply) => (
          <li key={reply.id} className="flex min-h-[60px] items-center gap-4 border-b border-line py-2.5 max-md:flex-wrap max-md:gap-y-1">
            <span className="min-w-0 flex-1 max-md:basis-full">
              <span className="block truncate text-read font-medium">{reply.name}</span>
              <span className="block truncate text-small text-ink-2">{reply.text}</span>
            </span>
            <span className="numbers text-small text-ink-2">{reply.uses === 0 ? "not used yet" : reply.uses === 1 ? "used once" : `used ${reply.uses} times`}</span>
            <span className="flex gap-1 max-md:ml-auto"><Button onClick={() => onEdit(reply)}>Edit</Button><Button look="quiet" onClick={() => void remove(reply)}>Remove</Button></span>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function remove(reply: SavedReply): Promise<void> {
  await told(async () => {
    await savedReplies.remove(reply.id);
    say(`“${reply.name}” was removed.`, { label: "Undo", act: () => void told(() => savedReplies.add({ name: reply.name, text: reply.text })) });
  });
}

async function told(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    say(error instanceof Error ? error.message : "That did not work. Try again.");
  }
  await queryClient.invalidateQueries({ queryKey: savedRepliesQuery.queryKey });
}
