import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { useQuery } from "@tanstack/react-query";

import { actionsQuery } from "../../api/queries.ts";
import type { Finding, Fix, Rules } from "../../api/shapes.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { ofPreset } from "./editing/drafts.ts";
import { useRuleChanges } from "./use-rule-changes.ts";

interface FindingsProps {
  agentId: string;
  rules: Rules;
  findings: Finding[];
  isAdmin: boolean;
}

/** What is likely wrong with the rules, each with its fix in one click. */
export function Findings({ agentId, rules, findings, isAdmin }: FindingsProps) {
  const [editing, setEditing] = useState<string | null>(null);
  const actions = useQuery(actionsQuery(agentId));
  const fix = useFix(agentId, rules, setEditing);
  if (findings.length === 0) return null;
  const action = actions.data?.find(({ id }) => id === editing);
  return (
    <ul className="px-4 pb-3">
      {findings.map((finding) => (
        <li key={finding.code + (finding.rule_id ?? "")} className="flex items-start gap-2.5 py-0.5 pl-[26px] text-ink-2">
          <CircleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
          <span>
            {finding.sentence} {isAdmin && <button type="button" className="quiet-link ml-1" onClick={() => fix(finding.fix)}>{finding.fix.label}</button>}
          </span>
        </li>
      ))}
      {action && <ActionDialog agentId={agentId} action={action} onClose={() => setEditing(null)} />}
    </ul>
  );
}

function useFix(agentId: string, rules: Rules, editAction: (id: string) => void): (fix: Fix) => void {
  const { add, change, remove, order } = useRuleChanges(agentId);
  return (fix) => {
    switch (fix.kind) {
      case "add_preset": {
        const preset = rules.presets.find(({ key }) => key === fix.preset);
        if (preset) add.mutate(ofPreset(preset));
        return;
      }
      case "enable_rule":
        return change.mutate({ id: fix.rule_id, changes: { enabled: true } });
      case "delete_rule": {
        const rule = rules.rules.find(({ id }) => id === fix.rule_id);
        if (rule) remove.mutate(rule);
        return;
      }
      case "collect_first":
        return change.mutate({ id: fix.rule_id, changes: { collect_first: [fix.action_id] } });
      case "set_threshold":
        return change.mutate({ id: fix.rule_id, changes: { when: { kind: "confidence_below", threshold: fix.threshold } } });
      case "edit_action":
        return editAction(fix.action_id);
      case "move_before": {
        const others = rules.rules.map(({ id }) => id).filter((id) => id !== fix.rule_id);
        return order.mutate(others.flatMap((id) => (id === fix.before_rule_id ? [fix.rule_id, id] : [id])));
      }
    }
  };
}
