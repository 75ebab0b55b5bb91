import type { Role, SourceRow } from "@deskbell/shared/wire";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check, ChevronRight, CircleAlert, Link2, ListChecks, Upload } from "lucide-react";
import { useState, type DragEvent, type FormEvent, type ReactNode } from "react";

import { agents } from "../../api/client.ts";
import { agentsQuery, membersQuery, queryClient, sourcesQuery } from "../../api/queries.ts";
import type { Agent } from "../../api/shapes.ts";
import { InviteForm } from "../../parts/invite-form.tsx";
import { Playground } from "../../parts/playground.tsx";
import { SnippetCard } from "../../parts/snippet-card.tsx";
import { ACCEPTED, UploadLines, useUploads } from "../../parts/uploads.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { CopyButton, Progress } from "../../ui/small.tsx";
import { OwnWords } from "./own-words.tsx";

function Title({ children, lead }: { children: ReactNode; lead: ReactNode }) {
  return (
    <>
      <h1 className="text-hero font-semibold tracking-tight">{children}</h1>
      <p className="mt-2 mb-6 max-w-[60ch] text-read text-ink-2">{lead}</p>
    </>
  );
}

export function AgentStep({ agent, workspace, onCreated }: { agent: Agent | undefined; workspace: string; onCreated: () => void }) {
  const [name, setName] = useState(agent?.name ?? "");
  const creating = useMutation({
    mutationFn: () => (agent ? agents.change(agent.id, { name: name.trim() }) : agents.create(name.trim())),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: agentsQuery.queryKey });
      onCreated();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    creating.mutate();
  };
  return (
    <div className="max-w-[460px]">
      <Title lead={`It answers visitors of ${workspace} from your content, says that it is an AI, and rings for a person when one is needed.`}>Who answers first?</Title>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="Name of the agent" placeholder="Lumi" required maxLength={60} autoFocus value={name} onChange={(event) => setName(event.target.value)} problem={creating.error?.message} />
        <Button type="submit" look="primary" className="h-9 self-start px-4" busy={creating.isPending} disabled={!name.trim()}>{agent ? "Save the name" : "Create the agent"}</Button>
      </form>
    </div>
  );
}

const isBusy = ({ status }: SourceRow) => status === "pending" || status === "processing";

export function ContentStep({ agent }: { agent: Agent }) {
  const sources = useQuery({ ...sourcesQuery(agent.id), refetchInterval: ({ state }) => (state.data?.some(isBusy) ? 1_000 : false) });
  const uploads = useUploads(agent.id);
  const [isWriting, setWriting] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    uploads.send([...event.dataTransfer.files]);
  };
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_420px]">
      <div>
        <Title lead={<>The agent answers only from what you give it. Start with a few files; <button type="button" className="quiet-link" onClick={() => setWriting(true)}>your own words</button> can follow.</>}>Where are your answers today?</Title>
        <label onDragOver={(event) => event.preventDefault()} onDrop={drop} className="flex cursor-pointer items-center gap-4 rounded-card border border-dashed border-control px-5 py-6 hover:bg-hover focus-within:outline-2 focus-within:outline-teal">
          <Upload size={22} strokeWidth={1.5} className="text-ink-2" aria-hidden />
          <span><span className="block font-medium">Drop files here, or choose them</span><span className="text-small text-ink-2">PDF, Word, Excel, PowerPoint, CSV, Markdown, HTML or text</span></span>
          <input type="file" multiple accept={ACCEPTED} className="sr-only" onChange={(event) => event.target.files && uploads.send([...event.target.files])} />
        </label>
        {isWriting && <OwnWords agentId={agent.id} onDone={() => setWriting(false)} />}
        <div className="mt-4"><UploadLines uploads={uploads} /></div>
        <Read sources={sources.data ?? []} />
      </div>
      <div className="h-[600px] overflow-hidden rounded-card border border-line"><Playground agent={agent} isBare /></div>
    </div>
  );
}

function Read({ sources }: { sources: SourceRow[] }) {
  if (sources.length === 0) return null;
  const done = sources.filter((source) => !isBusy(source)).length;
  return (
    <div className="mt-6">
      <p className="numbers mb-2 font-medium">Read {done} of {sources.length}</p>
      <Progress share={done / sources.length} label="Sources read" />
      <ul className="mt-5 border-t border-line">
        {sources.map((source) => (
          <li key={source.id} className="flex min-h-9 items-center gap-3 border-b border-line py-1.5">
            {source.status === "trained" ? <Check size={16} className="text-green" aria-hidden /> : source.status === "failed" ? <CircleAlert size={16} className="text-ink-2" aria-hidden /> : <span className="skeleton size-4 rounded-full!" />}
            <span className="min-w-0 flex-1 truncate">{source.title}</span>
            <span className="numbers max-w-[50%] truncate text-small text-ink-2">{source.status === "trained" ? `${source.passages} ${source.passages === 1 ? "passage" : "passages"}` : source.status === "failed" ? source.failure : "reading"}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function TeamStep({ role }: { role: Role }) {
  const members = useQuery(membersQuery);
  const pending = members.data?.invitations.filter(({ state }) => state === "pending") ?? [];
  return (
    <div className="max-w-[760px]">
      <Title lead="They see conversations that need a person, and carry on in the same thread. You can do this later under Team.">Who helps when the agent cannot?</Title>
      <InviteForm role={role} />
      <ul>
        {pending.map((invitation) => (
          <li key={invitation.id} className="flex min-h-12 items-center gap-3 border-t border-line py-1.5">
            <span className="min-w-0 flex-1 truncate">{invitation.email}</span>
            {invitation.link && <CopyButton text={() => invitation.link!} done="Link copied" icon={<Link2 size={16} aria-hidden />}>Copy link</CopyButton>}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function SiteStep({ agent }: { agent: Agent }) {
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_420px]">
      <div>
        <Title lead="Ask it something on the right first. Then ask for a person: the conversation appears in your inbox.">Try it, then put it on your site</Title>
        <SnippetCard agent={agent} />
        <Link to="/settings/check" className="mt-7 flex items-center gap-4 border-y border-line py-4 hover:bg-hover">
          <ListChecks size={20} strokeWidth={1.5} className="text-ink-2" aria-hidden />
          <span className="flex-1"><span className="block font-medium">Let Deskbell try it</span><span className="block text-small text-ink-2">A visitor of our own goes the whole way, and says what does not work yet.</span></span>
          <ChevronRight size={18} className="text-ink-3" aria-hidden />
        </Link>
      </div>
      <div className="h-[600px] overflow-hidden rounded-card border border-line"><Playground agent={agent} isBare /></div>
    </div>
  );
}
