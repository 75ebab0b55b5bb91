// What can come of an emergency, in words. Pure.
import type { Disposition, Emergency } from "@deskbell/shared/wire";

import { duration } from "../../ui/times.ts";

export const DISPOSITIONS: readonly (readonly [disposition: Disposition, words: string, about: string])[] = [
  ["reached", "Reached", "Somebody of your team has spoken or written with the visitor."],
  ["directed", "Directed to emergency services", "The visitor was told to call, or you called for them."],
  ["false_alarm", "False alarm", "The words did not mean an emergency."],
  ["unable_to_reach", "Unable to reach", "The visitor did not answer, and there is no other way to them."],
];

export function dispositionWords(disposition: Disposition): string {
  return DISPOSITIONS.find(([known]) => known === disposition)?.[1].toLowerCase() ?? "ended";
}

/** "after 42 s": from the first alarming words until a member answered for them. */
export function timeToAcknowledge({ raised_at, acknowledged_at }: Emergency): string | null {
  return acknowledged_at ? `after ${duration(Date.parse(acknowledged_at) - Date.parse(raised_at))}` : null;
}
