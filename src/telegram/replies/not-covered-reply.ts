import { FormattedString } from "@grammyjs/parse-mode";
import type { NearPassage, NotCovered } from "../../answer/answer.ts";
import { pointsOf } from "../../answer/citations.ts";
import { mentionsOf } from "../../answer/mentions.ts";
import { keyFactsOf } from "../../answer/respond/key-facts.ts";
import { languageOfCode, type Language } from "../../languages/language.ts";
import type { Article, Person } from "../../article/article.ts";
import { articleButton, factsButton, peopleButton, questionButtons, whoButton } from "./buttons.ts";
import { blocks, MAX_ROWS, NOTHING, plain, type Button, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** More words would turn the explanation into a list. */
const MAX_WORDS_NAMED = 3;

/** Says that the article does not answer the question, why, and which questions it does answer. */
export function notCoveredReply(answer: NotCovered, wording: Wording): Reply {
  const { article, person, nextQuestions } = answer;
  const who = article && person ? buttonOf(person, article) : [];
  const isForeign = foreignLanguageOf(answer, wording) !== undefined;
  const lists = article && isForeign ? listButtons(article, wording) : [];
  const questions = nextQuestions.slice(0, MAX_ROWS - 1 - lists.length);
  const offer = questions.length > 0 ? plain(wording.replies.tryThese) : NOTHING;
  return {
    text: blocks(notCoveredLine(answer, wording), offer),
    buttons: article
      ? [
          ...questionButtons(article, questions),
          [...who, articleButton(article, wording.buttons.overview)],
          ...lists,
        ]
      : [],
  };
}

/** The article's language, if the question is in another. */
function foreignLanguageOf({ article }: NotCovered, { language }: Wording): Language | undefined {
  const written = languageOfCode(article?.language ?? "");
  return written === language ? undefined : written;
}

/** What can be opened without a question in the article's language. */
function listButtons(article: Article, wording: Wording): Button[][] {
  const lists = [
    ...(keyFactsOf(article).length > 0 ? [factsButton(article, wording)] : []),
    ...(article.people.length > 0 ? [peopleButton(article, wording)] : []),
  ];
  return lists.length > 0 ? [lists] : [];
}

/** Opens who somebody is, if the article says anything by or of them. */
function buttonOf(person: Person, article: Article): Button[] {
  const isThere = pointsOf(article, person.id).length > 0 || mentionsOf(article, person).length > 0;
  return isThere ? [whoButton(article, person)] : [];
}

/** Without the suggested questions. */
export function notCoveredLine(answer: NotCovered, wording: Wording): FormattedString {
  const { reason, person, unknownWords } = answer;
  const language = foreignLanguageOf(answer, wording);
  if (language) return FormattedString.bold(wording.replies.inOtherLanguage(language));
  return reason === "not-said-by" && person
    ? joined(wording.replies.notSaid, plain(wording.replies.doesNotQuote(person.name)))
    : joined(wording.replies.notInArticle, neverMentions(unknownWords, wording));
}

/** Above the passage that comes nearest. */
export function notSaidLine(
  { notSaidBy, unknownWords }: NearPassage,
  wording: Wording,
): FormattedString {
  const why = notSaidBy
    ? plain(wording.replies.doesNotQuote(notSaidBy.name))
    : neverMentions(unknownWords, wording);
  return joined(wording.replies.notSaid, why);
}

function joined(verdict: string, why: FormattedString): FormattedString {
  const bold = FormattedString.bold(verdict);
  return why.text === "" ? bold : FormattedString.join([bold, " ", why]);
}

function neverMentions(words: readonly string[], { replies }: Wording): FormattedString {
  if (words.length === 0) return NOTHING;
  const named = words.slice(0, MAX_WORDS_NAMED);
  return FormattedString.join([
    `${replies.neverMentions(named.length)} `,
    FormattedString.join(
      named.map((word) => FormattedString.italic(replies.missingWord(word))),
      ", ",
    ),
    ".",
  ]);
}
