import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";

import type { Agent, ModelEntry } from "../../api/shapes.ts";
import { Select, TextArea, TextField } from "../../ui/field.tsx";
import { Chip } from "../../ui/small.tsx";

/** Keys of models go in and never come out. */
export type Edited = Partial<Omit<Agent, "id" | "models" | "widget_key" | "created_at">> & { models?: EditedModel[] };
export type EditedModel = ModelEntry & { has_key?: boolean };

/** What is sent of an edited model. */
export function entryOf({ id, provider, url, name, key, input_price, output_price }: EditedModel): ModelEntry {
  return { id, provider, url, name, key, input_price, output_price };
}

export interface Edit {
  agent: Omit<Agent, "models"> & { models: EditedModel[] };
  isAdmin: boolean;
  change: (changes: Edited) => void;
}

const MOST_INSTRUCTIONS = 4_000;
const languages = [["auto", "The visitor’s language"], ["en", "English"], ["es", "Spanish"], ["fr", "French"], ["de", "German"], ["pt", "Portuguese"]] as const;
const regions = [["US", "United States: 911, 988"], ["CA", "Canada: 911, 988"], ["GB", "United Kingdom: 999, 111"], ["EU", "European Union: 112"], ["AU", "Australia: 000"]] as const;

export function Part({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-6 first:border-t-0 first:pt-0">
      <h2 className="text-title font-semibold">{title}</h2>
      {about && <p className="mt-0.5 text-ink-2">{about}</p>}
      <div className="mt-4 flex flex-col gap-5">{children}</div>
    </section>
  );
}

/** A value that the list does not offer is still shown as it is. */
function withOwn(options: readonly (readonly [string, string])[], value: string): readonly (readonly [string, string])[] {
  return options.some(([known]) => known === value) ? options : [...options, [value, value]];
}

export function IdentitySection({ agent, change }: Edit) {
  return (
    <Part title="How it speaks">
      <div className="grid gap-5 md:grid-cols-2">
        <TextField label="Name" maxLength={60} required value={agent.name} onChange={(event) => change({ name: event.target.value })} />
        <Select label="Answers in" options={withOwn(languages, agent.language)} value={agent.language} onChange={(event) => change({ language: event.target.value })} />
      </div>
      <TextArea
        label="Instructions" rows={7} maxLength={MOST_INSTRUCTIONS} value={agent.instructions} onChange={(event) => change({ instructions: event.target.value })}
        hint={<span className="flex justify-between gap-4"><span>How to answer. What to answer comes from <Link to="/content" className="quiet-link">Content</Link>.</span><span className="numbers shrink-0">{agent.instructions.length.toLocaleString()} of 4,000</span></span>}
      />
      <TextArea label="Greeting" rows={2} maxLength={500} value={agent.greeting} onChange={(event) => change({ greeting: event.target.value })} />
      <TextArea
        label="Suggested questions" rows={4} hint="One a line, at most six. Visitors see them before they write." value={agent.suggested_questions.join("\n")}
        onChange={(event) => change({ suggested_questions: event.target.value.split("\n").slice(0, 6) })}
      />
    </Part>
  );
}

export function WidgetSection({ agent, change }: Edit) {
  return (
    <Part title="The widget on your site">
      <div className="grid gap-5 md:grid-cols-2">
        <ColorField color={agent.brand_color} onChange={(brand_color) => change({ brand_color })} />
        <SitesField sites={agent.allowed_sites} onChange={(allowed_sites) => change({ allowed_sites })} />
      </div>
    </Part>
  );
}

function ColorField({ color, onChange }: { color: string; onChange: (color: string) => void }) {
  return (
    <div className="flex items-end gap-2">
      <input type="color" aria-label="Choose the brand color" value={color} onChange={(event) => onChange(event.target.value)} className="h-9 w-11 shrink-0 rounded-control border border-control bg-surface p-1" />
      <div className="flex-1"><TextField label="Brand color" pattern="#[0-9a-fA-F]{6}" value={color} onChange={(event) => onChange(event.target.value)} /></div>
    </div>
  );
}

function SitesField({ sites, onChange }: { sites: string[]; onChange: (sites: string[]) => void }) {
  const [text, setText] = useState(sites.join(", "));
  const change = (words: string) => {
    setText(words);
    onChange(words.split(/[\s,]+/).filter(Boolean));
  };
  return <TextField label="Allowed sites" placeholder="cedarrow.example, *.cedarrow.example" hint={sites.length ? "The widget opens only there." : "Empty: the widget opens on any site."} value={text} onChange={(event) => change(event.target.value)} />;
}

export function SafetySection({ agent, change }: Edit) {
  return (
    <Part title="Emergencies" about="The emergency screen is always on. It is decided by code, before and without any model.">
      <Select label="Numbers on the emergency card" options={withOwn(regions, agent.emergency_region)} value={agent.emergency_region} onChange={(event) => change({ emergency_region: event.target.value })} />
      <div><Chip>Clinical questions are always handed to a person</Chip></div>
    </Part>
  );
}
