// The cards that carry a state: waiting with the truth, an emergency, a closed conversation.
import { useEffect, useRef, useState } from "preact/hooks";
import { type PanelState } from "../panel/state";
import { type Problem } from "../live/problem";
import { type EmergencyCard as Card } from "../wire";
import { openingOf, type Speech, useSpeech } from "../words/words";
import { useReach } from "./context";
import { Check, CircleAlert, ConciergeBell, Phone } from "./icons";
import { telephone } from "./greeting";

export function WaitingCard({ state, passedOn }: { state: PanelState; passedOn: string[] }) {
  const speech = useSpeech();
  const { words } = speech;
  const conversation = state.conversation!;
  const here = state.availability?.kind === "here";
  return (
    <section class="card waiting">
      <div class="waiting-head">
        <span class="waiting-bell">
          <ConciergeBell size={20} />
        </span>
        <h2>{truthOf(state, speech)}</h2>
      </div>
      <p>
        {here && conversation.place_in_line ? `${words.place(conversation.place_in_line, conversation.usual_wait_minutes)} ` : ""}
        {words.meanwhile}
      </p>
      {conversation.contact_known ? (
        <p class="tick-line">
          <Check size={16} /> {words.emailKept}
        </p>
      ) : (
        <Address />
      )}
      {passedOn.length > 0 && (
        <p class="tick-line">
          <Check size={16} />
          <span dir="auto">
            {words.passedOn} {passedOn.join(", ")}
          </span>
        </p>
      )}
    </section>
  );
}

function truthOf(state: PanelState, { words, locale }: Speech): string {
  const availability = state.availability;
  if (availability?.kind === "here") return words.waitHere;
  if (availability?.kind !== "closed") return words.waitAway;
  return availability.opens_at ? words.waitOpens(openingOf(availability.opens_at, locale, new Date(), "long")) : words.waitClosed;
}

function Address() {
  const { words } = useSpeech();
  const { desk } = useReach();
  const [email, setEmail] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const leave = async (event: Event) => {
    event.preventDefault();
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) return setWrong(words.emailWrong);
    setBusy(true);
    const problem = await desk.leaveAddress(email.trim());
    setBusy(false);
    setWrong(problem && failureOf(problem, { words }));
  };
  return (
    <form noValidate onSubmit={leave}>
      <label class="field">
        <span class="field-label">
          {words.email} <span class="field-optional">{words.optional}</span>
        </span>
        <input
          type="email"
          name="email"
          autoComplete="email"
          dir="ltr"
          value={email}
          aria-invalid={wrong !== null}
          aria-describedby="address-why"
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      <p id="address-why" class={wrong ? "field-error" : "field-hint"} role={wrong ? "alert" : undefined}>
        {wrong && <CircleAlert size={16} class="alert-glyph" />}
        {wrong ?? words.emailWhy}
      </p>
      <button class="button" type="submit" aria-disabled={busy}>
        {words.leaveEmail}
      </button>
    </form>
  );
}

/** The server's own sentence when it has one; never a code. */
export function failureOf(problem: Problem, { words }: Pick<Speech, "words">): string {
  if (problem.sentence && !problem.passing) return problem.sentence;
  return navigator.onLine ? words.failed : words.failedOffline;
}

/** White on deep red. Focus goes to the heading, so that Enter cannot dial. */
export function EmergencyCard({ card, active }: { card: Card; active: boolean }) {
  const { words } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (active) heading.current?.focus({ preventScroll: true });
  }, [active]);
  const texts = card.numbers.filter((number) => number.can_text);
  return (
    <>
      <section class="emergency" role={active ? "alert" : undefined}>
        <h2 ref={heading} tabIndex={-1} dir="auto">
          {card.heading}
        </h2>
        <p dir="auto">{card.sentence}</p>
        {card.numbers.map((number) => (
          <a key={number.number} class="call" href={telephone(number.number)}>
            <Phone size={20} />
            <strong>{words.call(number.number)}</strong>
            <span dir="auto">{number.label}</span>
          </a>
        ))}
        {texts.map((number) => (
          <a key={number.number} class="emergency-text" href={telephone(number.number, "sms")}>
            {words.text(number.number)}
          </a>
        ))}
        {card.footnote && <p class="emergency-foot" dir="auto">{card.footnote}</p>}
      </section>
      {active && <p class="emergency-after" dir="auto">{card.after}</p>}
    </>
  );
}

export function ClosedCard({ onWriteAgain }: { onWriteAgain: () => void }) {
  const speech = useSpeech();
  const { desk } = useReach();
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <div class="closed">
      <button class="button" type="button" onClick={async () => setProblem(await desk.startAnew())}>
        {speech.words.startNew}
      </button>
      <button class="link-button link-button-wide" type="button" onClick={onWriteAgain}>
        {speech.words.writeAgain}
      </button>
      {problem && (
        <p class="field-error" role="alert">
          <CircleAlert size={16} class="alert-glyph" />
          {failureOf(problem, speech)}
        </p>
      )}
    </div>
  );
}
