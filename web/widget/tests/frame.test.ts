import { expect, test, vi } from "vitest";
import { type FromPage, frameOf, pageOf } from "../src/panel/frame";

const VIEW: FromPage = { type: "view", page: "https://clinic.example/", open: true, full: false };

function framed() {
  const parent = { postMessage: vi.fn() };
  let deliver: (event: unknown) => void = () => {};
  const view = { parent, location: {}, addEventListener: (_name: string, listen: (event: unknown) => void) => (deliver = listen) };
  const heard: FromPage[] = [];
  const frame = frameOf(view as unknown as Window, (news) => heard.push(news));
  const post = (origin: string, source: unknown = parent, data: unknown = { deskbell: VIEW }) => deliver({ origin, source, data });
  return { frame, parent, heard, post };
}

test("the panel answers the page around it, by its exact origin", () => {
  const { frame, parent, heard, post } = framed();
  frame.tell({ type: "close" });
  expect(parent.postMessage).not.toHaveBeenCalled(); // nobody is known yet
  post("https://clinic.example");
  expect(heard).toEqual([VIEW]);
  expect(parent.postMessage.mock.calls).toEqual([[{ deskbell: { type: "close" } }, "https://clinic.example"]]);
});

test("other windows, other origins and other messages are not heard", () => {
  const { heard, post, parent } = framed();
  post("https://evil.example", {});
  post("https://clinic.example", parent, "text");
  post("https://clinic.example", parent, null);
  post("https://clinic.example", parent, { other: 1 });
  expect(heard).toEqual([]);
  post("https://clinic.example");
  post("https://evil.example");
  expect(heard).toEqual([VIEW]);
});

test("what may be private in an address stays with the page", () => {
  expect(pageOf("https://clinic.example/visits?patient=ana#token")).toBe("https://clinic.example/visits");
  expect(pageOf("javascript:alert(1)")).toBeUndefined();
});
