// Where the visitor writes. Enter sends, Shift+Enter makes a line; what is typed survives a reload.
import { type Ref } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type PanelState } from "../panel/state";
import { useSpeech, type Words } from "../words/words";
import { useReach } from "./context";
import { sideOf } from "./header";
import { ArrowUp, WifiOff } from "./icons";
import { pendingOf } from "../panel/transcript";

const LONGEST = 20_000;
const COUNTED_BELOW = 2_000;

export function Composer({ state, field }: { state: PanelState; field: Ref<HTMLTextAreaElement> }) {
  const { words, locale } = useSpeech();
  const { desk, session } = useReach();
  const [text, setText] = useState(() => session.get("text") ?? "");
  const box = useRef<HTMLTextAreaElement | null>(null);
  const left = LONGEST - text.trim().length;
  const tooLong = left < 0;
  const counted = (characters: number) => characters.toLocaleString(locale);
  const label = placeholderOf(state, words);

  useLayoutEffect(() => {
    const area = box.current!;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  const change = (next: string) => {
    setText(next);
    session.set("text", next);
  };
  const send = () => {
    if (!text.trim() || tooLong) return;
    desk.say(text.trim());
    change("");
    box.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {tooLong ? (
        <p class="field-error" role="alert">{words.tooLong(counted(LONGEST), counted(-left))}</p>
      ) : (
        left < COUNTED_BELOW && <p class="field-hint" role="status">{words.charactersLeft(counted(left))}</p>
      )}
      <div class="composer-box">
        <textarea
          ref={(area) => {
            box.current = area;
            if (typeof field === "object" && field) field.current = area;
          }}
          rows={1}
          dir="auto"
          value={text}
          aria-label={label}
          placeholder={label}
          enterkeyhint="send"
          onInput={(event) => {
            change(event.currentTarget.value);
            desk.typing();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class={text.trim() ? "send send-ready" : "send"} aria-label={words.send} title={words.send} aria-disabled={!text.trim() || tooLong}>
          <ArrowUp size={20} />
        </button>
      </div>
    </form>
  );
}

function placeholderOf(state: PanelState, words: Words): string {
  switch (sideOf(state)) {
    case "agent":
      return state.conversation?.form ? words.orOwnWords : words.askQuestion;
    case "waiting":
      return words.addForTeam;
    case "person":
      return state.conversation!.person ? words.writeTo(state.conversation!.person.name) : words.writeToTeam;
    case "closed":
    case "emergency":
      return words.writeToTeam;
  }
}

/** What is wrong with the line to us, in one place above the composer. */
export function LinkBanner({ state }: { state: PanelState }) {
  const { words } = useSpeech();
  const { desk } = useReach();
  const refused = state.outbox.find((outgoing) => outgoing.kind === "handoff" && outgoing.state === "refused");
  if (refused) {
    return (
      <div class="banner banner-quiet" role="alert">
        <p>{refused.reason || words.failed}</p>
        <button type="button" class="link-button" onClick={() => desk.retry(refused.key)}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  if (state.online && state.link !== "broken") return null;
  const waiting = pendingOf(state).length;
  return (
    <div class={state.online ? "banner banner-quiet" : "banner"} role="status">
      <WifiOff size={18} />
      {state.online ? (
        <p>{words.reconnecting}</p>
      ) : (
        <p>
          <strong>{words.offline}</strong>
          <br />
          {waiting > 0 ? words.offlineQueue(waiting) : words.offlineRest}
        </p>
      )}
    </div>
  );
}
