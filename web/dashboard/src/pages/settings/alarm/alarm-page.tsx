import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { useState } from "react";

import { alarm } from "../../../api/client.ts";
import { alarmQuery, queryClient } from "../../../api/queries.ts";
import type { Alarm, Ladder } from "../../../api/shapes.ts";
import { notify, sound, unlock } from "../../../frame/alarm/device.ts";
import { useSigned } from "../../../frame/me.ts";
import { Button } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { CopyButton } from "../../../ui/small.tsx";
import { Failed, NotAllowed, SkeletonRows } from "../../../ui/states.tsx";
import { say } from "../../../ui/toast.tsx";
import { CallList } from "./call-list.tsx";
import { LadderForm } from "./ladder-form.tsx";
import { answeredWords } from "./words.ts";

export default function AlarmPage() {
  const { isAdmin } = useSigned();
  const back = <Link to="/settings" className="mr-2 inline-flex items-center gap-1 font-normal text-ink-2 hover:text-ink"><ChevronLeft size={16} aria-hidden />Settings</Link>;
  return (
    <Page title={<>{back}Alarm</>} about="until somebody acknowledges an emergency">
      {isAdmin ? <Loaded /> : <NotAllowed>Who is called in an emergency is set by the admins of your workspace. Sound and notifications of this device are behind your face at the bottom left.</NotAllowed>}
    </Page>
  );
}

function Loaded() {
  const read = useQuery(alarmQuery);
  if (read.isPending) return <SkeletonRows />;
  if (!read.data) return <Failed error={read.error} what="The alarm" onRetry={() => void read.refetch()} />;
  return <AlarmSettings shown={read.data} />;
}

function AlarmSettings({ shown }: { shown: Alarm }) {
  const [secret, setSecret] = useState<string | null>(null);
  const saving = useMutation({
    mutationFn: ({ ladder, renew }: { ladder: Ladder; renew?: boolean }) => alarm.change(ladder, renew),
    onSuccess: (saved) => {
      queryClient.setQueryData(alarmQuery.queryKey, { ...saved, new_secret: null });
      setSecret(saved.new_secret);
      say("Saved. It holds for emergencies from now on.");
    },
  });
  return (
    <div className="flex max-w-[680px] flex-col gap-8 px-8 pt-6 pb-16 max-md:px-4">
      <p className="text-read">
        When a visitor’s words sound like an emergency, every open page of your team rings at once, and again and again, until a named member acknowledges it. These steps are for those who have no page open. Nothing that is sent says who wrote, or a word of it.
      </p>
      {!shown.has_mail_server && <p role="note" className="rounded-card border border-line bg-sunken px-4 py-2.5"><b className="font-semibold">No mail server is set, so these mails reach nobody.</b> Ask whoever runs this server to set one, or use the webhook.</p>}
      <LadderForm key={JSON.stringify(shown.ladder)} kept={shown.ladder} isSaving={saving.isPending} problem={saving.error?.message ?? null} onSave={(ladder) => saving.mutate({ ladder })} onRenew={() => saving.mutate({ ladder: shown.ladder, renew: true })} />
      {secret && <Secret secret={secret} onSeen={() => setSecret(null)} />}
      <Tried shown={shown} />
      <section>
        <h2 className="font-medium">How soon somebody answered</h2>
        <p className="text-ink-2">{answeredWords(shown.answered)}</p>
      </section>
    </div>
  );
}

function Secret({ secret, onSeen }: { secret: string; onSeen: () => void }) {
  return (
    <section aria-label="The webhook’s secret" className="rounded-card border border-line-strong bg-surface px-4 py-3">
      <h2 className="font-medium">The webhook’s secret, shown this once</h2>
      <p className="text-small text-ink-2">Your server checks the signature of each call with it (Standard Webhooks). Keep it where you keep passwords.</p>
      <code className="mt-2 block rounded-control bg-sunken px-2.5 py-1.5 break-all">{secret}</code>
      <div className="mt-3 flex gap-2"><CopyButton text={() => secret} /><Button look="quiet" onClick={onSeen}>I have kept it</Button></div>
    </section>
  );
}

function Tried({ shown }: { shown: Alarm }) {
  const testing = useMutation({ mutationFn: alarm.test, onSuccess: () => {
    void unlock().then(sound);
    notify(() => undefined, true);
    return queryClient.invalidateQueries({ queryKey: alarmQuery.queryKey });
  } });
  return (
    <section>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-medium">Try it</h2>
          <p className="text-small text-ink-2">Rings here, mails you and the contact, and calls the webhook, all marked TEST. Nobody else hears of it.</p>
        </div>
        <Button busy={testing.isPending} onClick={() => testing.mutate()}>Send a TEST</Button>
      </div>
      {testing.error && <p role="alert" className="mt-2">{testing.error.message}</p>}
      <CallList calls={shown.calls} />
    </section>
  );
}
