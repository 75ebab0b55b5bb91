import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";

import { agents } from "../../api/client.ts";
import { actionsQuery, queryClient } from "../../api/queries.ts";
import type { Action, Rule } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { say } from "../../ui/toast.tsx";
import { ActionDialog } from "./action-dialog.tsx";

interface ActionsSectionProps {
  agentId: string;
  actions: Action[];
  rules: Rule[];
  isAdmin: boolean;
}

export function ActionsSection({ agentId, actions, rules, isAdmin }: ActionsSectionProps) {
  const [editing, setEditing] = useState<Action | "new" | null>(null);
  const removing = useMutation({
    mutationFn: agents.removeAction,
    onError: (error) => say(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: actionsQuery(agentId).queryKey }),
  });
  return (
    <div className="mt-12">
      <Section title="Details to collect" count={actions.length} aside={isAdmin && <Button look="quiet" icon={<Plus size={16} aria-hidden />} onClick={() => setEditing("new")}>New</Button>}>
        <ul className="border-t border-line">
          {actions.length === 0 && <li className="border-b border-line py-4 text-ink-2">Nothing yet. With details such as a name and a reference number, your team need not ask again. A rule can collect them before it hands off.</li>}
          {actions.map((action) => (
            <li key={action.id} className="flex min-h-[60px] items-center gap-4 border-b border-line py-2.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate text-read font-medium">{action.name}</span>
                <span className="block truncate text-small text-ink-2">{action.fields.map(({ label, required }) => (required ? label : `${label} (optional)`)).join(" · ")}</span>
              </span>
              <span className="text-small text-ink-2 max-md:hidden">{usedBy(action, rules)}</span>
              {isAdmin && <span className="flex gap-1"><Button onClick={() => setEditing(action)}>Edit</Button><Button look="quiet" onClick={() => removing.mutate(action.id)}>Remove</Button></span>}
            </li>
          ))}
        </ul>
      </Section>
      {editing && <ActionDialog agentId={agentId} action={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

function usedBy(action: Action, rules: Rule[]): string {
  const count = rules.filter(({ collect_first }) => collect_first.includes(action.id)).length;
  return count === 0 ? "in no rule yet" : count === 1 ? "in 1 rule" : `in ${count} rules`;
}
