import { FormattedString } from "@grammyjs/parse-mode";
import type { Answer, Citation, SeveralAnswers } from "../../answer/answer.ts";
import type { SingleOutcome } from "../../answer/answer-question.ts";
import type { Person } from "../../article/article.ts";
import { shownPassages } from "../../answer/shown-passages.ts";
import { statementOf } from "../../answer/statement.ts";
import { nobodyLine } from "./statements-reply.ts";
import { openButton, questionButtons } from "./buttons.ts";
import { shortAttribution } from "./card/attribution.ts";
import { headlineOf, leadOf } from "./card/headline.ts";
import { notCoveredLine, notSaidLine } from "./not-covered-reply.ts";
import {
  blocks,
  capitalise,
  lines,
  NOTHING,
  plain,
  truncate,
  type Button,
  type Reply,
} from "./reply.ts";
import { articleName } from "./source-line.ts";
import { noArticlesLine } from "./scope-reply.ts";
import { sourceReply } from "./source-reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Readers know what they asked. */
const MAX_QUESTION = 120;
/** Of a list, the first say what it is about. */
const MAX_STATEMENTS = 3;

/** Each question with its answer in short, and a button that opens the whole card below. */
export function severalReply(answer: SeveralAnswers, wording: Wording): Reply {
  const { parts, unread, nextQuestions } = answer;
  const article = articleOf(parts.at(-1)?.answer);
  return {
    text: blocks(
      ...parts.map(({ question, answer: part }, at) =>
        lines(
          FormattedString.bold(`${at + 1}. ${truncate(capitalise(question), MAX_QUESTION)}`),
          answerInShort(part, wording),
          nameIfOther(part, parts[at - 1]?.answer),
        ),
      ),
      unreadLine(unread, wording),
    ),
    buttons: [
      openButtons(parts),
      ...(article ? questionButtons(article, nextQuestions.slice(0, 1)) : []),
    ],
  };
}

/** In a group: a line for each answer. */
export function severalInGroup({ parts, unread }: SeveralAnswers, wording: Wording): Reply {
  const inLine = (part: Answer) =>
    "passage" in part
      ? FormattedString.join([`${headlineOf(part)} · `, attribution(part, wording)])
      : answerInShort(part, wording);
  return {
    text: blocks(
      lines(
        ...parts.map(({ answer }, at) => {
          const name = nameIfOther(answer, parts[at - 1]?.answer);
          const ending = name.text === "" ? [] : [" · ", name];
          return FormattedString.join([`${at + 1}. `, inLine(answer), ...ending]);
        }),
      ),
      unreadLine(unread, wording),
    ),
    buttons: [openButtons(parts)],
  };
}

/** The article of an answer, unless the answer above is from it, too. */
function nameIfOther(answer: Answer, above: Answer | undefined): FormattedString {
  const [shown] = shownPassages(answer);
  const [before] = above ? shownPassages(above) : [];
  return shown && shown.article.slug !== before?.article.slug
    ? FormattedString.italic(articleName(shown.article))
    : NOTHING;
}

function unreadLine(unread: number, { replies }: Wording): FormattedString {
  return unread > 0 ? plain(replies.unreadQuestions(unread)) : NOTHING;
}

function answerInShort(answer: Answer, wording: Wording): FormattedString {
  const { replies } = wording;
  switch (answer.kind) {
    case "answered":
      return answerLines(answer, wording);
    case "unsure":
      return answer.verdict === "closest"
        ? FormattedString.join([`${replies.perhaps} `, answerLines(answer, wording)])
        : lines(notSaidLine(answer, wording), statementLine(answer, wording));
    case "menu":
      return statementLines(answer.choices, wording);
    case "not-covered":
      return notCoveredLine(answer, wording);
    case "points":
      return statementLines(answer.points, wording);
    case "person":
      return plain(nameAndCapacity(answer.person));
    case "which-person":
      return lines(...answer.people.map(({ person }) => plain(nameAndCapacity(person))));
    case "speakers":
      return statementLines(answer.listed, wording);
    case "no-articles":
      return plain(noArticlesLine(answer.scope, wording));
    case "statements":
      return answer.statements.length > 0
        ? statementLines(answer.statements, wording)
        : plain(nobodyLine(answer, wording));
    case "overview":
      return answer.passages.length > 0
        ? statementLines(answer.passages, wording)
        : lines(...answer.articles.map(({ title }) => plain(title)));
    case "source":
      return sourceReply(answer.article, wording).text;
    case "small-talk":
      return plain(answer.topic === "abilities" ? replies.intro : replies.smallTalk[answer.topic]);
  }
}

/** The lead often has the answer itself; the statement can be read as it stands. */
function answerLines(citation: Citation, wording: Wording): FormattedString {
  const lead = plain(leadOf(citation) ?? "");
  const statement = statementLine(citation, wording);
  return statement.text.startsWith(lead.text) ? statement : lines(lead, statement);
}

function statementLines(citations: readonly Citation[], wording: Wording): FormattedString {
  return lines(...citations.slice(0, MAX_STATEMENTS).map((one) => statementLine(one, wording)));
}

function statementLine(citation: Citation, wording: Wording): FormattedString {
  return FormattedString.join([`${statementOf(citation)} · `, attribution(citation, wording)]);
}

function nameAndCapacity({ name, capacity }: Person): string {
  return [capitalise(name), capacity].filter(Boolean).join(", ");
}

function attribution(citation: Citation, wording: Wording): FormattedString {
  return FormattedString.italic(shortAttribution(citation, wording));
}

/** Numbered like the questions; an answer without a passage has none. */
function openButtons(parts: readonly SingleOutcome[]): Button[] {
  return parts.flatMap(({ answer }, at): Button[] => {
    const [citation] = shownPassages(answer);
    return citation ? [openButton(citation, String(at + 1))] : [];
  });
}

function articleOf(answer: Answer | undefined) {
  return answer && "article" in answer ? answer.article : undefined;
}
