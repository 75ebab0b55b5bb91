import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { useCommands, useKeyboard } from "../src/frame/commands.ts";

afterEach(cleanup);

function Desk({ did }: { did: string[] }) {
  useKeyboard(() => did.push("palette"));
  useCommands([
    { id: "next", label: "Next", group: "Inbox", keys: "j", run: () => did.push("next") },
    { id: "inbox", label: "Inbox", group: "Go to", keys: "g i", run: () => did.push("go to inbox") },
    { id: "info", label: "Context", group: "Inbox", keys: "i", run: () => did.push("context") },
  ]);
  return <textarea aria-label="Reply" />;
}

function presses(...keys: string[]): string[] {
  const did: string[] = [];
  render(<Desk did={did} />);
  for (const key of keys) fireEvent.keyDown(window.document.body, { key });
  return did;
}

test("a key does its command", () => {
  expect(presses("j", "j")).toEqual(["next", "next"]);
});

test("a sequence is one command, and its second key alone is another", () => {
  expect(presses("g", "i", "i")).toEqual(["go to inbox", "context"]);
});

test("typing is only typing", () => {
  const did: string[] = [];
  const { getByLabelText } = render(<Desk did={did} />);
  fireEvent.keyDown(getByLabelText("Reply"), { key: "j" });
  expect(did).toEqual([]);
});

test("the palette opens even while somebody is typing", () => {
  const did: string[] = [];
  const { getByLabelText } = render(<Desk did={did} />);
  fireEvent.keyDown(getByLabelText("Reply"), { key: "k", ctrlKey: true });
  expect(did).toEqual(["palette"]);
});

test("the browser's own shortcuts stay the browser's", () => {
  const did: string[] = [];
  render(<Desk did={did} />);
  fireEvent.keyDown(window.document.body, { key: "j", metaKey: true });
  expect(did).toEqual([]);
});
