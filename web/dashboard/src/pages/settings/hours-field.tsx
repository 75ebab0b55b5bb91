import { Plus, X } from "lucide-react";
import { useState } from "react";

import type { BusinessHours, DayKey } from "../../api/shapes.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Switch } from "../../ui/switch.tsx";

const days: [DayKey, string][] = [["mon", "Monday"], ["tue", "Tuesday"], ["wed", "Wednesday"], ["thu", "Thursday"], ["fri", "Friday"], ["sat", "Saturday"], ["sun", "Sunday"]];
const USUAL: string[] = ["08:00", "18:00"];
const time = "numbers h-8 rounded-control border border-control bg-surface px-2";

interface HoursFieldProps {
  hours: BusinessHours;
  holidays: string[];
  onHours: (hours: BusinessHours) => void;
  onHolidays: (holidays: string[]) => void;
}

/** When people mean to be there. Visitors are told the truth about it in their own time. */
export function HoursField({ hours, holidays, onHours, onHolidays }: HoursFieldProps) {
  const setDay = (day: DayKey, intervals: string[][]) => {
    const others = Object.fromEntries(Object.entries(hours).filter(([other]) => other !== day));
    onHours(intervals.length ? { ...others, [day]: intervals } : others);
  };
  const keepsHours = Object.keys(hours).length > 0;
  return (
    <fieldset>
      <legend className="font-medium">Opening hours</legend>
      <p className="mb-2 text-small text-ink-2">{keepsHours ? "Outside them visitors are told when you open again. The agent answers day and night." : "No hours are kept: visitors are told whether somebody is there now."}</p>
      <ul className="border-t border-line">
        {days.map(([day, name]) => {
          const intervals = hours[day] ?? [];
          return (
            <li key={day} className="flex min-h-11 flex-wrap items-center gap-3 border-b border-line py-1.5">
              <Switch label={`Open on ${name}`} on={intervals.length > 0} onChange={(on) => setDay(day, on ? [USUAL] : [])} />
              <span className="w-24">{name}</span>
              {intervals.length === 0 && <span className="text-ink-3">closed</span>}
              <span className="flex flex-wrap items-center gap-2">
                {intervals.map(([from = "", to = ""], index) => {
                  const change = (interval: string[]) => setDay(day, intervals.map((other, at) => (at === index ? interval : other)));
                  return (
                    <span key={index} className="flex items-center gap-1.5">
                      <input type="time" className={time} aria-label={`${name} from`} value={from} onChange={(event) => change([event.target.value, to])} /> to
                      <input type="time" className={time} aria-label={`${name} until`} value={to === "24:00" ? "00:00" : to} onChange={(event) => change([from, event.target.value === "00:00" ? "24:00" : event.target.value])} />
                      {from && to && to <= from && <span className="text-small text-ink-2">on the next day</span>}
                      {intervals.length > 1 && <IconButton label={`Remove this part of ${name}`} onClick={() => setDay(day, intervals.filter((_, at) => at !== index))}><X size={14} aria-hidden /></IconButton>}
                    </span>
                  );
                })}
                {intervals.length > 0 && intervals.length < 3 && <IconButton label={`Add a second part on ${name}`} onClick={() => setDay(day, [...intervals, ["19:00", "20:00"]])}><Plus size={14} aria-hidden /></IconButton>}
              </span>
            </li>
          );
        })}
      </ul>
      <Holidays holidays={holidays} onChange={onHolidays} />
    </fieldset>
  );
}

function Holidays({ holidays, onChange }: { holidays: string[]; onChange: (holidays: string[]) => void }) {
  const [day, setDay] = useState("");
  const add = () => {
    onChange([...new Set([...holidays, day])].sort());
    setDay("");
  };
  return (
    <div className="mt-4">
      <h2 className="font-medium">Holidays</h2>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        {holidays.map((holiday) => (
          <span key={holiday} className="numbers inline-flex h-8 items-center gap-1 rounded-control border border-line-strong pl-2.5">
            {holiday}
            <button type="button" aria-label={`Remove ${holiday}`} className="p-1.5 text-ink-2 hover:text-ink" onClick={() => onChange(holidays.filter((other) => other !== holiday))}><X size={13} aria-hidden /></button>
          </span>
        ))}
        <input type="date" aria-label="Holiday to add" className={time} value={day} onChange={(event) => setDay(event.target.value)} />
        <Button disabled={!day} onClick={add}>Add</Button>
      </div>
    </div>
  );
}
