import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";

import type { Expectation } from "../../api/shapes.ts";
import { useSigned } from "../../frame/me.ts";
import { say } from "../../ui/toast.tsx";
import { TestDialog } from "./test-dialog.tsx";

const LONGEST = 1_000;

interface AddTestProps {
  agentId: string;
  question: string;
  expectation?: Expectation;
  className?: string;
  label?: string;
  children: ReactNode;
}

/** What somebody wrote becomes a question test, right where it was read: its words never stand in an address. */
export function AddTestButton({ agentId, question, expectation, className = "quiet-link", label, children }: AddTestProps) {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const { isAdmin } = useSigned();
  if (!isAdmin || !question.trim()) return null;
  const added = () => say("Added to the question tests.", { label: "Show", act: () => void navigate({ to: "/agent/tests" }) });
  return (
    <>
      <button type="button" className={className} aria-label={label} title={label} onClick={() => setOpen(true)}>{children}</button>
      {isOpen && <TestDialog agentId={agentId} editing={{ question: question.trim().slice(0, LONGEST), expectation }} onSaved={added} onClose={() => setOpen(false)} />}
    </>
  );
}
