// Where the panel keeps things between visits: the browser's storage, or memory when storage is blocked.

export interface Keep {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
  names(): string[];
}

export function keepIn(storage: () => Storage): Keep {
  try {
    const found = storage();
    found.setItem("deskbell:probe", "1");
    found.removeItem("deskbell:probe");
    return falling(found);
  } catch {
    return inMemory();
  }
}

export function inMemory(): Keep {
  const kept = new Map<string, string>();
  return {
    get: (name) => kept.get(name) ?? null,
    set: (name, value) => void kept.set(name, value),
    remove: (name) => void kept.delete(name),
    names: () => [...kept.keys()],
  };
}

/** A full disk or a withdrawn permission must not stop a message from being sent: such values stay in memory. */
function falling(storage: Storage): Keep {
  const rest = inMemory();
  return {
    get: (name) => rest.get(name) ?? storage.getItem(name),
    set: (name, value) => {
      try {
        storage.setItem(name, value);
        rest.remove(name);
      } catch {
        rest.set(name, value);
      }
    },
    remove: (name) => {
      rest.remove(name);
      storage.removeItem(name);
    },
    names: () => [...new Set([...Object.keys(storage), ...rest.names()])],
  };
}
