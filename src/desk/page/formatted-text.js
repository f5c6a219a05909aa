import { html, useState } from "./preact.js";

/** A message's text with its entities as elements, never as HTML. */
export function FormattedText({ text, entities, onLink }) {
  return spans(text, entities, 0, text.length, onLink);
}

/** Entities nest properly: the first and longest at an offset contains those that begin inside it. */
function spans(text, entities, from, to, onLink) {
  const inside = entities
    .filter(({ offset, length }) => offset >= from && offset + length <= to)
    .toSorted((one, other) => one.offset - other.offset || other.length - one.length);
  const parts = [];
  let at = from;
  for (const entity of inside) {
    if (entity.offset < at) continue;
    const end = entity.offset + entity.length;
    const others = entities.filter((other) => other !== entity);
    const isBlock = entity.type.endsWith("blockquote");
    // A blockquote is a block element, so the line breaks around it are dropped.
    const before = text.slice(at, entity.offset);
    parts.push(isBlock ? before.replace(/\n$/u, "") : before);
    parts.push(
      html`<${Entity} entity=${entity} words=${text.slice(entity.offset, end)} onLink=${onLink}>
        ${spans(text, others, entity.offset, end, onLink)}
      <//>`,
    );
    at = isBlock && text[end] === "\n" ? end + 1 : end;
  }
  parts.push(text.slice(at, to));
  return parts;
}

const SIMPLE = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};

function Entity({ entity, words, onLink, children }) {
  const name = SIMPLE[entity.type];
  if (name) return html`<${name}>${children}<//>`;
  switch (entity.type) {
    case "expandable_blockquote":
      return html`<${Expandable}>${children}<//>`;
    case "text_link":
    case "url":
      return html`<${Link} url=${entity.url ?? words} onLink=${onLink}>${children}<//>`;
    case "bot_command":
      return html`<button class="link" onClick=${() => onLink({ command: words })}>
        ${children}
      </button>`;
    default:
      return html`<span class=${entity.type}>${children}</span>`;
  }
}

function Expandable({ children }) {
  const [isOpen, setOpen] = useState(false);
  return html`<blockquote class=${isOpen ? "" : "folded"}>
    <div class="quoted">${children}</div>
    <button class="unfold" aria-expanded=${String(isOpen)} onClick=${() => setOpen(!isOpen)}>
      ${isOpen ? "Show less" : "Show all"}
    </button>
  </blockquote>`;
}

/** Web links only; one to this bot opens here. */
function Link({ url, onLink, children }) {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !["http:", "https:"].includes(address.protocol)) return children;
  const isTelegram = address.hostname === "t.me";
  const follow = (event) => {
    if (isTelegram && onLink({ telegram: address })) event.preventDefault();
  };
  return html`<a href=${url} target="_blank" rel="noreferrer noopener" onClick=${follow}
    >${children}</a
  >`;
}
