import { expect, test } from "vitest";

import type { AlarmCall } from "../src/api/shapes.ts";
import { newestFailure } from "../src/frame/alarm/alarm-line.tsx";
import { isRinging } from "../src/frame/alarm/use-alarm.ts";
import { answeredWords, callState, waitOptions, waitWords } from "../src/pages/settings/alarm/words.ts";
import { row } from "./example.ts";

const now = Date.parse("2026-01-05T12:00:00Z");
const emergency = { raised_at: "2026-01-05T11:00:00Z", kind: "medical", acknowledged_by: null, acknowledged_at: null, disposition: null, disposed_by: null, disposed_at: null, card: { heading: "Call now.", sentence: "", numbers: [], footnote: "", after: "" } };

function call(changes: Partial<AlarmCall>): AlarmCall {
  return { id: "k1", step: "everybody", round: 0, channel: "mail", to: "ada@clinic.example", is_test: false, conversation_id: "c1", state: "sent", error: null, at: "2026-01-05T11:59:00Z", ...changes };
}

test("an emergency rings until somebody has acknowledged it, and a member's test does not", () => {
  const raised = row({ state: "waiting", priority: "emergency", emergency });
  expect(isRinging(raised)).toBe(true);
  expect(isRinging({ ...raised, emergency: { ...emergency, acknowledged_at: "2026-01-05T11:01:00Z" } })).toBe(false);
  expect(isRinging({ ...raised, is_test: true })).toBe(false);
  expect(isRinging({ ...raised, state: "resolved", priority: "normal" })).toBe(false);
});

test("an admin reads of a call that failed until a later one to the same place arrives, or a day is over", () => {
  const failed = call({ id: "k2", state: "failed", error: "The server answered 503.", to: "hooks.example", at: "2026-01-05T11:00:00Z" });
  expect(newestFailure([call({}), failed], now)).toBe(failed);
  expect(newestFailure([call({ to: "hooks.example", is_test: true }), failed], now)).toBeNull();
  expect(newestFailure([failed], now + 24 * 3_600_000)).toBeNull();
});

test("waits are said as people say them, and one's own is among the choices", () => {
  expect([waitWords(0), waitWords(30), waitWords(180)]).toEqual(["at once", "after 30 s", "after 3 min"]);
  expect(waitOptions(45, [0, 60]).map(([value]) => value)).toEqual(["0", "45", "60"]);
});

test("what became of a call is a sentence", () => {
  expect(callState(call({ state: "waiting", error: "It answered 503." }))).toBe("trying again. It answered 503.");
  expect(callState(call({ state: "not_needed" }))).toBe("not needed: acknowledged before");
});

test("how soon somebody answered", () => {
  expect(answeredWords({ emergencies: 0, median_seconds: null, slowest_seconds: null })).toBe("No emergency was acknowledged in the last 30 days.");
  expect(answeredWords({ emergencies: 3, median_seconds: 40, slowest_seconds: 90 })).toBe("3 emergencies in the last 30 days. Half were acknowledged within 40 s, the slowest after 1 min.");
});
