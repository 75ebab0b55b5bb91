// The places of the product: rail, phone bar, palette and "g" keys read this list.
import { BookOpen, Inbox, Settings, Split, Users } from "lucide-react";
import type { ReactNode } from "react";

import { AgentOutline } from "../ui/glyphs.tsx";

export interface Place {
  to: "/inbox" | "/content" | "/agent" | "/rules" | "/team" | "/settings";
  name: string;
  key: string;
  icon: ReactNode;
}

const icon = { size: 20, strokeWidth: 1.6, "aria-hidden": true } as const;

export const PLACES: Place[] = [
  { to: "/inbox", name: "Inbox", key: "g i", icon: <Inbox {...icon} /> },
  { to: "/content", name: "Content", key: "g c", icon: <BookOpen {...icon} /> },
  { to: "/agent", name: "Agent", key: "g a", icon: <AgentOutline /> },
  { to: "/rules", name: "Rules", key: "g r", icon: <Split {...icon} className="rotate-0" /> },
  { to: "/team", name: "Team", key: "g t", icon: <Users {...icon} /> },
  { to: "/settings", name: "Settings", key: "g s", icon: <Settings {...icon} /> },
];
