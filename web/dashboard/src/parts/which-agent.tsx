// Most workspaces have one agent. With several, the pages about an agent show which one, and remember it.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { ChevronDown } from "lucide-react";

import { agentsQuery } from "../api/queries.ts";
import type { Agent } from "../api/shapes.ts";
import { Button } from "../ui/button.tsx";
import { AgentGlyph } from "../ui/glyphs.tsx";
import { Menu, MenuChoice } from "../ui/menu.tsx";
import { Empty, Failed, SkeletonRows } from "../ui/states.tsx";

const KEY = "deskbell.agent";

interface WithAgentProps {
  children: (agent: Agent, picker: ReactNode) => ReactNode;
}

export function WithAgent({ children }: WithAgentProps) {
  const agents = useQuery(agentsQuery);
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY));
  if (agents.isPending) return <SkeletonRows rows={6} className="pt-14" />;
  if (agents.error) return <Failed error={agents.error} what="The agent" onRetry={() => void agents.refetch()} />;
  const agent = agents.data.find(({ id }) => id === chosen) ?? agents.data[0];
  if (!agent) return <NoAgent />;
  const choose = (id: string) => {
    localStorage.setItem(KEY, id);
    setChosen(id);
  };
  const picker = agents.data.length > 1 ? <Picker agents={agents.data} agent={agent} onChoose={choose} /> : null;
  return <div key={agent.id} className="h-full">{children(agent, picker)}</div>;
}

function Picker({ agents, agent, onChoose }: { agents: Agent[]; agent: Agent; onChoose: (id: string) => void }) {
  return (
    <Menu trigger={<Button look="quiet" icon={<AgentGlyph size={18} />}>{agent.name} <ChevronDown size={14} aria-hidden /></Button>}>
      {agents.map(({ id, name }) => <MenuChoice key={id} chosen={id === agent.id} onSelect={() => onChoose(id)}>{name}</MenuChoice>)}
    </Menu>
  );
}

function NoAgent() {
  return (
    <Empty icon={<AgentGlyph size={32} />} title="There is no agent yet" action={<Link to="/welcome"><Button look="primary">Create the agent</Button></Link>}>
      The agent answers your visitors from your content, and rings for a person when one is needed.
    </Empty>
  );
}
