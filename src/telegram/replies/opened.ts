import type { Context as Conversation } from "../../answer/answer.ts";
import type { Article } from "../../article/article.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { articleReply } from "./article-reply.ts";
import { referenceTo, type PressedButton } from "../callback/callback-data.ts";
import { listReply } from "./list-reply.ts";
import type { Reply } from "./reply.ts";
import { seeReply } from "./see-reply.ts";
import { passagesIn, type PassageSequence, type SequencePlace } from "../callback/sequence.ts";
import type { Wording } from "../wording/wording.ts";

/** What a button opens in the place of its message, and what the chat is about then. */
type Opened = { readonly reply: Reply; readonly about: Pick<Conversation, "passage" | "person"> };

type OpeningButton = Extract<PressedButton, { ask: "brief" | "list" | "see" }>;

/** `undefined` where what a button opens is gone from the article. */
export function openedBy(
  pressed: OpeningButton,
  article: Article,
  wording: Wording,
): Opened | undefined {
  switch (pressed.ask) {
    case "brief":
      return { reply: articleReply(article, pressed.at, wording), about: {} };
    case "list":
    case "see": {
      const sequence = findSequence(pressed, article);
      const open = pressed.ask === "list" ? listOf : passageOf;
      return sequence && open(article, { ...sequence, at: pressed.at }, wording);
    }
  }
}

function listOf(article: Article, place: SequencePlace, wording: Wording): Opened {
  const about = place.sequence === "person" ? { person: place.of } : {};
  return { reply: listReply(article, place, wording), about };
}

function passageOf(article: Article, place: SequencePlace, wording: Wording): Opened | undefined {
  const reply = seeReply(article, place, wording);
  const citation = passagesIn(article, place)[place.at];
  if (!reply || !citation) return undefined;
  const { speaker } = snippetVoice(citation);
  const about = { passage: citation.passage.id, ...(speaker && { person: speaker.id }) };
  return { reply, about };
}

function findSequence(
  { sequence, of }: Exclude<OpeningButton, { ask: "brief" }>,
  { sections, people }: Article,
): PassageSequence | undefined {
  const ids = { section: sections, person: people, facts: [{ id: "" }], dates: [{ id: "" }] };
  const found = ids[sequence].find(({ id }) => referenceTo(id) === of);
  return found && { sequence, of: found.id };
}
