import { Dialog } from "../ui/dialog.tsx";
import { Key } from "../ui/small.tsx";
import { useAllCommands, type Command } from "./commands.ts";

export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const commands = useAllCommands().filter(({ keys }) => keys);
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <Dialog open wide title="Keyboard shortcuts" onClose={onClose}>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="mb-1 text-meta text-ink-3">{group}</h3>
            <ul>{commands.filter((command) => command.group === group).map((command) => <Line key={command.id} command={command} />)}</ul>
          </section>
        ))}
      </div>
      <p className="mt-5 text-small text-ink-2">In the composer, <Key>⌘</Key> <Key>↵</Key> sends, <Key>/</Key> finds a saved reply and <Key>Esc</Key> leaves it. On Windows and Linux, Ctrl stands for ⌘.</p>
    </Dialog>
  );
}

function Line({ command }: { command: Command }) {
  return (
    <li className="flex items-center justify-between gap-4 border-b border-line py-1.5">
      <span>{command.label}</span>
      <span className="flex gap-1">{command.keys!.split(" ").map((key, index) => <Key key={index}>{key === "Mod+k" ? "⌘K" : key.toUpperCase()}</Key>)}</span>
    </li>
  );
}
