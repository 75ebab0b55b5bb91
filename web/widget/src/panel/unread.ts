// How many messages the visitor has not seen. Seen means: the panel was open and the page visible.
import { type Keep } from "../live/keep";
import { type VisitorConversation, type VisitorMessage } from "../wire";

export interface Unread {
  count: number;
  /** First name of the person who wrote last; never the words. */
  from: string | null;
}

export function unreadOf(keep: Keep, name: string) {
  return {
    count(messages: readonly VisitorMessage[], conversation: VisitorConversation | null, onScreen: boolean): Unread {
      if (!conversation) return { count: 0, from: null };
      const latest = messages.at(-1)?.seq ?? 0;
      const seen = seenOf(keep.get(name), conversation.id);
      if (onScreen) {
        if (latest > seen) keep.set(name, `${conversation.id} ${latest}`);
        return { count: 0, from: null };
      }
      const unseen = messages.filter((message) => message.seq > seen && isNews(message));
      return { count: unseen.length, from: unseen.findLast((message) => message.author === "person")?.person_name ?? null };
    },
  };
}

function isNews(message: VisitorMessage): boolean {
  return message.author === "agent" || message.author === "person" || message.kind === "emergency";
}

function seenOf(stored: string | null, conversationId: string): number {
  const [id, seq] = (stored ?? "").split(" ");
  return id === conversationId ? Number(seq) : 0;
}
