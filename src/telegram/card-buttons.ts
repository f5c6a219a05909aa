import type { Citation } from "../answer/answer.ts";
import type { Snippet } from "../search/snippet.ts";
import { referenceTo, type ShownReferences } from "./callback-data.ts";
import { capitalised, shortened, topicOf, type Button } from "./reply.ts";
import { startParameter } from "./start-link.ts";
import { thumbs } from "./vote-buttons.ts";
import type { Wording } from "./wording/wording.ts";

type Shown = Citation & { readonly snippet?: Snippet };

/**
 * What is below the card of an answer: what the reader thinks of it, and ways to take it along.
 * `person` is the id of the one whom the conversation is about.
 */
export function cardButtons(shown: Shown, person: string, wording: Wording): Button[] {
  return [
    ...thumbs(shownReferences(shown, person)),
    copyButton(shown, wording),
    shareButton(shown, wording),
  ];
}

/** What a card is about, so that its buttons carry the context of a reply to it, however old. */
export function shownReferences(
  { article, passage }: Citation,
  person: string = passage.speaker.id,
): ShownReferences {
  return {
    article: referenceTo(article.slug),
    passage: referenceTo(passage.id),
    person: referenceTo(person),
  };
}

/** Telegram copies no more than this. */
const MAX_COPIED = 256;
/** Of these, so many are for who says it. */
const MAX_NAMED = 96;

/** Copies the passage, or where it is too long its telling sentence, with who says it. */
export function copyButton(shown: Shown, wording: Wording): Button {
  const { passage, snippet } = shown;
  const below = `\n— ${shortened(namesOf(shown, wording), MAX_NAMED)}`;
  const room = MAX_COPIED - below.length;
  const sentence = passage.text.slice(...(snippet?.sentence ?? []));
  const words = passage.text.length <= room ? passage.text : shortened(sentence, room);
  return { label: wording.buttons.copy, copy: words + below };
}

/** Elsewhere there is no card around the words that says how they came here. */
function namesOf({ article, passage }: Citation, { quoted, retold }: Wording): string {
  const { publisher } = article.source;
  const isOwnVoice = article.text === "verbatim" && passage.speaker.id === publisher.id;
  const names = new Set([capitalised(passage.speaker.name), publisher.name]);
  if (isOwnVoice) return [...names].join(" · ");
  const manner = article.text === "verbatim" && passage.isQuoted ? quoted : retold;
  return [...names, manner].join(" · ");
}

/** Lets the reader choose a chat to which a link to the passage goes. */
export function shareButton({ article, passage }: Citation, { buttons }: Wording): Button {
  const start = startParameter(article, passage);
  return { label: buttons.share, share: { start, text: topicOf(passage) } };
}
