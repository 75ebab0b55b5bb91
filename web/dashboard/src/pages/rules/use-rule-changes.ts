import { useMutation } from "@tanstack/react-query";

import { agents } from "../../api/client.ts";
import { queryClient, rulesQuery } from "../../api/queries.ts";
import type { NewRule, Rule, RuleDraft, Rules } from "../../api/shapes.ts";
import { say } from "../../ui/toast.tsx";

/** Every change of a rule: shown at once, taken back with a sentence when the server refuses. */
export function useRuleChanges(agentId: string) {
  const { queryKey } = rulesQuery(agentId);
  const settled = () => queryClient.invalidateQueries({ queryKey });
  const onError = (error: Error) => say(error.message);
  const show = (change: (rules: Rules) => Rules) => queryClient.setQueryData<Rules>(queryKey, (rules) => rules && change(rules));
  const add = useMutation({ mutationFn: (rule: NewRule) => agents.addRule(agentId, rule), onError, onSettled: settled });
  const change = useMutation({
    mutationFn: ({ id, changes }: { id: string; changes: Partial<RuleDraft> }) => agents.changeRule(id, changes),
    onMutate: ({ id, changes }) => show((page) => ({ ...page, rules: page.rules.map((rule) => (rule.id === id ? { ...rule, ...changes } : rule)) })),
    onError,
    onSettled: settled,
  });
  const remove = useMutation({
    mutationFn: (rule: Rule) => agents.removeRule(rule.id),
    onMutate: (rule) => show((page) => ({ ...page, rules: page.rules.filter(({ id }) => id !== rule.id) })),
    onSuccess: (_, rule) => say("Rule removed.", { label: "Undo", act: () => add.mutate(asItWas(rule)) }),
    onError,
    onSettled: settled,
  });
  const order = useMutation({
    mutationFn: (ids: string[]) => agents.orderRules(agentId, ids),
    onMutate: (ids) => show((page) => ({ ...page, rules: [...page.rules].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) })),
    onError,
    onSettled: settled,
  });
  return { add, change, remove, order };
}

export function draftOf({ when, collect_first, label, priority, enabled, says }: Rule): RuleDraft {
  return { when, collect_first, label, priority, enabled, says };
}

function asItWas(rule: Rule): NewRule {
  return { ...draftOf(rule), position: rule.position, restored: { id: rule.id, version: rule.version } };
}

export type RuleChanges = ReturnType<typeof useRuleChanges>;
