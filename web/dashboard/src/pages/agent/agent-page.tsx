// The agent's settings on the left, the real widget as a playground on the right.
import { useMutation } from "@tanstack/react-query";
import { Link, useBlocker } from "@tanstack/react-router";
import { MessageCircle } from "lucide-react";
import { useState, type ReactNode } from "react";

import { agents } from "../../api/client.ts";
import { agentsQuery, outOfOrderQuery, queryClient, usageQuery } from "../../api/queries.ts";
import type { Agent } from "../../api/shapes.ts";
import { useSigned } from "../../frame/me.ts";
import { WithAgent } from "../../parts/which-agent.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { AgentGlyph } from "../../ui/glyphs.tsx";
import { Page } from "../../ui/page.tsx";
import { say } from "../../ui/toast.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { entryOf, IdentitySection, SafetySection, WidgetSection, type Edit, type Edited } from "./agent-form.tsx";
import { AnswerSection } from "./answer-section.tsx";
import { Playground } from "../../parts/playground.tsx";
import { SnippetCard } from "../../parts/snippet-card.tsx";

export default function AgentPage() {
  return <WithAgent>{(agent, picker) => <AgentSettings agent={agent} picker={picker} />}</WithAgent>;
}

function AgentSettings({ agent, picker }: { agent: Agent; picker: ReactNode }) {
  const { isAdmin } = useSigned();
  const isWide = useMedia("(min-width: 1100px)");
  const [changes, setChanges] = useState<Edited>({});
  const [isTrying, setTrying] = useState(false);
  const [published, setPublished] = useState(0);
  const isChanged = Object.keys(changes).length > 0;
  const publishing = useMutation({
    mutationFn: async () => {
      const problem = problemWith({ ...agent, ...changes });
      if (problem) throw new Error(problem);
      return agents.change(agent.id, { ...changes, models: changes.models?.map(entryOf) });
    },
    onSuccess: (saved) => {
      queryClient.setQueryData<Agent[]>(agentsQuery.queryKey, (list) => list?.map((known) => (known.id === saved.id ? saved : known)));
      void queryClient.invalidateQueries({ queryKey: usageQuery(agent.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: outOfOrderQuery.queryKey });
      setChanges({});
      setPublished((times) => times + 1);
      say("Published. It counts from the next message on.");
    },
  });
  const edit: Edit = { agent: { ...agent, ...changes }, isAdmin, change: (more) => setChanges((before) => ({ ...before, ...more })) };
  const playground = <Playground key={published} agent={agent} isChanged={isChanged} />;
  return (
    <>
      <Page
        title="Agent"
        about={<span className="inline-flex items-center gap-2 align-middle"><AgentGlyph size={20} /> {agent.name} {agent.allowed_sites.length ? `answers on ${agent.allowed_sites.join(", ")}` : "may answer on any site"}</span>}
        actions={
          <>
            {picker}
            <Link to="/agent/tests" className="quiet-link">Question tests</Link>
            {!isWide && <Button icon={<MessageCircle size={16} aria-hidden />} onClick={() => setTrying(true)}>Try it</Button>}
            {isAdmin && isChanged && <Button look="quiet" onClick={() => setChanges({})}>Discard</Button>}
            {isAdmin && <Button look="primary" disabled={!isChanged} busy={publishing.isPending} onClick={() => publishing.mutate()}>Publish changes</Button>}
          </>
        }
        aside={isWide && <div className="w-[44%] max-w-[640px] min-w-[420px] shrink-0 border-l border-line">{playground}</div>}
      >
        <div className="max-w-[720px] px-8 pt-6 pb-16 max-md:px-4">
          {!isAdmin && <p className="mb-5 text-ink-2">You can read these settings. An admin of your workspace can change them.</p>}
          {publishing.error && <p role="alert" className="sticky top-3 z-10 mb-5 rounded-card border border-line-strong bg-sunken px-4 py-3">{publishing.error.message}</p>}
          <fieldset disabled={!isAdmin} className="flex flex-col gap-9">
            <IdentitySection {...edit} />
            <AnswerSection {...edit} />
            <WidgetSection {...edit} />
            <SafetySection {...edit} />
          </fieldset>
          <SnippetCard agent={agent} />
        </div>
      </Page>
      {isTrying && <div className="fixed inset-0 z-40 bg-paper"><div className="h-full">{playground}</div><Button className="absolute top-3 right-3" onClick={() => setTrying(false)}>Close</Button></div>}
      <LeaveGuard isChanged={isChanged} />
    </>
  );
}

/** What the server would refuse, in words for whoever typed it. */
export function problemWith({ name, brand_color }: Pick<Agent, "name" | "brand_color">): string | null {
  if (!name.trim()) return "Not published: the agent needs a name.";
  if (!/^#[0-9a-f]{6}$/i.test(brand_color)) return "Not published: the brand color is written like #0b6e69, a # and six digits or letters from a to f.";
  return null;
}

/** Leaving with unpublished changes asks first. */
function LeaveGuard({ isChanged }: { isChanged: boolean }) {
  const blocker = useBlocker({ shouldBlockFn: () => isChanged, enableBeforeUnload: () => isChanged, withResolver: true });
  if (blocker.status !== "blocked") return null;
  return (
    <Dialog open title="Leave without publishing?" description="Your changes to the agent are not published yet and would be lost." onClose={blocker.reset}>
      <DialogActions>
        <Button look="quiet" onClick={blocker.proceed}>Leave</Button>
        <Button look="primary" onClick={blocker.reset}>Stay</Button>
      </DialogActions>
    </Dialog>
  );
}
