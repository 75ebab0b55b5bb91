// Who is on the other side, always true, never scrolled away: the AI line while the agent holds, a face when a person does.
import { type PanelState } from "../panel/state";
import { isAskingForPerson } from "../panel/transcript";
import { type Availability } from "../wire";
import { openingOf, type Speech, useSpeech } from "../words/words";
import { useReach } from "./context";
import { ChevronRight, ConciergeBell, UserRound, X } from "./icons";

export type Side = "agent" | "waiting" | "person" | "closed" | "emergency";

export function sideOf(state: PanelState): Side {
  const conversation = state.conversation;
  if (!conversation) return "agent";
  if (conversation.emergency && conversation.state !== "person") return "emergency";
  return conversation.state;
}

export function Header({ state, closable }: { state: PanelState; closable: boolean }) {
  const { words } = useSpeech();
  const { close } = useReach();
  const workspace = state.settings!.workspace_name;
  const side = sideOf(state);
  const person = side === "person" ? state.conversation!.person : null;
  return (
    <header class="header">
      {person ? <Face initials={person.initials} /> : <span class="mark" aria-hidden="true">{firstLetter(workspace)}</span>}
      <div class="header-words">
        <h1 tabIndex={-1}>{person ? person.name : workspace}</h1>
        <Underline side={side} workspace={workspace} />
      </div>
      {closable && (
        <button class="icon-button" type="button" aria-label={words.close} title={words.close} onClick={close}>
          <X size={20} />
        </button>
      )}
    </header>
  );
}

function Underline({ side, workspace }: { side: Side; workspace: string }) {
  const { words } = useSpeech();
  switch (side) {
    case "agent":
      return (
        <p>
          <strong class="agent-name">{words.assistant}</strong> · {words.disclosure}
        </p>
      );
    case "waiting":
      return <p>{words.personWillAnswer}</p>;
    case "person":
      return <p>{words.fromTeam(workspace)}</p>;
    case "closed":
      return <p>{words.closedConversation}</p>;
    case "emergency":
      return null;
  }
}

/** The row under the header: the way to a person, or the fact that one is on the way. */
export function PersonRow({ state }: { state: PanelState }) {
  const speech = useSpeech();
  const { words } = speech;
  const { desk } = useReach();
  const side = sideOf(state);
  const there = availabilityOf(state.availability, speech);
  if (side === "waiting") {
    return (
      <div class="person-row person-row-waiting" role="status">
        <ConciergeBell size={18} class="bell" />
        <strong>{words.waiting}</strong>
        <span>{there}</span>
      </div>
    );
  }
  if (side !== "agent") return null;
  const asking = isAskingForPerson(state);
  return (
    <button class="person-row" type="button" aria-disabled={asking} onClick={() => asking || desk.askForPerson()}>
      <UserRound size={18} />
      <strong>{asking ? words.asking : words.talkToPerson}</strong>
      <span>{there}</span>
      <ChevronRight size={16} class="mirrored" />
    </button>
  );
}

export function Face({ initials, small = false }: { initials: string; small?: boolean }) {
  return (
    <span class={small ? "face face-small" : "face"} aria-hidden="true">
      {initials}
    </span>
  );
}

function availabilityOf(availability: Availability | null, { words, locale }: Speech): string {
  if (!availability) return "";
  if (availability.kind === "here") return words.hereNow;
  if (availability.kind === "away") return words.awayNow;
  return availability.opens_at ? words.opens(openingOf(availability.opens_at, locale, new Date(), "short")) : words.closedNow;
}

function firstLetter(name: string): string {
  return ([...name.trim()][0] ?? "").toLocaleUpperCase();
}
