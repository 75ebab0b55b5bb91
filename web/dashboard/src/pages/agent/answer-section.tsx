// How the agent finds words: quoting or writing; which models, how long, what they may cost.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { modelPolicyQuery } from "../../api/queries.ts";
import type { Agent } from "../../api/shapes.ts";
import { Select } from "../../ui/field.tsx";
import { Part, type Edit } from "./agent-form.tsx";
import { BudgetFields } from "./budget-fields.tsx";
import { ModelList } from "./model-list.tsx";
import { PrivacySwitch, SwitchLine } from "./privacy-switch.tsx";

const tones = [["warm", "Warm"], ["plain", "Plain"], ["formal", "Formal"]] as const;
const lengths = [["short", "Short, about 40 words"], ["medium", "Medium, about 100 words"], ["long", "Long, up to 220 words"]] as const;

export function AnswerSection({ agent, isAdmin, change }: Edit) {
  const isGenerative = agent.answerer === "generative";
  const policy = useQuery(modelPolicyQuery);
  const staysHere = policy.data?.text_stays_here ?? false;
  return (
    <Part title="How it finds words" about="Either way it answers only from your content and cites what it used.">
      <div role="radiogroup" aria-label="Answerer" className="grid gap-3 md:grid-cols-2">
        <Choice name="verbatim" chosen={!isGenerative} title="Quotes your content" onChoose={() => change({ answerer: "verbatim" })}>Built in. No key, and no language model sees what visitors write.</Choice>
        <Choice name="generative" chosen={isGenerative} title="Writes with a language model" onChoose={() => change({ answerer: "generative", models: agent.models.length ? agent.models : [newModel()] })}>Every sentence is checked against your content before a visitor sees it.</Choice>
      </div>
      <PrivacySwitch isAdmin={isAdmin} />
      {isGenerative && staysHere && <p role="status" className="rounded-card border border-line-strong bg-sunken px-4 py-3">No model is asked while visitor text stays on this server. {agent.name} quotes your content.</p>}
      {isGenerative && (
        <>
          <ModelList agentId={agent.id} models={agent.models} isAdmin={isAdmin} onChange={(models) => change({ models })} />
          <div className="grid gap-5 md:grid-cols-2">
            <Select label="Tone" options={tones} value={agent.tone} onChange={(event) => change({ tone: event.target.value as Agent["tone"] })} />
            <Select label="Length" options={lengths} value={agent.answer_length} onChange={(event) => change({ answer_length: event.target.value as Agent["answer_length"] })} />
          </div>
          <SwitchLine
            label="Quote the content when no model answers" on={agent.quotes_when_down} disabled={!isAdmin} onChange={(quotes_when_down) => change({ quotes_when_down })}
            about={agent.quotes_when_down ? "If every model is down, or the budget is used up, the agent quotes your content." : "If every model is down, or the budget is used up, a person is asked."}
          />
          <BudgetFields agent={agent} onChange={(budget) => change({ budget })} />
        </>
      )}
    </Part>
  );
}

export function newModel() {
  return { provider: "openai" as const, url: "", name: "", input_price: 0, output_price: 0 };
}

function Choice({ name, chosen, title, onChoose, children }: { name: string; chosen: boolean; title: string; onChoose: () => void; children: ReactNode }) {
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-card border border-line-strong bg-surface px-4 py-3 has-checked:border-teal has-checked:bg-teal-tint has-focus-visible:outline-2 has-focus-visible:outline-teal">
      <input type="radio" name="answerer" value={name} checked={chosen} onChange={onChoose} className="mt-1 accent-teal" />
      <span><span className="block font-medium">{title}</span><span className="block text-small text-ink-2">{children}</span></span>
    </label>
  );
}
