import { act, cleanup, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";

import { Composer } from "../src/pages/inbox/composer.tsx";
import { useDrafting } from "../src/pages/inbox/desk-panel.tsx";
import { FoldedText } from "../src/pages/inbox/folded-text.tsx";
import { PlainText, RichText } from "../src/pages/inbox/rich-text.tsx";
import { row } from "./example.ts";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function compose(changes: Parameters<typeof row>[0], text = "", mode: "reply" | "note" = "reply") {
  const sent: string[] = [];
  render(<Composer row={row(changes)} memberId="ben" mode={mode} text={text} field={createRef()} onMode={() => {}} onText={() => {}} onSend={() => sent.push(text)} />);
  return sent;
}

test("words are kept for each conversation and mode, and found again after a reload", () => {
  const first = renderHook(() => useDrafting("ben", "c1"));
  act(() => first.result.current.setText("Half a reply"));
  act(() => first.result.current.setMode("note"));
  act(() => first.result.current.setText("Half a note"));

  const again = renderHook(() => useDrafting("ben", "c1"));
  const other = renderHook(() => useDrafting("ben", "c2"));
  const colleague = renderHook(() => useDrafting("ada", "c1"));
  expect([again.result.current.text, other.result.current.text, colleague.result.current.text]).toEqual(["Half a reply", "", ""]);
  act(() => again.result.current.setMode("note"));
  expect(again.result.current.text).toBe("Half a note");
});

test("Ctrl and Enter send; Enter alone is a new line", () => {
  const sent = compose({ state: "waiting" }, "Hello");
  const field = screen.getByRole("textbox");
  fireEvent.keyDown(field, { key: "Enter" });
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  expect(sent).toEqual(["Hello"]);
});

test("nothing is sent to a closed conversation, but a note can be written", () => {
  compose({ state: "resolved" }, "Hello");
  expect((screen.getByRole("textbox") as HTMLTextAreaElement).disabled).toBe(true);
  cleanup();
  compose({ state: "resolved" }, "Hello", "note");
  expect((screen.getByRole("textbox") as HTMLTextAreaElement).disabled).toBe(false);
});

test("a note never looks like a reply", () => {
  compose({ state: "waiting" }, "", "note");
  expect(screen.getByText("only your team sees this")).toBeTruthy();
  expect(screen.getByRole("button", { name: /Add note/ })).toBeTruthy();
});

test("what a visitor writes is text, whatever it looks like", () => {
  const { container } = render(<RichText text={'<img src=x onerror="alert(1)"> **bold** javascript:alert(1) https://clinic.example/a'} />);
  expect(container.querySelector("img")).toBeNull();
  expect([...container.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual(["https://clinic.example/a"]);
  expect(container.querySelector("strong")?.textContent).toBe("bold");
});

test("a visitor's words stand as they were typed, and only web addresses become links", () => {
  const { container } = render(<PlainText text={"**12**\n- a <b> see https://clinic.example/x, javascript:alert(1)"} />);
  expect(container.querySelector("p")!.textContent).toBe("**12**\n- a <b> see https://clinic.example/x, javascript:alert(1)");
  expect([...container.querySelectorAll("a")].map(({ href }) => href)).toEqual(["https://clinic.example/x"]);
});

test("a very long message shows how it begins and ends, and all of it on request", () => {
  const text = `Good morning. ${"My visit was moved again. ".repeat(200)}And now I have chest pain.`;
  const { container } = render(<FoldedText text={text} />);
  const words = () => [...container.querySelectorAll("p")].map((part) => part.textContent).join("|");
  expect(words()).toMatch(/^Good morning\. .* …\|… .*And now I have chest pain\.$/);
  expect(words().length).toBeLessThan(1_400);

  fireEvent.click(screen.getByRole("button", { name: "Show all 5,240 characters" }));
  expect(words()).toBe(text);
  fireEvent.click(screen.getByRole("button", { name: "Show less" }));
  expect(words().length).toBeLessThan(1_400);
});

test("a message of usual length is never folded", () => {
  render(<FoldedText text={"Hello. ".repeat(200)} />);
  expect(screen.queryByRole("button")).toBeNull();
});
