// Times as people say them, in the reader's locale. Pure: `now` is an argument.

const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const monthDay = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric" });
const fullDay = new Intl.DateTimeFormat(undefined, { weekday: "long", month: "long", day: "numeric" });
const withYear = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric", year: "numeric" });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export function timeOfDay(at: string): string {
  return clock.format(new Date(at)).replace(/\s?AM$/, " am").replace(/\s?PM$/, " pm");
}

export function whenExactly(at: string): string {
  return whole.format(new Date(at));
}

/** "10:55 am" today, "Nov 16" this year, "Nov 16, 2025" before. */
export function shortTime(at: string, now: number): string {
  const then = new Date(at);
  const today = new Date(now);
  if (then.toDateString() === today.toDateString()) return timeOfDay(at);
  return (then.getFullYear() === today.getFullYear() ? monthDay : withYear).format(then);
}

export function dayName(at: string, now: number): string {
  const then = new Date(at).toDateString();
  if (then === new Date(now).toDateString()) return "Today";
  if (then === new Date(now - DAY).toDateString()) return "Yesterday";
  return fullDay.format(new Date(at));
}

/** "48 s", "14 min", "2 h 05", "3 d". */
export function duration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 1) return `${Math.max(0, Math.floor(milliseconds / 1000))} s`;
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
  return `${Math.floor(minutes / (24 * 60))} d`;
}

export function ago(at: string, now: number): string {
  const passed = now - Date.parse(at);
  return passed < MINUTE ? "just now" : passed < DAY ? `${duration(passed)} ago` : shortTime(at, now);
}

export function daysLeft(until: string, now: number): string {
  const days = Math.ceil((Date.parse(until) - now) / DAY);
  return days <= 1 ? "less than a day left" : `${days} days left`;
}
