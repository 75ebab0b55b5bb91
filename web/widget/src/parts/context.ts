// What every part of the panel can reach: the verbs, and whether the panel is on screen.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Desk } from "../panel/desk";
import { type Keep } from "../live/keep";

export interface Reach {
  desk: Desk;
  /** For this browser tab only: what is being typed. */
  session: Keep;
  close(): void;
}

export const ReachContext = createContext<Reach | null>(null);

export function useReach(): Reach {
  return useContext(ReachContext)!;
}
