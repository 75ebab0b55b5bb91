// The steps of the alarm, waits and calls, in words. Pure.
import type { Alarm, AlarmCall } from "../../../api/shapes.ts";
import { duration } from "../../../ui/times.ts";

export const WAITS = [0, 30, 60, 120, 180, 300, 600, 900, 1800, 3600];
export const REPEATS = [60, 300, 600, 900, 1800, 3600];

export function waitWords(seconds: number): string {
  return seconds === 0 ? "at once" : `after ${duration(seconds * 1000)}`;
}

export function waitOptions(own: number, waits: number[]): [string, string][] {
  return [...new Set([...waits, own])].sort((one, other) => one - other).map((seconds) => [String(seconds), waitWords(seconds)]);
}

const states: Record<AlarmCall["state"], string> = { waiting: "on its way", sent: "sent", kept: "not sent: no mail server is set", failed: "failed", not_needed: "not needed: acknowledged before" };

export function callState({ state, error }: AlarmCall): string {
  if (state === "waiting" && error) return `trying again. ${error}`;
  return error ? `${states[state]}. ${error}` : states[state];
}

export function answeredWords({ emergencies, median_seconds, slowest_seconds }: Alarm["answered"]): string {
  if (emergencies === 0 || median_seconds === null || slowest_seconds === null) return "No emergency was acknowledged in the last 30 days.";
  const [half, slowest] = [duration(median_seconds * 1000), duration(slowest_seconds * 1000)];
  return emergencies === 1 ? `One emergency in the last 30 days, acknowledged after ${slowest}.` : `${emergencies} emergencies in the last 30 days. Half were acknowledged within ${half}, the slowest after ${slowest}.`;
}
