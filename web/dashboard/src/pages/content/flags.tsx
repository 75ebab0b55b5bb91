import { useMutation, useQuery } from "@tanstack/react-query";
import { CalendarClock, GitCompareArrows, X } from "lucide-react";

import { documents } from "../../api/client.ts";
import type { Flag } from "../../api/content-shapes.ts";
import { flagsQuery, queryClient } from "../../api/queries.ts";
import { IconButton } from "../../ui/button.tsx";
import { say } from "../../ui/toast.tsx";

interface FlagsProps {
  agentId: string;
  isAdmin: boolean;
  onOpen: (sourceId: string) => void;
}

/** Passages that contradict each other, or speak of a time gone by: the owner decides. */
export function FlagList({ agentId, isAdmin, onOpen }: FlagsProps) {
  const flags = useQuery(flagsQuery(agentId));
  const standing = flags.data?.filter(({ dismissed_at }) => dismissed_at === null) ?? [];
  if (standing.length === 0) return null;
  return (
    <section aria-label="Worth a look" className="border-b border-line bg-sunken px-8 py-3 max-md:px-4">
      <h2 className="mb-1 text-small font-medium text-ink-2">Worth a look</h2>
      <ul>{standing.map((flag) => <OneFlag key={flag.id} flag={flag} isAdmin={isAdmin} onOpen={onOpen} />)}</ul>
    </section>
  );
}

function OneFlag({ flag, isAdmin, onOpen }: { flag: Flag; isAdmin: boolean; onOpen: (sourceId: string) => void }) {
  const Icon = flag.kind === "conflict" ? GitCompareArrows : CalendarClock;
  const dismissing = useMutation({ mutationFn: () => documents.dismissFlag(flag.id), onSuccess: () => dismissed(flag), onError: (error) => say(error.message) });
  return (
    <li className="flex items-start gap-3 border-t border-line py-2.5 first:border-t-0">
      <Icon size={16} className="mt-0.5 shrink-0 text-ink-2" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{flag.sentence}</p>
        <div className="mt-1.5 grid grid-cols-2 gap-x-6 gap-y-2 max-md:grid-cols-1">
          {flag.passages.map((passage) => (
            <blockquote key={passage.passage_id} className="min-w-0 border-l-2 border-line-strong pl-3" dir="auto">
              <p className="line-clamp-3 text-ink-2"><Marked text={passage.text} words={passage.words} /></p>
              <button type="button" className="quiet-link mt-0.5 block max-w-full truncate text-small" onClick={() => onOpen(passage.source_id)}>{passage.path || passage.title}</button>
            </blockquote>
          ))}
        </div>
      </div>
      {isAdmin && <IconButton label="It is fine as it is" disabled={dismissing.isPending} onClick={() => dismissing.mutate()}><X size={16} aria-hidden /></IconButton>}
    </li>
  );
}

/** The passage, from a little before the words that it is about. */
function Marked({ text, words }: { text: string; words: string }) {
  const at = words ? text.indexOf(words) : -1;
  if (at < 0) return <>{text}</>;
  const from = at > 80 ? text.indexOf(" ", at - 60) + 1 : 0;
  return <>{from > 0 && "… "}{text.slice(from, at)}<mark className="rounded-tiny bg-brass-tint px-0.5 text-ink">{words}</mark>{text.slice(at + words.length)}</>;
}

function dismissed(flag: Flag): void {
  const refresh = () => queryClient.invalidateQueries({ queryKey: flagsQuery(flag.agent_id).queryKey });
  const bringBack = () => void documents.restoreFlag(flag.id).then(refresh, (error: Error) => say(error.message));
  say("Noted: it is fine as it is.", { label: "Undo", act: bringBack });
  void refresh();
}
