import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, MenuAnswer } from "../../answer/answer.ts";
import { statementOf } from "../../answer/statement.ts";
import { inRows } from "./buttons.ts";
import { shortAttribution } from "./card/attribution.ts";
import { blocks, lines, type Button, type Reply } from "./reply.ts";
import { openAt } from "../callback/sequence.ts";
import { articleName } from "./source-line.ts";
import type { Wording } from "../wording/wording.ts";

/** Several passages fit equally well: one line for each, and a button to open it. */
export function menuReply({ article, choices }: MenuAnswer, wording: Wording): Reply {
  return {
    text: blocks(
      FormattedString.bold(wording.replies.whichPassage),
      lines(...choices.map((choice, at) => choiceLine(choice, at, wording))),
      articleName(article),
    ),
    buttons: inRows(choices.map(choiceButton)),
  };
}

/** A statement and who says it. */
export function choiceLine(choice: Citation, at: number, wording: Wording): FormattedString {
  const who = FormattedString.italic(shortAttribution(choice, wording));
  return FormattedString.join([`${at + 1}. ${statementOf(choice)} · `, who]);
}

/** Opens the passage within its section. */
export function choiceButton({ article, section, passage }: Citation, index: number): Button {
  const at = section.passages.indexOf(passage);
  const position = { sequence: "section", of: section.id, at } as const;
  return { label: String(index + 1), data: openAt("see", article, position) };
}
