import { html, useState } from "./preact.js";
import { listOf, TextFields } from "./text-fields.js";

/** Everybody in the article: names, roles and aliases, and who are one and the same. */
export function PeoplePanel({ article, voices, edit }) {
  const [openId, setOpenId] = useState(undefined);
  const numbers = new Map(voices.map(({ id, number }) => [id, number]));
  return html`<div class="fields">
    <ul class="people">
      ${article.people.map((person) => {
        const { id, name, capacity, isPublisher } = person;
        const isOpen = id === openId;
        return html`<li key=${id}>
          <button
            class="person"
            aria-expanded=${String(isOpen)}
            onClick=${() => setOpenId(isOpen ? undefined : id)}
          >
            <b class="tag">${isPublisher ? 0 : numbers.get(id)}</b>
            <span dir="auto">${name}</span>
            <small dir="auto">${isPublisher ? "publisher" : (capacity ?? "")}</small>
          </button>
          ${
            isOpen
              ? html`<${PersonForm}
                  key=${person.seen}
                  ...${{ person, edit, others: article.people.filter((one) => one !== person) }}
                />`
              : null
          }
        </li>`;
      })}
    </ul>
    <h3>Somebody else</h3>
    <${PersonForm} ...${{ edit, others: [] }} />
  </div>`;
}

const TITLES = { name: "Name", capacity: "Role", aliases: "Other names, with commas between them" };

const NOBODY = { name: "", capacity: "", aliases: [], seen: "" };

function PersonForm({ person = NOBODY, edit, others }) {
  const [fields, setFields] = useState({
    name: person.name,
    capacity: person.capacity ?? "",
    aliases: person.aliases.join(", "),
  });
  const isNew = person === NOBODY;
  const save = async (event) => {
    event.preventDefault();
    const aliases = listOf(fields.aliases);
    const change = { do: "person", ...(!isNew && { id: person.id }), ...fields, aliases };
    if ((await edit(person.seen, change)) && isNew)
      setFields({ name: "", capacity: "", aliases: "" });
  };
  return html`<form class="fields" onSubmit=${save}>
    <${TextFields}
      titles=${TITLES}
      values=${fields}
      required="name"
      change=${(changed) => setFields({ ...fields, ...changed })}
    />
    <div class="line">
      <button class="pill">${isNew ? "Add" : "Save"}</button>
      ${isNew ? null : html`<${Merge} ...${{ person, others, edit }} />`}
    </div>
  </form>`;
}

function Merge({ person, others, edit }) {
  if (person.isPublisher || others.length === 0) return null;
  const merge = ({ target }) => {
    if (target.value === "") return;
    const change =
      target.value === REMOVE
        ? { do: "remove-person", person: person.id }
        : { do: "merge", person: person.id, into: target.value };
    void edit(person.seen, change);
    target.value = "";
  };
  return html`<select aria-label=${`${person.name} is really …`} onChange=${merge}>
    <option value="">is really …</option>
    ${others.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
    <option value=${REMOVE}>nobody: take out</option>
  </select>`;
}

/** No id of a person has a space. */
const REMOVE = "take out";
