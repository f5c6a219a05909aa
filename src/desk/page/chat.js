import { html, useEffect, useLayoutEffect, useRef, useState } from "./preact.js";
import { Bubble } from "./bubble.js";

export const CHATS = { private: "Private chat", group: "Group" };

/** The messages of a chat, and a line below them for what is going on. */
export function Chat({ state, chatName, setDraft, on, isBusy, actedAt, notice, explained }) {
  const { messages, isTyping } = state.chats[chatName];
  const log = useRef(null);
  useReadingPosition(log, chatName, { messages, actedAt });
  const quote = useSelectedQuote(log);
  const isGroup = chatName === "group";
  const handlers = useRef(on);
  handlers.current = on;
  const quoteIt = () => {
    const replyTo = messages.find(({ id }) => id === quote.messageId);
    setDraft({ text: "", replyTo, quote: quote.text });
    getSelection().removeAllRanges();
  };

  return html`<section class="chat" aria-label=${CHATS[chatName]}>
    <div class="log" role="log" aria-label="Messages" tabindex="0" ref=${log}>
      ${messages.length === 0 ? html`<${Beginning} ...${{ chatName, state, on }} />` : null}
      ${messages.map(
        (message) =>
          html`<${Bubble}
            key=${message.id}
            ...${{ message, isGroup, on: handlers, isExplained: message.id === explained }}
          />`,
      )}
    </div>
    <div class="status">
      ${
        quote
          ? html`<button
              class="quote-it"
              onMouseDown=${(event) => event.preventDefault()}
              onClick=${quoteIt}
            >
              Quote and ask
            </button>`
          : isTyping || isBusy
            ? html`<span class="typing">
                ${isTyping ? `${state.bot.name} is typing…` : "Sending…"}
              </span>`
            : null
      }
      <span class="notice" role="status">${notice}</span>
    </div>
  </section>`;
}

/** The end counts as reached this many pixels before it. */
const NEAR_END = 60;
/** Room above a message that is taller than the window. */
const ABOVE_MESSAGE = 16;
/** A message that comes so soon after this tab has sent or pressed something is its doing. */
const OWN_DOING_MS = 5000;
/** Browsers without the event `scrollend` take no longer to scroll. */
const GLIDE_MS = 800;

/** Opens a chat where its reader was, or at its end, and follows it while its reader is at the end. */
function useReadingPosition(log, chatName, { messages, actedAt }) {
  const last = messages.at(-1);
  const place = useRef({ isFollowing: true, isGliding: false, last: undefined });
  const key = `reading position: ${chatName}`;

  useLayoutEffect(() => {
    const { current: box } = log;
    const left = sessionStorage.getItem(key);
    box.scrollTo({ top: left === null ? box.scrollHeight : Number(left), behavior: "instant" });
    place.current.isFollowing = isAtEnd(box);

    const settle = () => {
      place.current.isGliding = false;
      place.current.isFollowing = isAtEnd(box);
    };
    const keep = () => {
      if (isAtEnd(box)) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, String(Math.round(box.scrollTop)));
      if (!place.current.isGliding) place.current.isFollowing = isAtEnd(box);
    };
    const stay = new ResizeObserver(() => {
      if (place.current.isFollowing) box.scrollTo({ top: box.scrollHeight, behavior: "instant" });
    });
    stay.observe(box);
    box.addEventListener("scroll", keep);
    box.addEventListener("scrollend", settle);
    return () => {
      stay.disconnect();
      box.removeEventListener("scroll", keep);
      box.removeEventListener("scrollend", settle);
    };
  }, []);

  useLayoutEffect(() => {
    const { current: now } = place;
    const isFirst = now.last === undefined;
    const isNew = now.last !== last?.id;
    now.last = last?.id;
    const isOwnDoing = isNew && performance.now() - actedAt.current < OWN_DOING_MS;
    if (isNew) actedAt.current = -Infinity;
    if (isFirst || !(now.isFollowing || isOwnDoing)) return undefined;

    const { current: box } = log;
    const top = isNew ? topFor(box, last) : box.scrollHeight;
    const hasFarToGo = Math.abs(box.scrollTop - top) > 1;
    now.isGliding = hasFarToGo;
    now.isFollowing = true;
    box.scrollTo({ top, behavior: isNew ? "auto" : "instant" });
    const timer = setTimeout(() => {
      now.isGliding = false;
    }, GLIDE_MS);
    return () => clearTimeout(timer);
  }, [JSON.stringify(last)]);
}

function isAtEnd({ scrollTop, scrollHeight, clientHeight }) {
  return scrollHeight - clientHeight - scrollTop <= NEAR_END;
}

/** The end, unless the message would then begin above the window. */
function topFor(box, { id }) {
  const end = box.scrollHeight - box.clientHeight;
  const message = document.getElementById(`message-${id}`);
  return message ? Math.min(end, message.offsetTop - ABOVE_MESSAGE) : end;
}

function Beginning({ chatName, state, on }) {
  if (chatName === "group") {
    return html`<div class="beginning">
      <h2>A group with the bot</h2>
      <p>It answers /ask, a mention of @${state.bot.username}, and replies to its messages.</p>
    </div>`;
  }
  return html`<div class="beginning">
    <h2>Ask the article</h2>
    <p>Every answer is a passage of the article and names who says it. Nothing is made up.</p>
    <button class="primary" onClick=${on.start}>Start</button>
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
