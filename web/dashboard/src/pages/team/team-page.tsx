import { useQuery } from "@tanstack/react-query";

import { mailsQuery, membersQuery } from "../../api/queries.ts";
import { useSigned } from "../../frame/me.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Failed, SkeletonRows } from "../../ui/states.tsx";
import { Invitations } from "./invitations.tsx";
import { InviteForm } from "../../parts/invite-form.tsx";
import { MemberTable } from "./member-table.tsx";

export default function TeamPage() {
  const { workspace, isAdmin } = useSigned();
  const members = useQuery(membersQuery);
  const mails = useQuery({ ...mailsQuery, enabled: isAdmin });
  return (
    <Page title="Team" about={workspace.name}>
      {members.isPending && <SkeletonRows />}
      {members.error && <Failed error={members.error} what="The team" onRetry={() => void members.refetch()} />}
      {members.data && (
        <div className="max-w-[1320px] px-8 pt-6 pb-16 max-md:px-4">
          {isAdmin ? <InviteForm role={workspace.role} /> : <p className="mb-6 text-ink-2">Admins and owners invite people and change roles.</p>}
          {isAdmin && <Invitations invitations={members.data.invitations.filter(({ state }) => state === "pending" || state === "expired")} hasMailServer={mails.data?.smtp ?? true} />}
          <Section title="Members" count={members.data.members.length}>
            <MemberTable members={members.data.members} myId={workspace.member_id} myRole={workspace.role} />
          </Section>
        </div>
      )}
    </Page>
  );
}
