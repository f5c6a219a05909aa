import { html, useEffect } from "./preact.js";

/** A list of choices above the input line. The input keeps the focus; `active` is the choice that Enter takes. */
export function Menu({ id, label, choices, active, choose, empty }) {
  useEffect(() => {
    document.getElementById(choiceId(active))?.scrollIntoView({ block: "nearest" });
  }, [active]);
  if (choices.length === 0) return html`<p class="menu empty" role="status">${empty}</p>`;
  return html`<ul class="menu" role="listbox" id=${id} aria-label=${label}>
    ${choices.map(
      (choice, at) =>
        html`<li
          role="option"
          id=${choiceId(at)}
          key=${choice.key}
          aria-selected=${String(at === active)}
          onMouseDown=${(event) => event.preventDefault()}
          onClick=${() => choose(choice)}
        >
          <b dir="auto">${choice.title}</b><span dir="auto">${choice.about}</span>
        </li>`,
    )}
  </ul>`;
}

export function choiceId(at) {
  return `choice-${at}`;
}

const COMMAND_BEGUN = /^\/(?<name>\w*)$/u;
const MENTION_BEGUN = /(?:^|\s)@(?<name>\w*)$/u;

/** A command that is nothing without words after it. */
const TAKES_WORDS = "ask";

/** What completes the text: a command, the bot's name, or an inline query. */
export function choicesFor(text, { commands, chatName, username }) {
  const command = COMMAND_BEGUN.exec(text);
  if (command) return commandChoices(commands, command.groups.name);
  const mention = MENTION_BEGUN.exec(text);
  if (!mention || !username.startsWith(mention.groups.name.toLowerCase())) return [];

  const before = text.slice(0, text.length - mention.groups.name.length - 1);
  const name = `@${username}`;
  const asMention = { key: "mention", title: name, about: "ask the bot in this group" };
  const asInline = { key: "inline", title: `${name} …`, about: "find a passage and post it here" };
  return [
    ...(chatName === "group" ? [{ ...asMention, text: `${before}${name} ` }] : []),
    ...(before === "" ? [{ ...asInline, isInline: true }] : []),
  ];
}

/** All commands, or those that begin like this. */
export function commandChoices(commands, begun = "") {
  return commands
    .filter(({ command }) => command.startsWith(begun.toLowerCase()))
    .map(({ command, description }) => ({
      key: command,
      title: `/${command}`,
      about: description,
      text: `/${command} `,
      ...(command !== TAKES_WORDS && { command: `/${command}` }),
    }));
}

/** What an inline query found. */
export function inlineChoices({ results = [], button }) {
  const found = results.map(({ id, title, description }) => ({
    key: id,
    title,
    about: description,
    resultId: id,
  }));
  if (found.length > 0 || !button) return found;
  const { text, startParameter } = button;
  return [{ key: "button", title: text, about: "in your private chat", startParameter }];
}
