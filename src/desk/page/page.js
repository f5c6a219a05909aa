import { html, render, useEffect, useRef, useState } from "./preact.js";
import { Bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { sendAction, subscribeToState } from "./connection.js";
import { Explanation } from "./explanation.js";

const CHATS = { private: "Private chat", group: "Group" };
const TOAST_MS = 3500;

function Page() {
  const [state, setState] = useState(undefined);
  const [isLost, setLost] = useState(false);
  const [chatName, setChatName] = useState("private");
  const [draft, setDraft] = useState({ text: "" });
  const [isExplaining, setExplaining] = useState(isWide());
  const [toast, showToast] = useToast();

  useEffect(
    () =>
      subscribeToState(
        (next) => {
          setLost(false);
          setState(next);
        },
        () => setLost(true),
      ),
    [],
  );
  const toasts = state?.toasts.length ?? 0;
  useEffect(() => {
    if (toasts > 0) showToast(state.toasts.at(-1).text);
  }, [toasts]);
  const act = async (action) => {
    const problem = await sendAction(action).catch(() => "The preview has stopped.");
    if (problem) showToast(problem);
  };

  const openPrivateChat = () => setChatName("private");
  if (!state) return html`<p class="hint">Connecting…</p>`;
  return html`<div class=${`app ${isExplaining ? "explaining" : ""}`}>
    <header class="top">
      <img src="/icon.svg" alt="" width="36" height="36" />
      <div>
        <h1>${state.bot.name}</h1>
        <p>@${state.bot.username} · preview on this machine</p>
      </div>
      <nav aria-label="Chats">
        ${Object.entries(CHATS).map(
          ([name, title]) =>
            html`<button
              aria-pressed=${String(name === chatName)}
              onClick=${() => {
                setChatName(name);
                // A phone has room for only one of the two.
                if (!isWide()) setExplaining(false);
                setDraft({ text: "" });
              }}
            >
              ${title}
            </button>`,
        )}
        <button aria-pressed=${String(isExplaining)} onClick=${() => setExplaining(!isExplaining)}>
          Why?
        </button>
      </nav>
    </header>
    <${Problems} mistakes=${state.mistakes} isLost=${isLost} />
    <main>
      <${Chat}
        key=${chatName}
        ...${{ state, chatName, setDraft, act, showToast, openPrivateChat }}
      />
      <${Composer} ...${{ state, chatName, draft, setDraft, act }} />
    </main>
    ${
      isExplaining
        ? html`<aside aria-labelledby="why">
            <h2 id="why">Why this answer</h2>
            <${Explanation} explanation=${state.explanation} />
          </aside>`
        : null
    }
    <div class="toast" role="status">${toast ? html`<span>${toast}</span>` : null}</div>
  </div>`;
}

function isWide() {
  return matchMedia("(min-width: 64rem)").matches;
}

function useToast() {
  const [toast, setToast] = useState(undefined);
  useEffect(() => {
    const timer = setTimeout(() => setToast(undefined), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return [toast, setToast];
}

function Problems({ mistakes, isLost }) {
  if (isLost) {
    return html`<div class="problems" role="alert">The preview has stopped: start it again.</div>`;
  }
  if (mistakes.length === 0) return null;
  return html`<div class="problems" role="alert">
    <b>The last save has a mistake; the bot still answers from the previous version.</b>
    <ul>
      ${mistakes.map((mistake) => html`<li><code>${mistake}</code></li>`)}
    </ul>
  </div>`;
}

function Chat({ state, chatName, setDraft, act, showToast, openPrivateChat }) {
  const { messages, isTyping } = state.chats[chatName];
  const log = useRef(null);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    log.current.scrollTop = log.current.scrollHeight;
  }, [last, isTyping]);
  const quote = useSelectedQuote(log);

  const onPress = async (message, button) => {
    if (button.callback_data !== undefined) {
      return act({ do: "press", chat: chatName, messageId: message.id, label: button.text });
    }
    if (button.copy_text) {
      await navigator.clipboard.writeText(button.copy_text.text);
      return showToast("Copied");
    }
    if (button.url) {
      const telegram = new URL(button.url);
      const opensHere = telegram.hostname === "t.me" && onLink({ telegram });
      return opensHere ? undefined : open(button.url, "_blank", "noreferrer");
    }
    const query = button.switch_inline_query_current_chat ?? button.switch_inline_query ?? "";
    return setDraft({ text: query, isInline: true });
  };
  const onLink = ({ command, telegram }) => {
    if (command) return act({ do: "say", chat: chatName, text: command });
    if (telegram.pathname.slice(1) !== state.bot.username) return false;
    const parameter = telegram.searchParams.get("start");
    void act({ do: "start", ...(parameter && { parameter }) });
    openPrivateChat();
    return true;
  };
  const onReply = (replyTo) => setDraft({ text: "", replyTo });
  const onEdit = (editing) => setDraft({ text: editing.text, editing });
  const isGroup = chatName === "group";

  return html`<section class="chat" aria-label=${CHATS[chatName]}>
    <div class="log" role="log" aria-label="Messages" tabindex="0" ref=${log}>
      ${messages.length === 0 ? html`<${Beginning} ...${{ chatName, state, act }} />` : null}
      ${messages.map(
        (message) =>
          html`<${Bubble}
            key=${message.id}
            ...${{ message, isGroup, onPress, onReply, onEdit, onLink }}
          />`,
      )}
      ${isTyping ? html`<p class="typing" role="status">${state.bot.name} is typing…</p>` : null}
    </div>
    ${
      quote
        ? html`<button
            class="quote-it"
            onMouseDown=${(event) => event.preventDefault()}
            onClick=${() => {
              const replyTo = messages.find(({ id }) => id === quote.messageId);
              setDraft({ text: "", replyTo, quote: quote.text });
              getSelection().removeAllRanges();
            }}
          >
            Quote and ask
          </button>`
        : null
    }
  </section>`;
}

function Beginning({ chatName, state, act }) {
  if (chatName === "group") {
    return html`<div class="beginning">
      <h2>A group with the bot</h2>
      <p>It answers /ask, a mention of @${state.bot.username}, and replies to its messages.</p>
    </div>`;
  }
  return html`<div class="beginning">
    <h2>Ask the article</h2>
    <p>Every answer is a passage of the article and names who says it. Nothing is made up.</p>
    <button class="primary" onClick=${() => act({ do: "start" })}>Start</button>
  </div>`;
}

/** The words selected in one message. */
function useSelectedQuote(log) {
  const [quote, setQuote] = useState(undefined);
  useEffect(() => {
    const update = () => {
      const selection = getSelection();
      const text = selection.toString().trim();
      const [from, to] = [selection.anchorNode, selection.focusNode].map((node) =>
        node?.parentElement?.closest(".text")?.closest("[data-message]"),
      );
      const isOne = text !== "" && from && from === to && log.current.contains(from);
      setQuote(isOne ? { text, messageId: Number(from.dataset.message) } : undefined);
    };
    document.addEventListener("selectionchange", update);
    return () => document.removeEventListener("selectionchange", update);
  }, []);
  return quote;
}

render(html`<${Page} />`, document.body);
