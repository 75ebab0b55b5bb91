// From nothing to a working widget in four steps: agent, content, team, site. Each can be left and found again on its own page.
import { ApiError } from "@deskbell/shared/http";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { useState, type ReactNode } from "react";

import { people } from "../../api/client.ts";
import { agentsQuery, meQuery, queryClient } from "../../api/queries.ts";
import type { Agent, Me } from "../../api/shapes.ts";
import { enterFresh } from "../../frame/enter-fresh.ts";
import { Go } from "../../frame/go.tsx";
import NewWorkspace from "../../frame/new-workspace.tsx";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Monogram, Wordmark } from "../../ui/glyphs.tsx";
import { Standalone } from "../../ui/standalone.tsx";
import { Failed, Skeleton } from "../../ui/states.tsx";
import { say } from "../../ui/toast.tsx";
import { AgentStep, ContentStep, SiteStep, TeamStep } from "./steps.tsx";

const steps = ["Your agent", "Your content", "Your team", "Your site"] as const;

export default function WelcomePage() {
  const me = useQuery(meQuery);
  if (me.isPending) return <Standalone title="Welcome"><Skeleton /><Skeleton className="w-2/3" /></Standalone>;
  if (me.error instanceof ApiError && me.error.status === 401) return <Go to="/signin" search={{ next: "/welcome" }} />;
  if (!me.data) return <Standalone title="Welcome"><Failed error={me.error} what="Your workspace" onRetry={() => void me.refetch()} /></Standalone>;
  if (!me.data.workspace) return <WithoutWorkspace me={me.data} />;
  if (me.data.workspace.role === "operator") return <Go to="/inbox" />;
  return <Steps me={me.data} />;
}

/** Somebody who was removed from their only workspace, or has not made one yet. */
function WithoutWorkspace({ me }: { me: Me }) {
  const [isCreating, setCreating] = useState(false);
  const navigate = useNavigate();
  const enter = async (id: string) => {
    await people.enterWorkspace(id);
    await enterFresh();
    await navigate({ to: "/inbox" });
  };
  const signOut = async () => {
    await people.signOut().catch(() => undefined);
    queryClient.clear();
    await navigate({ to: "/signin" });
  };
  const hasOthers = me.workspaces.length > 0;
  return (
    <Standalone
      title={hasOthers ? "Choose a workspace" : "You are in no workspace yet"}
      lead={hasOthers ? `Signed in as ${me.person.email}.` : `Signed in as ${me.person.email}. Ask for an invitation to this address, or begin with a workspace of your own.`}
      aside={<Button look="quiet" onClick={() => void signOut()}>Sign out</Button>}
    >
      {me.workspaces.map(({ id, name }) => <Button key={id} className="h-11 justify-start!" icon={<Monogram name={name} />} onClick={() => void enter(id).catch((error: Error) => say(error.message))}>{name}</Button>)}
      <Button look={hasOthers ? "quiet" : "primary"} className="h-9" onClick={() => setCreating(true)}>New workspace</Button>
      {isCreating && <NewWorkspace onClose={() => setCreating(false)} />}
    </Standalone>
  );
}

function Steps({ me }: { me: Me }) {
  const agents = useQuery(agentsQuery);
  const [at, setAt] = useState<number | null>(null);
  const navigate = useNavigate();
  if (agents.isPending) return <Standalone title="Welcome"><Skeleton /></Standalone>;
  if (agents.error) return <Standalone title="Welcome"><Failed error={agents.error} what="Your agent" onRetry={() => void agents.refetch()} /></Standalone>;
  const agent = agents.data[0];
  const step = at ?? (agent ? 1 : 0);
  const next = () => (step === steps.length - 1 ? void navigate({ to: "/inbox" }) : setAt(step + 1));
  return (
    <div className="flex h-full flex-col">
      <header className="flex min-h-16 shrink-0 flex-wrap items-center gap-x-6 gap-y-2 border-b border-line px-10 py-3 max-md:px-5">
        <Wordmark />
        <StepLine step={step} reached={agent ? steps.length : 1} onStep={setAt} />
        <span className="ml-auto truncate text-ink-2 max-md:hidden">{me.person.email}</span>
      </header>
      <main className="page-scroll min-h-0 flex-1 px-10 max-md:px-5">
        <div className="mx-auto max-w-[1120px] py-12 max-md:py-7">{stepBody(step, agent, me, () => setAt(1))}</div>
      </main>
      {agent && (
        <footer className="shrink-0 border-t border-line px-10 max-md:px-5">
          <div className="mx-auto flex min-h-[70px] max-w-[1120px] items-center gap-4">
            {step > 0 && <Button look="quiet" onClick={() => setAt(step - 1)}>Back</Button>}
            <Link to="/inbox" className="ml-auto text-ink-2 hover:text-ink">Finish later</Link>
            <Button look="primary" className="h-9 px-4" onClick={next}>{step === steps.length - 1 ? "Open the inbox" : "Continue"}</Button>
          </div>
        </footer>
      )}
    </div>
  );
}

function stepBody(step: number, agent: Agent | undefined, me: Me, onCreated: () => void): ReactNode {
  if (step === 0 || !agent) return <AgentStep agent={agent} workspace={me.workspace!.name} onCreated={onCreated} />;
  if (step === 1) return <ContentStep agent={agent} />;
  if (step === 2) return <TeamStep role={me.workspace!.role} />;
  return <SiteStep agent={agent} />;
}

function StepLine({ step, reached, onStep }: { step: number; reached: number; onStep: (step: number) => void }) {
  return (
    <ol className="mx-auto flex flex-wrap gap-x-6 gap-y-1">
      {steps.map((name, index) => {
        const isDone = index < step;
        return (
          <li key={name}>
            <button type="button" disabled={index >= reached} aria-current={index === step ? "step" : undefined} onClick={() => onStep(index)} className={cx("flex items-center gap-2.5 rounded-control", index === step ? "font-medium" : "text-ink-2")}>
              <span className={cx("numbers flex size-6 items-center justify-center rounded-full text-meta font-medium", index === step ? "bg-ink text-on-ink" : isDone ? "bg-chosen" : "border border-line-strong")}>
                {isDone ? <Check size={14} className="text-green" aria-label="done" /> : index + 1}
              </span>
              <span className="max-md:sr-only">{name}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
