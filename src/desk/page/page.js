import { html, render, useEffect, useRef, useState } from "./preact.js";
import { Chat, CHATS } from "./chat.js";
import { Composer } from "./composer.js";
import { subscribeToState } from "./connection.js";
import { WhyPanel } from "./explanation.js";
import { copy, useNotice } from "./notice.js";
import { sharedBy, ShareDialog } from "./share.js";
import { useActions } from "./use-actions.js";

function Page() {
  const [state, setState] = useState(undefined);
  const [isLost, setLost] = useState(false);
  const [chatName, setChatName] = useState("private");
  const [draft, setDraft, setDrafts] = useDrafts(chatName);
  const [isExplaining, setExplaining] = useState(isWide());
  const [shared, setShared] = useState(undefined);
  const [explained, explain] = useExplained(state, chatName);
  const isEarlier = isExplaining && explained?.isEarlier === true;
  const [notice, showNotice] = useNotice(state);
  const { act, actedAt, isBusy, problem, setProblem } = useActions();

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
  const panel = useRef(null);
  useEffect(() => {
    // It covers the chat, so the focus may not stay there.
    if (isExplaining && !isWide()) panel.current?.focus();
  }, [isExplaining]);
  if (!state) return html`<p class="hint connecting" role="status">Connecting…</p>`;

  const openChat = (name) => {
    setChatName(name);
    // A phone has room for only one of the two.
    if (!isWide()) setExplaining(false);
    showNotice("");
    setProblem(undefined);
  };
  const { username } = state.bot;
  const link = ({ command, telegram }) => {
    if (command) return act({ do: "say", chat: chatName, text: command });
    if (telegram.pathname.slice(1) !== username) return false;
    const parameter = telegram.searchParams.get("start");
    void act({ do: "start", ...(parameter && { parameter }) });
    openChat("private");
    return true;
  };
  const press = (message, button) => {
    if (button.callback_data !== undefined) {
      return act({ do: "press", chat: chatName, messageId: message.id, label: button.text });
    }
    if (button.copy_text) return copy(button.copy_text.text).then(showNotice);
    const sharing = sharedBy(button);
    if (sharing) return setShared(sharing);
    if (button.url) return follow(button.url, link);
    const query = button.switch_inline_query_current_chat ?? "";
    return setDraft({ text: query, isInline: true });
  };
  const on = {
    press,
    link,
    start: () => act({ do: "start" }),
    reply: (replyTo) => setDraft({ text: "", replyTo }),
    edit: (editing) => setDraft({ text: editing.text, editing }),
    explain: (message) => {
      explain(message);
      setExplaining(true);
    },
  };

  return html`<div class=${`app ${isExplaining ? "explaining" : ""}`}>
    <header class="top">
      <img src="/icon.svg" alt="" width="36" height="36" />
      <div>
        <h1>${state.bot.name}</h1>
        <p>@${username} · preview on this machine</p>
      </div>
      <nav aria-label="Chats">
        ${Object.entries(CHATS).map(
          ([name, title]) =>
            html`<button aria-pressed=${String(name === chatName)} onClick=${() => openChat(name)}>
              ${title}
            </button>`,
        )}
        <button aria-pressed=${String(isExplaining)} onClick=${() => setExplaining(!isExplaining)}>
          Why?
        </button>
        <a class="pill" href="desk/">Desk</a>
      </nav>
    </header>
    <${Problems} mistakes=${state.mistakes} isLost=${isLost || state.hasStopped} />
    <main>
      <${Chat}
        key=${chatName}
        ...${{ state, chatName, setDraft, on, isBusy, actedAt, notice }}
        explained=${isEarlier ? explained.message.id : undefined}
      />
      <${Composer} ...${{ state, chatName, draft, setDraft, act, problem, setProblem }} />
    </main>
    ${
      isExplaining
        ? html`<aside
            aria-labelledby="why"
            tabindex="-1"
            ref=${panel}
            onKeyDown=${({ key }) => key === "Escape" && !isWide() && setExplaining(false)}
          >
            <h2 id="why">Why this reply</h2>
            <${WhyPanel} number=${explained?.message.why} />
          </aside>`
        : null
    }
    ${
      shared
        ? html`<${ShareDialog}
            ...${{ shared, username }}
            choose=${(name) => {
              setDrafts((drafts) => ({ ...drafts, [name]: draftSharing(shared) }));
              openChat(name);
            }}
            close=${() => setShared(undefined)}
          />`
        : null
    }
  </div>`;
}

function isWide() {
  return matchMedia("(min-width: 64rem)").matches;
}

/** The reply that is explained: the one picked until there is a newer one, or the newest. */
function useExplained(state, chatName) {
  const [picked, setPicked] = useState(undefined);
  const messages = (state?.chats[chatName].messages ?? []).filter(({ why }) => why !== undefined);
  const newest = messages.toSorted((one, other) => one.why - other.why).at(-1);
  const isCurrent = picked?.chatName === chatName && picked.newest === newest?.why;
  const message = (isCurrent && messages.find(({ id }) => id === picked.id)) || newest;
  const explained = message && { message, isEarlier: message !== newest };
  return [explained, ({ id }) => setPicked({ id, chatName, newest: newest?.why })];
}

/** What is being written in each chat. */
function useDrafts(chatName) {
  const [drafts, setDrafts] = useState({});
  const draftIn = (all) => all[chatName] ?? { text: "" };
  const setDraft = (next) =>
    setDrafts((all) => ({
      ...all,
      [chatName]: typeof next === "function" ? next(draftIn(all)) : next,
    }));
  return [draftIn(drafts), setDraft, setDrafts];
}

function draftSharing({ text, query }) {
  return query === undefined ? { text } : { text: query, isInline: true };
}

function follow(url, link) {
  const telegram = new URL(url);
  const opensHere = telegram.hostname === "t.me" && link({ telegram });
  if (!opensHere) open(url, "_blank", "noreferrer");
}

function Problems({ mistakes, isLost }) {
  if (isLost) {
    return html`<div class="problems" role="alert">
      The preview has stopped. Start it again with <code>npm start</code>; this page then goes on.
    </div>`;
  }
  if (mistakes.length === 0) return null;
  return html`<div class="problems" role="alert">
    <b>The last save has a mistake; the bot still answers from the previous version.</b>
    <ul>
      ${mistakes.map((mistake) => html`<li><code>${mistake}</code></li>`)}
    </ul>
  </div>`;
}

render(html`<${Page} />`, document.body);
