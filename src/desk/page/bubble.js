import { html, useMemo } from "./preact.js";
import { FormattedText } from "./formatted-text.js";

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

/** One message with its buttons and actions, drawn again only if it changes. `on`: a ref to what they do. */
export function Bubble({ message, isGroup, isExplained, on }) {
  return useMemo(
    () => html`<${Message} ...${{ message, isGroup, isExplained, on }} />`,
    [JSON.stringify(message), isGroup, isExplained],
  );
}

function Message({ message, isGroup, isExplained, on }) {
  const { isOwn, from, replyTo } = message;
  const sentAt = time.format(message.date * 1000);
  return html`<article
    class=${`message ${isOwn ? "own" : "bots"} ${isExplained ? "explained" : ""}`}
    id=${`message-${message.id}`}
    data-message=${message.id}
    aria-label=${`${isOwn ? "You" : from}, ${sentAt}`}
  >
    <div class="bubble">
      ${isGroup && !isOwn ? html`<div class="from">${from}</div>` : null}
      ${
        replyTo
          ? html`<a class="reply-to" href=${`#message-${replyTo.id}`}>
              <b>${replyTo.from}</b><span dir="auto">${firstWords(replyTo.text)}</span>
            </a>`
          : null
      }
      <div class="text" dir="auto">
        <${FormattedText}
          text=${message.text}
          entities=${message.entities}
          onLink=${(link) => on.current.link(link)}
        />
      </div>
      <footer>
        ${message.isInline ? html`<span>via the bot</span>` : null}
        ${message.isEdited ? html`<span>edited</span>` : null}
        <time>${sentAt}</time>
        <span class="actions">
          <button class="quiet" onClick=${() => on.current.reply(message)}>Reply</button>
          ${
            message.why === undefined
              ? null
              : html`<button class="quiet" onClick=${() => on.current.explain(message)}>
                  Why?
                </button>`
          }
          ${isOwn ? html`<button class="quiet" onClick=${() => on.current.edit(message)}>Edit</button>` : null}
        </span>
      </footer>
    </div>
    <${Keyboard}
      rows=${message.keyboard}
      onPress=${(button) => on.current.press(message, button)}
    />
  </article>`;
}

function Keyboard({ rows, onPress }) {
  if (rows.length === 0) return null;
  return html`<div class="keyboard" role="group" aria-label="Buttons of this message">
    ${rows.map(
      (row) =>
        html`<div class="row">
          ${row.map(
            (button) =>
              html`<button dir="auto" onClick=${() => onPress(button)}>${button.text}</button>`,
          )}
        </div>`,
    )}
  </div>`;
}

const MAX_QUOTE_LENGTH = 90;

function firstWords(text) {
  return text.length > MAX_QUOTE_LENGTH ? `${text.slice(0, MAX_QUOTE_LENGTH)}…` : text;
}
