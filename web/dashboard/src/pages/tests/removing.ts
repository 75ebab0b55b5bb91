// A removed test can be brought back for a moment, as it was written; it is run again then.
import { questionTests } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import type { QuestionTest } from "../../api/shapes.ts";
import { say } from "../../ui/toast.tsx";

export async function removeTest(agentId: string, test: QuestionTest): Promise<void> {
  await told("The test could not be removed. Try again.", async () => {
    await questionTests.remove(test.id);
    say("The test was removed.", { label: "Undo", act: () => void bringBack(agentId, test) });
  });
  await refresh(agentId);
}

async function bringBack(agentId: string, { question, expectation, note, result }: QuestionTest): Promise<void> {
  await told("The test could not be brought back. Write it again.", async () => {
    const back = await questionTests.add(agentId, { question, expectation, note });
    if (result) await questionTests.run(agentId, [back.id]).catch(() => {}); // another run is on its way
  });
  await refresh(agentId);
}

async function told(otherwise: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    say(error instanceof Error ? error.message : otherwise);
  }
}

const refresh = (agentId: string) => queryClient.invalidateQueries({ queryKey: ["question-tests", agentId] });
