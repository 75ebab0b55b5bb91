// Everything that can be done from the keyboard, in one register: keys, palette and the shortcut sheet read the same list.
import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Command {
  id: string;
  label: string;
  group: string;
  /** "j", "?", or a sequence: "g i". */
  keys?: string;
  /** Moving by one row makes no sense in a palette. */
  keysOnly?: boolean;
  run: () => void;
}

const lists = new Map<object, Command[]>();
let all: Command[] = [];
const listeners = new Set<() => void>();

function publish(): void {
  all = [...lists.values()].flat();
  listeners.forEach((tell) => tell());
}

/** Offers commands while the component is on screen. */
export function useCommands(commands: Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const signature = commands.map(({ id, label }) => `${id}:${label}`).join("|");
  useEffect(() => {
    const token = {};
    const run = (id: string) => () => latest.current.find((command) => command.id === id)?.run();
    lists.set(token, latest.current.map((command) => ({ ...command, run: run(command.id) })));
    publish();
    return () => {
      lists.delete(token);
      publish();
    };
  }, [signature]);
}

export function useAllCommands(): Command[] {
  return useSyncExternalStore((listener) => (listeners.add(listener), () => listeners.delete(listener)), () => all);
}

const SEQUENCE_MS = 1_200;

/** Listens to the whole page. Typing in a field, an open dialog and browser shortcuts are left alone. */
export function useKeyboard(openPalette: () => void): void {
  useEffect(() => {
    let first = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        return openPalette();
      }
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      const pressed = first ? `${first} ${event.key}` : event.key;
      const command = all.findLast(({ keys }) => keys === pressed);
      clearTimeout(timer);
      if (command) {
        first = "";
        event.preventDefault();
        return command.run();
      }
      first = all.some(({ keys }) => keys?.startsWith(`${event.key} `)) ? event.key : "";
      timer = setTimeout(() => (first = ""), SEQUENCE_MS);
    };
    window.addEventListener("keydown", listen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", listen);
    };
  }, [openPalette]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="dialog"],[role="menu"]') !== null;
}
