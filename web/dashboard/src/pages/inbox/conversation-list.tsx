import { VIEWS, type View } from "@deskbell/shared/live-state";
import { rowsOf } from "@deskbell/shared/views";
import type { Conversation } from "@deskbell/shared/wire";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Bell, BellOff, CheckCheck, Inbox, MessageSquareOff, type LucideIcon } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";

import { agentsQuery } from "../../api/queries.ts";
import { useCommands } from "../../frame/commands.ts";
import { useSigned } from "../../frame/me.ts";
import { useNow } from "../../live/clock.ts";
import { loadView } from "../../live/line.ts";
import { useDesk } from "../../live/store.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Empty, Failed, SkeletonRows } from "../../ui/states.tsx";
import { ConversationRow } from "./conversation-row.tsx";

export const viewNames: Record<View, string> = { needs_person: "Needs a person", mine: "Mine", agent: "Agent", open: "Open", closed: "Closed" };

export function ViewTabs({ view }: { view: View }) {
  const counts = useDesk((desk) => desk.live.counts);
  return (
    <nav aria-label="Views" className="flex shrink-0 items-end gap-3.5 border-b border-line px-5 max-md:gap-2 max-md:overflow-x-auto max-md:pb-3 max-md:[scrollbar-width:none]">
      {VIEWS.map((name) => {
        const shown = (name === "needs_person" || name === "mine") && counts[name] > 0;
        return (
          <Link
            key={name}
            to="/inbox"
            search={{ view: name }}
            aria-current={name === view ? "page" : undefined}
            title={`${counts[name]} in ${viewNames[name]}`}
            className={cx(
              "-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-small font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink",
              "max-md:mb-0 max-md:rounded-full max-md:border max-md:border-line-strong! max-md:px-3.5 max-md:aria-[current=page]:bg-ink max-md:aria-[current=page]:text-on-ink",
            )}
          >
            {viewNames[name]}
            {shown && <span className={cx("numbers", name === "needs_person" ? "font-semibold text-brass max-md:text-current" : "font-normal text-ink-3 max-md:text-current")}>{counts[name]}</span>}
          </Link>
        );
      })}
    </nav>
  );
}

/** The row that is open keeps its place when it leaves the view, until another is opened. */
function useShownRows(view: View, openId: string | undefined): Conversation[] {
  const live = useDesk((desk) => desk.live);
  const before = useRef<{ view: View; ids: string[] }>({ view, ids: [] });
  // The order that was shown last is a hint about where the row stood, never a truth to render from.
  /* eslint-disable react-hooks/refs */
  const shown = useMemo(() => {
    const rows = rowsOf(live, view);
    const kept = openId && before.current.view === view ? live.rows[openId] : undefined;
    const at = openId ? before.current.ids.indexOf(openId) : -1;
    if (!kept || at < 0 || rows.some(({ id }) => id === openId)) return rows;
    return [...rows.slice(0, at), kept, ...rows.slice(at)];
  }, [live, view, openId]);
  /* eslint-enable react-hooks/refs */
  useEffect(() => {
    before.current = { view, ids: shown.map(({ id }) => id) };
  }, [view, shown]);
  return shown;
}

export function ConversationList({ view, openId }: { view: View; openId: string | undefined }) {
  const rows = useShownRows(view, openId);
  const loaded = useDesk((desk) => desk.live.views[view]);
  const [error, setError] = useState<unknown>(null);
  const load = (cursor: string | null) => {
    setError(null);
    loadView(view, cursor).catch(setError);
  };
  const isLoaded = loaded !== undefined;
  useEffect(() => {
    if (!isLoaded) loadView(view).catch(setError);
  }, [view, isLoaded]);
  useRowKeys(rows, view, openId);
  if (!isLoaded && error) return <Failed error={error} what="The list" onRetry={() => load(null)} />;
  if (!isLoaded) return <SkeletonRows rows={7} />;
  if (rows.length === 0) return <EmptyView view={view} />;
  return <VirtualRows rows={rows} view={view} openId={openId} more={loaded.next_cursor} error={error} onMore={load} />;
}

function useRowKeys(rows: Conversation[], view: View, openId: string | undefined): void {
  const navigate = useNavigate();
  const move = (step: 1 | -1) => {
    const at = rows.findIndex(({ id }) => id === openId);
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next) void navigate({ to: "/inbox/$conversationId", params: { conversationId: next.id }, search: { view } });
  };
  useCommands([
    { id: "next", label: "Next conversation", group: "Inbox", keys: "j", keysOnly: true, run: () => move(1) },
    { id: "previous", label: "Previous conversation", group: "Inbox", keys: "k", keysOnly: true, run: () => move(-1) },
  ]);
}

interface VirtualRowsProps {
  rows: Conversation[];
  view: View;
  openId: string | undefined;
  more: string | null;
  error: unknown;
  onMore: (cursor: string | null) => void;
}

function VirtualRows({ rows, view, openId, more, error, onMore }: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const asked = useRef<string | null>(null);
  const { workspace, name } = useSigned();
  const read = useDesk((desk) => desk.live.read);
  const now = useNow();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 85,
    overscan: 8,
    getItemKey: (index) => rows[index]!.id,
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const openIndex = rows.findIndex(({ id }) => id === openId);
  useEffect(() => {
    if (openIndex >= 0) virtual.scrollToIndex(openIndex, { align: "auto" });
    // Only when another conversation is opened: news must not move the list under the reader.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openId]);
  useEffect(() => {
    if (!more || error || lastShown < rows.length - 10 || asked.current === more) return;
    asked.current = more;
    onMore(more);
  }, [more, error, lastShown, rows.length, onMore]);
  return (
    <div ref={scroller} className="page-scroll min-h-0 flex-1" role="region" aria-label={viewNames[view]} tabIndex={-1}>
      <div style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {shown.map(({ key, index, start }) => {
          const row = rows[index]!;
          return (
            <div key={key} data-index={index} ref={virtual.measureElement} style={{ position: "absolute", insetInline: 0, top: 0, transform: `translateY(${start}px)` }}>
              <ConversationRow row={row} view={view} readSeq={read[row.id] ?? 0} now={now} memberId={workspace.member_id} me={name} isOpen={row.id === openId} />
            </div>
          );
        })}
      </div>
      {Boolean(error) && more && <p className="p-4 text-center text-ink-2">The next page did not arrive. <Button onClick={() => onMore(more)}>Try again</Button></p>}
    </div>
  );
}

const empties: Record<View, { icon: LucideIcon; title: string; words: string }> = {
  needs_person: { icon: Bell, title: "Nobody is waiting", words: "When a visitor needs a person, the conversation appears here and the bell rings." },
  mine: { icon: Inbox, title: "You hold no conversation", words: "Take one over from “Needs a person” and it stays here until you close it." },
  agent: { icon: BellOff, title: "The agent has nothing to do", words: "Conversations that the agent is answering alone are listed here." },
  open: { icon: MessageSquareOff, title: "No open conversations", words: "Try your widget: the Agent page has a playground and the line of code for your site." },
  closed: { icon: CheckCheck, title: "Nothing is closed yet", words: "Closed conversations are kept here. A visitor who writes again reopens theirs." },
};

function EmptyView({ view }: { view: View }) {
  const { icon: Icon, title, words } = empties[view];
  const { isAdmin } = useSigned();
  const agents = useQuery(agentsQuery);
  if (agents.data?.length === 0 && isAdmin) {
    return <Empty icon={<Bell size={24} strokeWidth={1.5} aria-hidden />} title="No visitor can write yet" action={<Link to="/welcome"><Button look="primary">Finish the set-up</Button></Link>}>Make an agent and put its line of code on your site. Then conversations appear here.</Empty>;
  }
  return <Empty icon={<Icon size={24} strokeWidth={1.5} aria-hidden />} title={title} action={view === "open" ? <><Link to="/agent"><Button>Open the playground</Button></Link><Link to="/settings/check"><Button>Run the set-up check</Button></Link></> : null}>{words}</Empty>;
}
