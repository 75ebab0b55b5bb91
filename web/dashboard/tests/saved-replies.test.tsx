import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useRef, useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { SavedReply } from "../src/api/shapes.ts";
import { filled, matching, putIn, slashAt, unknownPlaceholder } from "../src/parts/saved-replies/filling.ts";
import { row } from "./example.ts";

const REPLIES: SavedReply[] = ["Refund on its way", "Greeting", "Ask for the reference number"].map((name, index) => ({
  id: `r${index}`, name, text: name === "Greeting" ? "Hi {visitor}, this is {my name} from {workspace}." : `Words of ${name}.`, uses: 3 - index, used_at: null, changed_by: "Ada", changed_at: "2026-03-02T15:00:00Z",
}));

vi.mock("@tanstack/react-query", async (real) => ({ ...(await real<object>()), useQuery: () => ({ data: REPLIES, isPending: false, error: null }) }));
vi.mock("@tanstack/react-router", async (real) => ({ ...(await real<object>()), Link: () => null }));
vi.mock("../src/frame/me.ts", () => ({ useSigned: () => ({ name: "Priya Shah", workspace: { name: "Cedar Row" } }) }));
const { Composer } = await import("../src/pages/inbox/composer.tsx");

beforeEach(() => {
  localStorage.clear();
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal("fetch", vi.fn(async () => new Response(null, { status: 204 })));
});
afterEach(cleanup);

function Writing({ visitor }: { visitor: string }) {
  const [text, setText] = useState("");
  return <Composer row={row({ state: "waiting", visitor_name: visitor })} memberId="ben" mode="reply" text={text} field={useRef<HTMLTextAreaElement>(null)} onMode={() => {}} onText={setText} onSend={() => {}} />;
}

function types(text: string): HTMLTextAreaElement {
  const field = screen.getByRole<HTMLTextAreaElement>("textbox");
  field.focus();
  fireEvent.change(field, { target: { value: text, selectionStart: text.length } });
  return field;
}

const options = () => screen.queryAllByRole("option").map((option) => option.firstChild?.textContent);

test("placeholders are filled in, a visitor without a name is greeted all the same, and other braces stay", () => {
  const names = { visitor: "Marisol", me: "Priya", workspace: "Cedar Row" };
  expect(filled("Hi {visitor}, {my name} of {workspace}. { visitor }! {x}", names)).toBe("Hi Marisol, Priya of Cedar Row. Marisol! {x}");
  expect(filled("Hi {visitor}", { ...names, visitor: null })).toBe("Hi there");
  expect([unknownPlaceholder("Hi {visitor}"), unknownPlaceholder("Hi {vistor}"), unknownPlaceholder("{}")]).toEqual([null, "{vistor}", "{}"]);
});

test.each([
  ["/", 1, 0], ["/ref", 4, 0], ["Hello /ref", 10, 6], ["Hello\n/", 7, 6], ["Hello /ref", 5, -1],
  ["and/or", 6, -1], ["/ref ", 5, -1], ["", 0, -1], ["https://x.example/a", 19, -1],
])("a slash asks only at the start of a line or after a space: %j at %i", (text, cursor, at) => {
  expect(slashAt(text, cursor)).toBe(at);
});

test("names that begin with the words come first, then names that hold them, then texts", () => {
  expect(matching(REPLIES, "re").map(({ id }) => id)).toEqual(["r0", "r1", "r2"]);
  expect(matching(REPLIES, "REFERENCE").map(({ id }) => id)).toEqual(["r2"]);
  expect(matching(REPLIES, "words").map(({ id }) => id)).toEqual(["r0", "r2"]);
  expect(matching(REPLIES, "nothing")).toEqual([]);
  expect(putIn("Hello /gre, bye", 6, 10, "there")).toEqual({ text: "Hello there, bye", cursor: 11 });
});

test("slash, words, Enter: the reply stands in the composer as it will be sent", async () => {
  render(<Writing visitor="Marisol Vega" />);
  const field = types("Thanks. /gr");
  await waitFor(() => expect(options()).toEqual(["Greeting"]));
  fireEvent.keyDown(field, { key: "Enter" });
  await waitFor(() => expect(field.value).toBe("Thanks. Hi Marisol, this is Priya from Cedar Row."));
  expect(field.selectionStart).toBe(field.value.length);
  expect(options()).toEqual([]);
});

test("arrows choose, Escape closes and leaves the words alone", async () => {
  render(<Writing visitor="Visitor 7147" />);
  const field = types("/");
  await waitFor(() => expect(options()).toHaveLength(3));
  fireEvent.keyDown(field, { key: "ArrowDown" });
  expect(field.getAttribute("aria-activedescendant")).toBe("saved-reply-r1");
  fireEvent.keyDown(field, { key: "Escape" });
  expect(options()).toEqual([]);
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe("/");
  types("");
  types("/gree");
  await waitFor(() => expect(options()).toEqual(["Greeting"]));
  fireEvent.click(screen.getByRole("option"));
  await waitFor(() => expect(field.value).toBe("Hi there, this is Priya from Cedar Row."));
});

test("the button asks as the slash does; a note has no saved replies", async () => {
  render(<Writing visitor="Marisol Vega" />);
  types("Hello");
  fireEvent.click(screen.getByRole("button", { name: /Saved replies/ }));
  await waitFor(() => expect(options()).toHaveLength(3));
  expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Hello /");
  cleanup();
  render(<Composer row={row({ state: "waiting" })} memberId="ben" mode="note" text="/" field={{ current: null }} onMode={() => {}} onText={() => {}} onSend={() => {}} />);
  expect(screen.queryByRole("button", { name: /Saved replies/ })).toBeNull();
});
