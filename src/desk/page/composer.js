import { html, useEffect, useRef, useState } from "./preact.js";

/** The input line, with commands, the current reply or edit, and inline results. */
export function Composer({ state, chatName, draft, setDraft, act }) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const input = useRef(null);
  const { commands } = state.chats[chatName];
  const inlineQuery = draft.isInline ? draft.text.trim() : undefined;

  useEffect(() => input.current.focus(), [chatName, draft.replyTo, draft.editing, draft.isInline]);
  useEffect(() => {
    if (inlineQuery === undefined) return undefined;
    const timer = setTimeout(
      () => act({ do: "ask-inline", chat: chatName, query: inlineQuery }),
      150,
    );
    return () => clearTimeout(timer);
  }, [inlineQuery, chatName]);

  const send = (event) => {
    event?.preventDefault();
    const text = draft.text.trim();
    if (text === "" || inlineQuery !== undefined) return;
    act(actionFor({ ...draft, text }, chatName));
    setDraft({ text: "" });
  };
  const onKey = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
    if (event.key === "Escape") {
      setMenuOpen(false);
      setDraft({ text: draft.editing || draft.isInline ? "" : draft.text });
    }
  };
  const run = (command) => {
    setMenuOpen(false);
    act({ do: "say", chat: chatName, text: `/${command}` });
    input.current.focus();
  };

  return html`<form class="composer" onSubmit=${send}>
    ${
      isMenuOpen
        ? html`<ul class="menu" id="commands">
            ${commands.map(
              ({ command, description }) =>
                html`<li>
                  <button type="button" onClick=${() => run(command)}>
                    <b>/${command}</b><span>${description}</span>
                  </button>
                </li>`,
            )}
          </ul>`
        : null
    }
    ${
      inlineQuery === undefined
        ? null
        : html`<${InlineResults}
            inline=${state.inline}
            query=${inlineQuery}
            choose=${(resultId) => {
              act({ do: "choose-inline", chat: chatName, resultId });
              setDraft({ text: "" });
            }}
          />`
    }
    ${
      draft.replyTo || draft.editing
        ? html`<div class="about">
            <b>${draft.editing ? "Editing" : draft.quote ? "Quoting" : "Replying to"}</b>
            <span>${draft.quote ?? (draft.replyTo ?? draft.editing).text}</span>
            <button
              type="button"
              class="quiet"
              aria-label="Cancel"
              onClick=${() => setDraft({ text: "" })}
            >
              ✕
            </button>
          </div>`
        : null
    }
    <div class="line">
      <button
        type="button"
        class="round"
        aria-label="Commands"
        aria-expanded=${String(isMenuOpen)}
        aria-controls="commands"
        onClick=${() => setMenuOpen(!isMenuOpen)}
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
        aria-label=${draft.isInline ? "Inline query" : "Your question"}
        placeholder=${placeholder(draft, chatName, state.bot)}
        value=${draft.text}
        onInput=${({ target }) => setDraft({ ...draft, text: target.value })}
        onKeyDown=${onKey}
      ></textarea>
      <button class="round send" aria-label="Send">↑</button>
    </div>
  </form>`;
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

function InlineResults({ inline, query, choose }) {
  const isCurrent = inline?.query === query && inline.isAnswered;
  if (!isCurrent) {
    return html`<p class="menu empty" role="status">
      The bot has not answered this inline query.
    </p>`;
  }
  return html`<ul class="menu results" aria-label="Inline results">
    ${inline.results.map(
      ({ id, title, description }) =>
        html`<li>
          <button type="button" onClick=${() => choose(id)}>
            <b>${title}</b><span>${description}</span>
          </button>
        </li>`,
    )}
    ${inline.results.length === 0 ? html`<li class="empty">${inline.button?.text ?? "No passage about that."}</li>` : null}
  </ul>`;
}
