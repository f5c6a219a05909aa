import { FormattedString } from "@grammyjs/parse-mode";
import type { PassageAnswer } from "../../answer/answer.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { renderReply } from "./answer-reply.ts";
import { capitalised, fitted, plain, type Reply } from "./reply.ts";
import { verdictOf } from "./not-covered-reply.ts";
import { openPlace } from "../callback/sequence.ts";
import { topicOf } from "./topic.ts";
import type { Told } from "./told.ts";
import type { Wording } from "../wording/wording.ts";

/**
 * An answer in a group, where nobody but the asker wants to go on asking: no questions are offered,
 * and a weak find gets a line, as does none.
 */
export function groupReply(told: Told, wording: Wording): Reply {
  const { answer } = told;
  if (answer.kind === "unsure") return weakFind(answer, wording);
  if (answer.kind === "not-covered") {
    return { text: fitted(verdictOf(answer, wording)), buttons: [] };
  }
  const shown = "nextQuestions" in answer ? { ...answer, nextQuestions: [] } : answer;
  return renderReply({ ...told, answer: shown }, wording);
}

/** The passage itself is a press away. */
function weakFind(answer: PassageAnswer, wording: Wording): Reply {
  const { article, section, passage } = answer;
  const { speaker } = snippetVoice(answer);
  const topic = FormattedString.bold(topicOf(answer));
  const who = speaker ? [" · ", FormattedString.italic(capitalised(speaker.name))] : [];
  const at = section.passages.indexOf(passage);
  const place = { sequence: "section", of: section.id, at } as const;
  return {
    text: FormattedString.join([plain(`${wording.perhaps} `), topic, ...who]),
    buttons: [[{ label: wording.buttons.show, data: openPlace("see", article, place) }]],
  };
}
