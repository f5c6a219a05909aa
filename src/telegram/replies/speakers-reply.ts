import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, SpeakersAnswer } from "../../answer/answer.ts";
import type { Person } from "../../article/article.ts";
import { statementOf } from "../../answer/statement.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { isUnmarked } from "./card/attribution.ts";
import { choiceButton, choiceLine } from "./menu-reply.ts";
import { inRows } from "./buttons.ts";
import { blocks, lines, plain, type Reply } from "./reply.ts";
import { sourceLine } from "./source-line.ts";
import type { Wording } from "../wording/wording.ts";

/** Who says what of a list: one speaker above it, or each beside their statement. */
export function speakersReply({ article, listed }: SpeakersAnswer, wording: Wording): Reply {
  const speakers = [...new Set(listed.map(speakerOf))];
  const entries = listed.map((citation, at) =>
    speakers.length === 1
      ? plain(`${at + 1}. ${statementOf(citation)}`)
      : choiceLine(citation, at, wording),
  );
  return {
    text: blocks(
      listed.every(isUnmarked) ? plain(wording.replies.notMarked) : headingOf(speakers, wording),
      lines(...entries),
      sourceLine(article, wording),
    ),
    buttons: inRows(listed.map(choiceButton)),
  };
}

function speakerOf(citation: Citation): Person | undefined {
  return isUnmarked(citation) ? undefined : snippetVoice(citation).speaker;
}

function headingOf(
  [speaker, ...others]: readonly (Person | undefined)[],
  { replies }: Wording,
): FormattedString {
  if (others.length > 0) return FormattedString.bold(replies.whoSaysWhat);
  if (!speaker) return plain(replies.noSpeaker);
  const { name, capacity } = speaker;
  return FormattedString.join([
    `${replies.saidBy} `,
    FormattedString.bold(name),
    capacity === undefined ? "" : `, ${capacity}`,
  ]);
}
