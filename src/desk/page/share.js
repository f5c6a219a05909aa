import { html, useEffect, useRef } from "./preact.js";
import { CHATS } from "./chat.js";

/** What a button shares, if it does: a link, or words for an inline query. */
export function sharedBy({ url, switch_inline_query: query }) {
  if (query !== undefined) return { query };
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname, pathname, searchParams } = new URL(url);
  if (hostname !== "t.me" || pathname !== "/share/url") return undefined;
  const parts = [searchParams.get("url"), searchParams.get("text")];
  return { text: parts.filter(Boolean).join("\n") };
}

/** Asks for a chat, as Telegram does, and says what happens then. */
export function ShareDialog({ shared, username, choose, close }) {
  const dialog = useRef(null);
  useEffect(() => dialog.current.showModal(), []);
  const text = shared.text ?? `@${username} ${shared.query}`;
  return html`<dialog
    ref=${dialog}
    aria-labelledby="share"
    onClose=${close}
    onClick=${({ target }) => {
      if (target === dialog.current) dialog.current.close();
    }}
  >
    <div class="share">
      <h2 id="share">Share with…</h2>
      <p>Telegram asks for a chat and writes this into its input line. Nothing is sent yet.</p>
      <blockquote dir="auto">${text}</blockquote>
      <div class="row">
        ${Object.entries(CHATS).map(
          ([name, title]) =>
            html`<button
              onClick=${() => {
                dialog.current.close();
                choose(name);
              }}
            >
              ${title}
            </button>`,
        )}
        <button class="quiet" onClick=${() => dialog.current.close()}>Cancel</button>
      </div>
    </div>
  </dialog>`;
}
