import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronLeft, Mails as MailsIcon } from "lucide-react";

import { mailsQuery } from "../../api/queries.ts";
import type { Mail } from "../../api/shapes.ts";
import { useSigned } from "../../frame/me.ts";
import { useNow } from "../../live/clock.ts";
import { Page } from "../../ui/page.tsx";
import { CopyButton } from "../../ui/small.tsx";
import { Empty, Failed, NotAllowed, SkeletonRows } from "../../ui/states.tsx";
import { ago, whenExactly } from "../../ui/times.ts";

const stateWords: Record<Mail["state"], string> = { waiting: "on its way", kept: "kept here, not sent", sent: "sent", failed: "refused" };

export default function OutboxPage() {
  const { isAdmin } = useSigned();
  const back = <Link to="/settings" className="mr-2 inline-flex items-center gap-1 font-normal text-ink-2 hover:text-ink"><ChevronLeft size={16} aria-hidden />Settings</Link>;
  return (
    <Page title={<>{back}Outbox</>} about="every mail about invitations">
      {isAdmin ? <Outbox /> : <NotAllowed>The outbox holds invitation links. Ask an admin of your workspace.</NotAllowed>}
    </Page>
  );
}

function Outbox() {
  const mails = useQuery(mailsQuery);
  if (mails.isPending) return <SkeletonRows />;
  if (mails.error) return <Failed error={mails.error} what="The outbox" onRetry={() => void mails.refetch()} />;
  if (mails.data.mails.length === 0) return <Empty icon={<MailsIcon size={24} strokeWidth={1.5} aria-hidden />} title="No mail has been written">Invitations appear here the moment they are made.</Empty>;
  return (
    <div className="max-w-[860px] px-8 pt-6 pb-16 max-md:px-4">
      {!mails.data.smtp && <p className="mb-4 rounded-card border border-line bg-sunken px-4 py-2.5">No mail server is set, so these mails were sent to nobody. Pass their links on yourself.</p>}
      <ul className="border-t border-line">{mails.data.mails.map((mail) => <MailLine key={mail.id} mail={mail} />)}</ul>
    </div>
  );
}

function MailLine({ mail }: { mail: Mail }) {
  const now = useNow();
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  return (
    <li className="border-b border-line">
      <details className="group">
        <summary className="flex min-h-14 items-center gap-4 py-2 marker:content-none">
          <span className="min-w-0 flex-1"><span className="block truncate font-medium">{mail.subject}</span><span className="block truncate text-small text-ink-2">to {mail.to}</span></span>
          <span className="text-small text-ink-2">{stateWords[mail.state] ?? mail.state}{mail.error && `: ${mail.error}`}</span>
          <time className="w-24 text-right text-small text-ink-3" dateTime={mail.at} title={whenExactly(mail.at)}>{ago(mail.at, now)}</time>
        </summary>
        <div className="mb-4 rounded-card border border-line bg-surface px-4 py-3">
          <p className="whitespace-pre-wrap">{mail.text}</p>
          {link && <div className="mt-3"><CopyButton text={() => link} done="Link copied">Copy link</CopyButton></div>}
        </div>
      </details>
    </li>
  );
}
