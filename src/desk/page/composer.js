import { html, useEffect, useRef } from "./preact.js";
import { choiceId, Menu } from "./menu.js";
import { MAX_INLINE_QUERY, useMenu } from "./use-menu.js";

/** Telegram's limit. */
const MAX_TEXT = 4096;
/** An inline query is asked when the reader stops typing for a moment. */
const TYPING_PAUSE_MS = 150;
const MENU = "choices";

/** The input line, with its menus, the current reply or edit, and what went wrong. */
export function Composer({ state, chatName, draft, setDraft, act, problem, setProblem }) {
  const form = useRef(null);
  const input = useRef(null);
  const [menu, openMenu] = useMenu(form, draft, { state, chatName });
  const choices = menu?.choices ?? [];
  const { at } = menu ?? {};
  const excess = excessIn(draft);
  const isCommandsMenu = menu?.isCommands === true;

  useEffect(() => {
    input.current.focus({ preventScroll: true });
  }, [chatName, draft.replyTo, draft.editing, draft.isInline]);
  useInlineQuery(draft, chatName, act);

  const send = async (event) => {
    event?.preventDefault();
    const text = draft.text.trim();
    if (text === "" || draft.isInline || excess) return;
    setDraft({ text: "" });
    openMenu(undefined);
    const failure = await act(actionFor({ ...draft, text }, chatName));
    if (failure) setDraft((now) => restored(draft, now));
  };
  const choose = ({ command, resultId, startParameter, isInline, text }) => {
    input.current.focus();
    openMenu(undefined);
    if (isInline) return setDraft({ text: "", isInline });
    if (resultId === undefined && startParameter === undefined && command === undefined) {
      return setDraft({ ...draft, text: isCommandsMenu ? text + restOf(draft) : text });
    }
    // A command from the menu leaves what was typed otherwise as it is.
    const isTyped = draft.isInline || draft.text.startsWith("/");
    if (isTyped) setDraft({ text: "" });
    if (resultId !== undefined) return act({ do: "choose-inline", chat: chatName, resultId });
    if (startParameter !== undefined) return act({ do: "start", parameter: startParameter });
    return act({ do: "say", chat: chatName, text: command });
  };
  const onKey = (event) => {
    if (event.isComposing) return;
    const chosen = choices[at];
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && chosen) {
      event.preventDefault();
      openMenu({ at: (at + move + choices.length) % choices.length });
    } else if (event.key === "Tab" && !event.shiftKey && chosen?.text !== undefined) {
      event.preventDefault();
      choose({ ...chosen, command: undefined });
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (chosen && chosen.title !== draft.text.trim()) choose(chosen);
      else void send();
    } else if (event.key === "Escape") {
      if (menu) return openMenu(undefined);
      setDraft({ text: draft.editing || draft.isInline ? "" : draft.text });
    }
  };
  return html`<form class="composer" onSubmit=${send} ref=${form}>
    ${
      menu
        ? html`<${Menu}
            id=${MENU}
            label=${menu.label}
            choices=${choices}
            active=${at}
            choose=${choose}
            empty=${menu.empty}
          />`
        : null
    }
    <${Trouble}
      ...${{ problem, excess }}
      retry=${() => act(problem.action)}
      close=${() => setProblem(undefined)}
    />
    <${About} draft=${draft} cancel=${() => setDraft({ text: draft.editing ? "" : draft.text })} />
    <div class="line">
      <button
        type="button"
        class="round"
        aria-label="Commands"
        aria-haspopup="listbox"
        aria-expanded=${String(isCommandsMenu)}
        onClick=${() => {
          if (draft.isInline) setDraft({ text: "" });
          openMenu(isCommandsMenu ? undefined : { isCommands: true });
          input.current.focus();
        }}
      >
        /
      </button>
      <button
        type="button"
        class="round"
        aria-label="Inline query"
        aria-pressed=${String(Boolean(draft.isInline))}
        onClick=${() => setDraft({ text: "", isInline: !draft.isInline })}
      >
        @
      </button>
      <textarea
        ref=${input}
        rows="1"
        dir="auto"
        aria-label=${draft.isInline ? "Inline query" : "Your question"}
        aria-autocomplete="list"
        aria-controls=${menu ? MENU : undefined}
        aria-activedescendant=${choices.length > 0 ? choiceId(at) : undefined}
        aria-invalid=${excess ? "true" : undefined}
        placeholder=${placeholder(draft, chatName, state.bot)}
        value=${draft.text}
        onInput=${({ target }) => {
          setDraft({ ...draft, text: target.value });
          openMenu({});
        }}
        onClick=${() => openMenu((now) => now ?? {})}
        onKeyDown=${onKey}
      ></textarea>
      <button class="round send" aria-label="Send">↑</button>
    </div>
  </form>`;
}

function useInlineQuery({ text, isInline }, chatName, act) {
  const query = isInline ? text.trim() : undefined;
  useEffect(() => {
    if (query === undefined || query.length > MAX_INLINE_QUERY) return undefined;
    const timer = setTimeout(
      () => act({ do: "ask-inline", chat: chatName, query }),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [query, chatName]);
}

/** Words that a command is put before. */
function restOf({ text }) {
  return text.startsWith("/") ? "" : text;
}

const number = new Intl.NumberFormat("en");

/** The length of a text that is too long for Telegram. */
function excessIn({ text, isInline }) {
  const { length } = text.trim();
  return !isInline && length > MAX_TEXT ? length : undefined;
}

/** Puts a text that was not sent back, before what has been typed since. */
function restored(unsent, now) {
  return now.text === "" ? unsent : { ...now, text: `${unsent.text}\n${now.text}` };
}

/** What went wrong, and the way out. */
function Trouble({ problem, excess, retry, close }) {
  if (excess) {
    return html`<p class="trouble" role="status">
      This message has ${number.format(excess)} characters. Telegram sends at most
      ${` ${number.format(MAX_TEXT)}`}: shorten it by ${number.format(excess - MAX_TEXT)}.
    </p>`;
  }
  if (!problem) return null;
  const isText = ["say", "edit"].includes(problem.action.do);
  return html`<div class="trouble" role="alert">
    <span>${isText ? "Not sent. " : ""}${problem.sentence}</span>
    <button type=${isText ? "submit" : "button"} onClick=${isText ? undefined : retry}>
      Try again
    </button>
    <button type="button" class="quiet" aria-label="Close" onClick=${close}>✕</button>
  </div>`;
}

/** The message that is replied to, quoted or edited. */
function About({ draft, cancel }) {
  const { editing, replyTo, quote } = draft;
  if (!replyTo && !editing) return null;
  return html`<div class="about">
    <b>${editing ? "Editing" : quote ? "Quoting" : "Replying to"}</b>
    <span dir="auto">${quote ?? (replyTo ?? editing).text}</span>
    <button type="button" class="quiet" aria-label="Cancel" onClick=${cancel}>✕</button>
  </div>`;
}

function actionFor({ text, replyTo, quote, editing }, chat) {
  if (editing) return { do: "edit", chat, messageId: editing.id, text };
  return {
    do: "say",
    chat,
    text,
    ...(replyTo && { replyTo: replyTo.id }),
    ...(quote && { quote }),
  };
}

function placeholder({ isInline }, chatName, { username }) {
  if (isInline) return `@${username} in any chat: find a passage`;
  return chatName === "group" ? "Mention the bot, or /ask" : "Ask about the article";
}
