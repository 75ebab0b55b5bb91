// Which message somebody asks about: the thread, its lines and the drawer read the same small store.
import { useSyncExternalStore } from "react";

export interface Asked {
  conversationId: string;
  messageId: string;
}

let asked: Asked | null = null;
const listeners = new Set<() => void>();

export function askWhy(about: Asked | null): void {
  asked = about;
  listeners.forEach((tell) => tell());
}

export function useAsked(): Asked | null {
  return useSyncExternalStore((listener) => (listeners.add(listener), () => listeners.delete(listener)), () => asked);
}
