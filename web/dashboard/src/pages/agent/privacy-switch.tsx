// The workspace's word on what may leave the server. It holds at once, not with the next publishing.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, type ReactNode } from "react";

import { agents } from "../../api/client.ts";
import { modelPolicyQuery, queryClient } from "../../api/queries.ts";
import type { ModelPolicy } from "../../api/shapes.ts";
import { Switch } from "../../ui/switch.tsx";
import { say } from "../../ui/toast.tsx";

export function PrivacySwitch({ isAdmin }: { isAdmin: boolean }) {
  const policy = useQuery(modelPolicyQuery);
  const setting = useMutation({
    mutationFn: (next: ModelPolicy) => agents.setPolicy(next),
    onSuccess: (saved) => {
      queryClient.setQueryData(modelPolicyQuery.queryKey, saved);
      say(saved.text_stays_here ? "No visitor text leaves this server now." : "Agents that are set to may ask their models again.");
    },
  });
  if (policy.isPending) return <div className="h-11 animate-pulse rounded-control bg-sunken" aria-label="Loading" />;
  if (policy.isError) return <p role="alert">The privacy setting could not be read. <button type="button" className="quiet-link" onClick={() => void policy.refetch()}>Try again</button></p>;
  const { text_stays_here, budget } = policy.data;
  return (
    <>
      <SwitchLine
        label="No visitor text leaves this server" on={text_stays_here} disabled={!isAdmin || setting.isPending}
        onChange={(on) => setting.mutate({ text_stays_here: on, budget })}
        about="For the whole workspace, from the next message on: every agent quotes the content, and questions are embedded on this server by the model that ships with it, whatever else is set."
      />
      {setting.error && <p role="alert" className="text-small">{setting.error.message}</p>}
    </>
  );
}

interface SwitchLineProps {
  label: string;
  about: ReactNode;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function SwitchLine({ label, about, on, disabled, onChange }: SwitchLineProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <span className="mt-1"><Switch label={label} on={on} disabled={disabled} onChange={onChange} /></span>
      <div id={id}><p className="font-medium" aria-hidden>{label}</p><p className="text-small text-ink-2">{about}</p></div>
    </div>
  );
}
