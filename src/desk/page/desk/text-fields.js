import { html } from "./preact.js";

/** Labelled fields, a name and a title each; `change` gets what was typed, by name. */
export function TextFields({ titles, values, required, change }) {
  return Object.entries(titles).map(
    ([name, title]) =>
      html`<label class="field" key=${name}>
        ${title}
        <input
          name=${name}
          value=${values[name]}
          required=${name === required}
          dir="auto"
          onInput=${({ target }) => change({ [name]: target.value })}
        />
      </label>`,
  );
}

/** "one, two" as a list. */
export function listOf(words) {
  return words.split(",").flatMap((word) => word.trim() || []);
}
