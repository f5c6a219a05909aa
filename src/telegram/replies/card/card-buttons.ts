import type { Citation } from "../../../answer/answer.ts";
import { voicesIn, wordsOf } from "../../../article/voices.ts";
import { snippetVoice } from "../../../search/snippet-voice.ts";
import { isUnmarked, quotedOrRetold } from "./attribution.ts";
import { referenceTo } from "../../../article/reference-to.ts";
import type { CardReferences } from "../../callback/callback-data.ts";
import { capitalise, truncate, type Button } from "../reply.ts";
import { startParameter } from "../../callback/start-link.ts";
import { headlineOf } from "./headline.ts";
import { voteButtons } from "./vote-buttons.ts";
import type { Wording } from "../../wording/wording.ts";

/** Below the card of an answer: vote, copy, share. `person` is the id of the person the chat is about. */
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

/** No person has this id. */
const NOBODY = "";

/** Stored in a card's buttons, so that a reply to the card has a context, however old it is. */
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

/** Telegram's limit. */
const MAX_COPIED = 256;
/** How much of it the attribution may take. */
const MAX_ATTRIBUTION = 96;

/**
 * Copies the passage with its attribution; if it is too long, only the sentence that answers; if several
 * people speak in it, only the words of one.
 */
export function copyButton(shown: Citation, wording: Wording): Button {
  const attribution = attributionOf(shown, wording);
  const below = attribution === "" ? "" : `\n— ${truncate(attribution, MAX_ATTRIBUTION)}`;
  const words = wordsWithin(MAX_COPIED - below.length, shown);
  return { label: wording.buttons.copy, copy: words + below };
}

function wordsWithin(maxLength: number, shown: Citation): string {
  const { passage, snippet } = shown;
  const words = wordsOf(snippetVoice(shown), passage);
  if (words.length <= maxLength) return words;
  const sentence = passage.text.slice(...(snippet?.sentence ?? []));
  return truncate(voicesIn(passage).length === 1 ? sentence : words, maxLength);
}

/** Names the source in full: a copied text has no card around it. */
function attributionOf(shown: Citation, wording: Wording): string {
  const { article } = shown;
  const voice = snippetVoice(shown);
  const speakerAndPublisher = [
    isUnmarked(shown) ? wording.card.articlesText : capitalise(voice.speaker?.name ?? ""),
    article.source.publisher?.name ?? "",
  ];
  const isDigest = article.text === "digest";
  const names = [...new Set(speakerAndPublisher)].filter((name) => name !== "");
  const how = isDigest ? wording.card.retold : (quotedOrRetold(voice, article, wording) ?? "");
  // "— quoted" means nothing without a name, but a digest always has to say "retold".
  if (names.length === 0 && !isDigest) return "";
  return [...names, how].filter((part) => part !== "").join(" · ");
}

/** Shares a link to the passage. */
export function shareButton(citation: Citation, { buttons }: Wording): Button {
  const start = startParameter(citation.article, citation.passage);
  return { label: buttons.share, share: { start, text: headlineOf(citation) } };
}
