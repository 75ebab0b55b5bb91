import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download, FileUp } from "lucide-react";
import { useRef, type ReactNode } from "react";

import { questionTests } from "../../api/client.ts";
import type { QuestionTest } from "../../api/shapes.ts";
import { useCommands } from "../../frame/commands.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { FILTERS, FILTER_WORDS, fits, needsFirst, type Filter } from "./filters.ts";

interface ListProps {
  agentId: string;
  tests: QuestionTest[];
  isAdmin: boolean;
  onImport: () => void;
  onRun: (test: QuestionTest) => void;
  onEdit: (test: QuestionTest) => void;
  row: (test: QuestionTest) => ReactNode;
}

export function TestList({ agentId, tests, isAdmin, onImport, onRun, onEdit, row }: ListProps) {
  const { show = "all" } = useSearch({ from: "/_frame/agent/tests" });
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const choose = (filter: Filter) => void navigate({ to: "/agent/tests", search: filter === "all" ? {} : { show: filter }, replace: true });
  const shown = needsFirst(tests.filter((test) => fits(test, show)));
  useRowKeys(list, shown, { onRun, onEdit: isAdmin ? onEdit : undefined });
  return (
    <>
      <div className="mt-5 mb-1 flex flex-wrap items-center gap-x-2 gap-y-2">
        <div role="group" aria-label="Show" className="flex flex-wrap gap-1">
          {FILTERS.map((filter) => <FilterButton key={filter} filter={filter} count={tests.filter((test) => fits(test, filter)).length} isChosen={filter === show} onChoose={choose} />)}
        </div>
        <span className="ml-auto flex gap-1">
          {isAdmin && <Button look="quiet" icon={<FileUp size={14} aria-hidden />} onClick={onImport}>Import csv</Button>}
          <a className="inline-flex h-8 items-center gap-2 rounded-control px-3 font-medium text-ink-2 hover:bg-hover hover:text-ink" href={questionTests.sheetAddress(agentId)} download><Download size={14} aria-hidden /> Export csv</a>
        </span>
      </div>
      <ul ref={list} aria-label="Question tests" className="border-t border-line">{shown.map(row)}</ul>
      {shown.length === 0 && <p className="py-8 text-center text-ink-2">{NONE[show]} <button type="button" className="quiet-link" onClick={() => choose("all")}>Show all</button></p>}
    </>
  );
}

const NONE: Record<Filter, string> = {
  all: "",
  failing: "No test fails.",
  changed: "No answer is different from the run before.",
  person: "No test must hand off to a person.",
};

function FilterButton({ filter, count, isChosen, onChoose }: { filter: Filter; count: number; isChosen: boolean; onChoose: (filter: Filter) => void }) {
  return (
    <button type="button" aria-pressed={isChosen} onClick={() => onChoose(filter)} className={cx("inline-flex h-8 items-center gap-1.5 rounded-control px-2.5 hover:bg-hover", isChosen ? "bg-chosen font-medium" : "text-ink-2")}>
      {FILTER_WORDS[filter]} <span className={cx("numbers text-small", filter === "failing" && count > 0 ? "font-semibold text-red" : "text-ink-2")}>{count}</span>
    </button>
  );
}

/** j and k move the focus, so that Enter opens what a screen reader reads as well. */
function useRowKeys(list: React.RefObject<HTMLUListElement | null>, shown: QuestionTest[], verbs: { onRun: (test: QuestionTest) => void; onEdit?: (test: QuestionTest) => void }): void {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-test]") ?? [])];
  const at = () => rows().findIndex((row) => row.parentElement?.contains(document.activeElement));
  const move = (step: 1 | -1) => {
    const next = at() < 0 ? 0 : Math.min(rows().length - 1, Math.max(0, at() + step));
    rows()[next]?.focus();
    rows()[next]?.scrollIntoView({ block: "nearest" });
  };
  const withFocused = (act?: (test: QuestionTest) => void) => () => {
    const test = shown.find(({ id }) => id === rows()[at()]?.dataset.test);
    if (test) act?.(test);
  };
  useCommands([
    { id: "tests.next", label: "Next test, Enter opens it", group: "Question tests", keys: "j", keysOnly: true, run: () => move(1) },
    { id: "tests.previous", label: "Previous test", group: "Question tests", keys: "k", keysOnly: true, run: () => move(-1) },
    { id: "tests.run", label: "Run this test", group: "Question tests", keys: "r", keysOnly: true, run: withFocused(verbs.onRun) },
    ...(verbs.onEdit ? [{ id: "tests.edit", label: "Edit this test", group: "Question tests", keys: "e", keysOnly: true, run: withFocused(verbs.onEdit) }] : []),
  ]);
}
