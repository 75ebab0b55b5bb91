import { expect, test } from "vitest";

import type { ModelOutOfOrder } from "../src/api/shapes.ts";
import { troubleWords } from "../src/frame/trouble-line.tsx";

const noon = new Date("2026-03-02T12:00:00Z");
const broken: ModelOutOfOrder = {
  agent_id: "a", agent_name: "Lumi", model_id: "m", model_name: "small", since: "2026-03-02T11:40:00Z", last_at: "2026-03-02T11:59:00Z",
  problem: "The server does not accept the key.", meanwhile: "quotes",
};
const hour = (instant: string) => new Date(instant).toLocaleTimeString(undefined, { hour: "numeric", minute: "2-digit" });

test("the line says which model, since when, why, and what visitors get", () => {
  expect(troubleWords(broken, noon)).toBe(`Lumi’s model small has not answered since ${hour(broken.since)}. The server does not accept the key. Visitors get quotes from your content meanwhile.`);
});

test("what visitors get depends on what is left", () => {
  expect(troubleWords({ ...broken, meanwhile: "person" }, noon)).toMatch(/Visitors are passed to a person meanwhile\.$/);
  expect(troubleWords({ ...broken, meanwhile: "next_model" }, noon)).toMatch(/Its next model answers meanwhile\.$/);
});

test("a trouble of an earlier day names the day", () => {
  expect(troubleWords({ ...broken, since: "2026-02-27T11:40:00Z" }, noon)).toContain("since Feb 27");
});
