// Views and list, thread, context: side by side where there is room, one after the other on a phone.
import { VIEWS, type View } from "@deskbell/shared/live-state";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { MousePointerClick } from "lucide-react";
import { useState } from "react";

import { AvailabilityMenu } from "../../frame/availability.tsx";
import { useCommands } from "../../frame/commands.ts";
import { WorkspaceSwitcher } from "../../frame/workspace-switcher.tsx";
import { useDesk } from "../../live/store.ts";
import { Key } from "../../ui/small.tsx";
import { Empty } from "../../ui/states.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { ContextPane } from "./context.tsx";
import { ConversationList, ViewTabs, viewNames } from "./conversation-list.tsx";
import { ThreadPane } from "./thread.tsx";

const CONTEXT_KEY = "deskbell.context";

export default function InboxPage() {
  const { conversationId } = useParams({ strict: false });
  const { view } = useSearch({ from: "/_frame/inbox" });
  const isPhone = useMedia("(max-width: 767.98px)");
  const navigate = useNavigate();
  useCommands(VIEWS.map((name: View) => ({
    id: `view-${name}`, label: viewNames[name], group: "Inbox views", run: () => void navigate({ to: "/inbox", search: { view: name } }),
  })));
  return (
    <div className="flex h-full min-h-0">
      {(!isPhone || !conversationId) && (
        <section aria-label="Inbox" className="flex w-[360px] shrink-0 flex-col border-r border-line max-md:w-full max-md:border-r-0 md:max-lg:w-[300px]">
          <header className="flex h-14 shrink-0 items-center justify-between pr-3 pl-5">
            <h1 className="text-title font-semibold max-md:text-head">Inbox</h1>
            <span className="flex items-center gap-1 md:hidden"><WorkspaceSwitcher /><AvailabilityMenu isBare /></span>
          </header>
          <ViewTabs view={view} />
          <ConversationList key={view} view={view} openId={conversationId} />
        </section>
      )}
      {conversationId ? <OpenConversation key={conversationId} id={conversationId} view={view} isPhone={isPhone} /> : !isPhone && <NothingOpen />}
    </div>
  );
}

function OpenConversation({ id, view, isPhone }: { id: string; view: View; isPhone: boolean }) {
  const isWide = useMedia("(min-width: 1100px)");
  const [isOpen, setOpen] = useState(() => isWide && localStorage.getItem(CONTEXT_KEY) !== "closed");
  const row = useDesk((desk) => desk.live.rows[id]);
  const thread = useDesk((desk) => desk.live.threads[id]);
  const toggle = () => {
    if (isWide) localStorage.setItem(CONTEXT_KEY, isOpen ? "closed" : "open");
    setOpen(!isOpen);
  };
  useCommands([{ id: "context", label: isOpen ? "Hide the context" : "Show the context", group: "Inbox", keys: "i", run: toggle }]);
  const context = isOpen && row && thread ? <ContextPane row={row} thread={thread} onBack={toggle} /> : null;
  if (isPhone && context) return context;
  return (
    <>
      <ThreadPane id={id} view={view} isContextOpen={isOpen} onContext={toggle} />
      {context && <div className="w-[320px] shrink-0 border-l border-line md:max-lg:absolute md:max-lg:inset-y-0 md:max-lg:right-0 md:max-lg:z-20 md:max-lg:shadow-float">{context}</div>}
    </>
  );
}

function NothingOpen() {
  return (
    <div className="flex flex-1 items-center justify-center bg-surface">
      <Empty icon={<MousePointerClick size={24} strokeWidth={1.5} aria-hidden />} title="Choose a conversation">
        <span className="inline-flex flex-wrap items-center justify-center gap-1.5">
          <Key>J</Key> and <Key>K</Key> move through the list, <Key>T</Key> takes over, <Key>?</Key> shows every key.
        </span>
      </Empty>
    </div>
  );
}
