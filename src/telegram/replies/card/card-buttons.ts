import type { Citation } from "../../../answer/answer.ts";
import { voicesIn, wordsOf } from "../../../article/voices.ts";
import { snippetVoice } from "../../../search/snippet-voice.ts";
import { quotedOrRetold } from "./attribution.ts";
import { referenceTo, type CardReferences } from "../../callback/callback-data.ts";
import { capitalise, truncate, type Button } from "../reply.ts";
import { startParameter } from "../../callback/start-link.ts";
import { headlineOf } from "./headline.ts";
import { voteButtons } from "./vote-buttons.ts";
import type { Wording } from "../../wording/wording.ts";

/**
 * What is below the card of an answer: what the reader thinks of it, and ways to take it along.
 * `person` is the id of the one whom the conversation is about.
 */
export function cardButtons(
  shown: Citation,
  person: string | undefined,
  wording: Wording,
): Button[] {
  return [
    ...voteButtons(cardReferences(shown, person)),
    copyButton(shown, wording),
    shareButton(shown, wording),
  ];
}

/** No person has this id: nobody is spoken of. */
const NOBODY = "";

/** What a card is about, so that its buttons carry the context of a reply to it, however old. */
export function cardReferences(
  citation: Citation,
  person: string = snippetVoice(citation).speaker?.id ?? NOBODY,
): CardReferences {
  const { article, passage } = citation;
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

/**
 * Copies the passage, or where it is too long its telling sentence, with who says it; of a passage in
 * which several speak the words of one.
 */
export function copyButton(shown: Citation, wording: Wording): Button {
  const names = namesOf(shown, wording);
  const below = names === "" ? "" : `\n— ${truncate(names, MAX_NAMED)}`;
  const words = wordsWithin(MAX_COPIED - below.length, shown);
  return { label: wording.buttons.copy, copy: words + below };
}

function wordsWithin(room: number, shown: Citation): string {
  const { passage, snippet } = shown;
  const words = wordsOf(snippetVoice(shown), passage);
  if (words.length <= room) return words;
  const sentence = passage.text.slice(...(snippet?.sentence ?? []));
  return truncate(voicesIn(passage).length === 1 ? sentence : words, room);
}

/** Elsewhere there is no card around the words that says how they came here. */
function namesOf(shown: Citation, wording: Wording): string {
  const { article } = shown;
  const voice = snippetVoice(shown);
  const named = [capitalise(voice.speaker?.name ?? ""), article.source.publisher?.name ?? ""];
  const isDigest = article.text === "digest";
  const names = [...new Set(named)].filter((name) => name !== "");
  const manner = isDigest ? wording.card.retold : (quotedOrRetold(voice, article, wording) ?? "");
  // "— quoted" without a name says nothing; that a digest retells has to be said.
  if (names.length === 0 && !isDigest) return "";
  return [...names, manner].filter((part) => part !== "").join(" · ");
}

/** Lets the reader choose a chat to which a link to the passage goes. */
export function shareButton(citation: Citation, { buttons }: Wording): Button {
  const start = startParameter(citation.article, citation.passage);
  return { label: buttons.share, share: { start, text: headlineOf(citation) } };
}
