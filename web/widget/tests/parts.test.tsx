// @vitest-environment jsdom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { inMemory } from "../src/live/keep";
import { Problem } from "../src/live/problem";
import { Store } from "../src/live/store";
import { type Desk } from "../src/panel/desk";
import { EMPTY, type PanelState, withEvent, withSettings, withSnapshot } from "../src/panel/state";
import { EmergencyCard } from "../src/parts/cards";
import { Composer } from "../src/parts/composer";
import { ReachContext } from "../src/parts/context";
import { FormCard } from "../src/parts/form-card";
import { greetingOf, telephone } from "../src/parts/greeting";
import { DeskLine, VisitorRow } from "../src/parts/rows";
import { Header, PersonRow } from "../src/parts/header";
import { type Form } from "../src/wire";
import { CARD, conversation, HERE, message } from "./cast";

const FORM: Form = {
  action_id: "a1",
  fields: [
    { key: "patient", label: "Patient name", type: "text", required: true, choices: [], hint: "" },
    { key: "email", label: "E-mail", type: "email", required: false, choices: [], hint: "" },
  ],
  values: {},
  problems: [],
};
const SETTINGS = {
  agent_name: "Lumi",
  workspace_name: "Cedar Row",
  greeting: "Hello.",
  suggested_questions: [],
  brand_color: "#0b6e69",
  language: "en",
  emergency: { numbers: [] },
  availability: HERE,
};

let page: HTMLElement;
beforeEach(() => document.body.append((page = document.createElement("div"))));
afterEach(() => {
  render(null, page);
  page.remove();
});

function deskOf(verbs: Partial<Desk>): Desk {
  return { store: new Store<PanelState>(EMPTY), ...verbs } as Desk;
}

async function show(part: preact.ComponentChild, desk: Desk = deskOf({}), session = inMemory()): Promise<void> {
  await act(() => render(<ReachContext.Provider value={{ desk, session, close: () => {} }}>{part}</ReachContext.Provider>, page));
}

const find = <Found extends HTMLElement>(selector: string) => page.querySelector<Found>(selector)!;
const press = (words: string) => act(() => [...page.querySelectorAll("button")].find((button) => button.textContent!.includes(words))!.click());
const type = (selector: string, value: string) =>
  act(() => {
    const input = find<HTMLInputElement>(selector);
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });

describe("the form card", () => {
  test("says in words what is missing, goes there, and sends nothing", async () => {
    const fill = vi.fn();
    await show(<FormCard form={FORM} onSent={() => {}} />, deskOf({ fill }));
    await type("[name=email]", "ana at home");
    await press("Send and connect me");
    const name = find("[name=patient]");
    expect(document.activeElement).toBe(name);
    expect(page.querySelector(`#${CSS.escape(name.getAttribute("aria-describedby")!)}`)!.textContent).toBe(
      "Patient name is needed. If you don’t have it, press “Just connect me”.",
    );
    expect(find("[name=email]").getAttribute("aria-invalid")).toBe("true");
    expect(fill).not.toHaveBeenCalled();
  });

  test("connects at once with what there is", async () => {
    const fill = vi.fn().mockResolvedValue(null);
    await show(<FormCard form={FORM} onSent={() => {}} />, deskOf({ fill }));
    await type("[name=email]", "ana@example.com");
    await press("Just connect me");
    expect(fill).toHaveBeenCalledWith({ email: "ana@example.com" }, true);
  });

  test("loses nothing when the line breaks or the page is loaded again", async () => {
    const session = inMemory();
    const desk = deskOf({ fill: vi.fn().mockResolvedValue(new Problem(0, "unreachable", "")) });
    await show(<FormCard form={FORM} onSent={() => {}} />, desk, session);
    await type("[name=patient]", "Ana Ruiz");
    await press("Send and connect me");
    await vi.waitFor(() => expect(find("[role=alert]")).not.toBeNull());
    expect(find("[role=alert]").textContent).toBe("That did not go through. Nothing is lost; please try again.");
    render(null, page);
    await show(<FormCard form={FORM} onSent={() => {}} />, desk, session);
    expect(find<HTMLInputElement>("[name=patient]").value).toBe("Ana Ruiz");
  });

  test("shows what the server found wrong at its field", async () => {
    const problems = [{ key: "patient", sentence: "“77” does not look like a name." }];
    await show(<FormCard form={{ ...FORM, problems, values: { patient: "77" } }} onSent={() => {}} />);
    expect(find(".field-error").textContent).toBe("“77” does not look like a name.");
    expect(find<HTMLInputElement>("[name=patient]").value).toBe("77");
  });
});

describe("an emergency", () => {
  const card = { ...CARD, heading: "Call now.", numbers: [{ label: "Emergency", number: "911", can_text: false }] };

  test("is announced at once, and Enter cannot dial: focus is on the heading", async () => {
    await show(<EmergencyCard card={card} active />);
    expect(find(".emergency").getAttribute("role")).toBe("alert");
    expect(document.activeElement).toBe(find("h2"));
    expect(find<HTMLAnchorElement>(".call").getAttribute("href")).toBe("tel:911");
  });

  test("leaves no other action in the header", async () => {
    const alarmed = { ...withSettings(EMPTY, SETTINGS), conversation: conversation({ state: "waiting", emergency: card }) };
    await show(<PersonRow state={alarmed} />);
    expect(page.textContent).toBe("");
  });

  test("numbers are dialed without their spaces", () => {
    expect([telephone("+1 (303) 555-0142"), telephone("988", "sms")]).toEqual(["tel:+13035550142", "sms:988"]);
  });
});

describe("who is on the other side", () => {
  const start = withSettings(EMPTY, SETTINGS);
  const held = withSnapshot(start, { conversation: conversation({ last_seq: 1 }), messages: [message(1)], last_seq: 1, availability: HERE });

  test("while the agent holds, the AI line and the way to a person are there", async () => {
    await show([<Header state={held} closable={false} />, <PersonRow state={held} />]);
    expect(page.textContent).toContain("AI assistant · answers from our help pages");
    expect(page.textContent).toContain("Talk to a person");
  });

  test("numbers on a line of the desk can be called, and an opening time cannot", async () => {
    await show(<DeskLine message={message(1, { author: "desk", text: "If anyone is in danger, do not wait here: Emergency: 911 · Samaritans: 116 123. We open at 08:00." })} />);
    expect([...page.querySelectorAll("a")].map((link) => [link.textContent, link.getAttribute("href")])).toEqual([["911", "tel:911"], ["116 123", "tel:116123"]]);
  });

  test("when a person holds, their name is, and both are gone", async () => {
    const person = { name: "Maya", initials: "MO" };
    const joined = withEvent(held, { type: "conversation", availability: null, conversation: conversation({ state: "person", person, last_seq: 2 }) });
    await show([<Header state={joined} closable={false} />, <PersonRow state={joined} />]);
    expect(page.textContent).toBe("MOMayaFrom our team at Cedar Row");
  });
});

test("what is being typed survives a reload, and Enter sends it once", async () => {
  const session = inMemory();
  const say = vi.fn();
  const desk = deskOf({ say, typing: () => {} });
  await show(<Composer state={EMPTY} field={{ current: null }} />, desk, session);
  await type("textarea", "  Are you open?  ");
  render(null, page);
  await show(<Composer state={EMPTY} field={{ current: null }} />, desk, session);
  const enter = () => find("textarea").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  await act(() => void enter());
  await act(() => void enter());
  expect(say.mock.calls).toEqual([["Are you open?"]]);
});

describe("a very long message", () => {
  const desk = () => ({ say: vi.fn(), typing: () => {} });

  test("is counted down near its end, and sent whole", async () => {
    const { say, typing } = desk();
    await show(<Composer state={EMPTY} field={{ current: null }} />, deskOf({ say, typing }));
    await type("textarea", "x".repeat(17_999));
    expect(page.querySelector(".field-hint")).toBeNull();
    await type("textarea", "x".repeat(19_688));
    expect(find(".field-hint").textContent).toBe("Characters left: 312");
    await act(() => void find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
    expect(say.mock.calls).toEqual([["x".repeat(19_688)]]);
  });

  test("beyond the limit is not sent, says so, and keeps every character", async () => {
    const { say, typing } = desk();
    const session = inMemory();
    await show(<Composer state={EMPTY} field={{ current: null }} />, deskOf({ say, typing }), session);
    await type("textarea", "x".repeat(20_001));
    await act(() => void find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
    expect(say).not.toHaveBeenCalled();
    expect(find("[role=alert]").textContent).toBe("One message can have 20,000 characters. Shorten it by 1, or send it in two parts. Nothing of it is lost.");
    expect([find<HTMLTextAreaElement>("textarea").value.length, session.get("text")!.length]).toEqual([20_001, 20_001]);
  });

  test("is folded in the visitor's own thread until they want all of it", async () => {
    const text = "word ".repeat(400).trim();
    const row = { type: "visitor", id: "m1", text, at: "2026-01-05T10:00:00Z", delivery: "sent", reason: null, last: true } as const;
    await show(<VisitorRow row={row} />);
    expect(find(".bubble").textContent!.length).toBeLessThan(800);
    await press("Show all");
    expect(find(".bubble").textContent).toBe(text);
  });
});

test.each([
  ["Hello. What can I look up for you?", "Hello. What can I look up for you?", ""],
  ["Hi there!\nI know our help pages.", "Hi there!", "I know our help pages."],
  ["Hello. I am Lumi and I answer from the help pages of our clinic.", "Hello.", "I am Lumi and I answer from the help pages of our clinic."],
  ["I answer from our help pages and show where each answer comes from", "", "I answer from our help pages and show where each answer comes from"],
])("the greeting %j has a heading and a rest", (greeting, heading, rest) => {
  expect(greetingOf(greeting)).toEqual([heading, rest]);
});
