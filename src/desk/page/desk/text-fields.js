import { html, useRef } from "./preact.js";

/**
 * Labelled fields, a name and a title each. A field is saved when it is left, unless `isNew`: then all are, by the
 * button. What is refused stays in its field, with the reason.
 */
export function TextFields({ of, titles, isNew = false, button = "Save", typing, children }) {
  const subject = typing.subject(of);
  const draft = typing.draft(of);
  const form = useRef(null);
  if (!subject) return null;
  const texts = { ...subject.saved, ...draft?.values };
  const type = (name, value) => typing.type(of, { [name]: value });
  const whyId = `why-${of}`;
  const submit = async (event) => {
    event.preventDefault();
    if (await typing.save(of)) return;
    // Only the button takes the editor to the mistake: whoever leaves a field is typing elsewhere.
    requestAnimationFrame(() => {
      form.current?.querySelector('[aria-invalid="true"]')?.focus();
      form.current?.querySelector(".trouble")?.scrollIntoView({ block: "nearest" });
    });
  };
  return html`<form
    class="fields"
    id=${`form-${of}`}
    ref=${form}
    onSubmit=${submit}
    onChange=${() => !isNew && typing.save(of)}
  >
    ${"isKeyFact" in texts ? html`<${KeyFact} isKeyFact=${texts.isKeyFact} type=${type} />` : null}
    ${Object.entries(titles).map(
      ([name, title]) =>
        html`<label class="field" key=${name}>
          ${title}
          <input
            name=${name}
            value=${texts[name]}
            dir="auto"
            aria-invalid=${String(draft?.field === name)}
            aria-describedby=${draft?.field === name ? whyId : undefined}
            onInput=${({ target }) => type(name, target.value)}
          />
        </label>`,
    )}
    ${draft?.why === undefined ? null : html`<p class="trouble" role="alert" id=${whyId}>${draft.why}</p>`}
    <div class="line">
      <button class="pill" disabled=${draft === undefined}>${button}</button>
      ${children}
    </div>
  </form>`;
}

function KeyFact({ isKeyFact, type }) {
  return html`<label>
    <input
      type="checkbox"
      checked=${isKeyFact}
      onChange=${({ target }) => type("isKeyFact", target.checked)}
    />
    a key fact
  </label>`;
}

/** "one, two" as a list. */
export function listOf(words) {
  return words.split(",").flatMap((word) => word.trim() || []);
}
