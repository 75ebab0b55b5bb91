// One value that changes, and those who draw it.
import { useEffect, useState } from "preact/hooks";

export class Store<Value> {
  private readonly listeners = new Set<() => void>();

  constructor(public value: Value) {}

  change(next: (value: Value) => Value): void {
    const value = next(this.value);
    if (value === this.value) return;
    this.value = value;
    for (const listen of this.listeners) listen();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

export function useStore<Value>(store: Store<Value>): Value {
  const [value, draw] = useState(store.value);
  useEffect(() => {
    draw(store.value);
    return store.listen(() => draw(store.value));
  }, [store]);
  return value;
}
