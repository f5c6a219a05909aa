import { html, useState } from "./preact.js";

/** A digit names each of them. */
const NAMED_BY_DIGITS = 10;
/** More is not looked through. */
const SHOWN = 6;

/** Finds one of many speakers by number or name: type, go with the arrows, Enter. */
export function FindSpeaker({ voices, choose }) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  if (voices.length <= NAMED_BY_DIGITS) return null;
  const found = typed.trim() === "" ? [] : matching(voices, typed).slice(0, SHOWN);
  const pick = (voice) => {
    setTyped("");
    setAt(0);
    document.activeElement?.blur();
    choose(voice);
  };
  const press = (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && found.length > 0) setAt((at + move + found.length) % found.length);
    else if (event.key === "Enter" && found[at]) pick(found[at]);
    else return;
    event.preventDefault();
  };
  return html`<div class="find">
    <label for="find-speaker">Find a speaker by number or name</label>
    <input
      id="find-speaker"
      role="combobox"
      autocomplete="off"
      aria-expanded=${String(found.length > 0)}
      aria-controls="found-speakers"
      aria-activedescendant=${found[at] ? `found-${at}` : undefined}
      value=${typed}
      onInput=${({ target }) => {
        setTyped(target.value);
        setAt(0);
      }}
      onKeyDown=${press}
    />
    <ul id="found-speakers" role="listbox" aria-label="Speakers found" hidden=${found.length === 0}>
      ${found.map(
        (voice, place) =>
          html`<li
            id=${`found-${place}`}
            role="option"
            aria-selected=${String(place === at)}
            onMouseDown=${() => pick(voice)}
          >
            ${voice.number}. <span dir="auto">${voice.name}</span>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** The one of that number first; then names, or words of names, that begin so. */
function matching(voices, typed) {
  const wanted = plain(typed.trim());
  if (/^\d+$/u.test(wanted)) {
    return voices
      .filter(({ number }) => String(number).startsWith(wanted))
      .toSorted((one, other) => one.number - other.number);
  }
  const begins = ({ name }) => ` ${plain(name)}`.includes(` ${wanted}`);
  const rest = voices.filter((voice) => !begins(voice) && plain(voice.name).includes(wanted));
  return [...voices.filter(begins), ...rest];
}

/** Without capitals and accents. */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
