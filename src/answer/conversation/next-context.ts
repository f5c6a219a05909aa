import type { Person } from "../../article/article.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import type {
  Answer,
  Citation,
  Context,
  PassageAnswer,
  SmallTalk,
  SpeakersAnswer,
  StatementsAnswer,
  WhichPerson,
} from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { speakerAskedAbout } from "../intent/speaker-asked-about.ts";
import { shownPassages } from "../shown-passages.ts";
import type { SearchedQuestion } from "../search-question.ts";

/** Nobody refers to an item further down a list, or remembers more passages. */
const MAX_LISTED = 20;
const MAX_SEEN = 20;

type Setting = {
  /** Before the answer. */
  readonly context: Context;
  readonly library: ArticleLibrary;
};

/** What the conversation is about after an answer; small talk leaves it as it was. */
export function nextContext(
  answer: Answer,
  question: SearchedQuestion,
  { context, library }: Setting,
): Context {
  if (answer.kind === "small-talk") {
    const { nextQuestions } = answer;
    return nextQuestions.length > 0 ? { ...context, offered: nextQuestions } : context;
  }

  const offered = "nextQuestions" in answer ? answer.nextQuestions : [];
  const shown = shownPassages(answer).map((citation) => idOf(citation, answer));
  const isSameArticle = "article" in answer && answer.article?.slug === context.article;
  const seen = new Set([...shown, ...(isSameArticle ? (context.seen ?? []) : [])]);
  return {
    ...subjectAfter(answer, question, { context, library }),
    asked: question.text,
    listed: listAfter(answer, question, shown).slice(0, MAX_LISTED),
    offered,
    seen: [...seen].slice(0, MAX_SEEN),
  };
}

/** The article, passage, question and person that a follow-up builds on. */
function subjectAfter(
  answer: Exclude<Answer, SmallTalk>,
  question: SearchedQuestion,
  { context, library }: Setting,
): Context {
  switch (answer.kind) {
    case "answered":
    case "unsure": {
      const person = personAfter(answer, question, library);
      return {
        article: answer.article.slug,
        question: question.text,
        passage: answer.passage.id,
        ...(isUndecided(answer) && { isUndecided: true }),
        ...(person && { person: person.id }),
      };
    }
    case "menu":
      return { article: answer.article.slug, question: question.text };
    case "points":
    case "person":
      return { article: answer.article.slug, question: question.text, person: answer.person.id };
    case "overview":
      return answer.of === "library" ? context : { article: answer.articles[0].slug };
    case "speakers":
      return speakersContext(answer, context);
    case "which-person":
      return { ...contextOfPeople(answer), isWhichAsked: true };
    case "statements":
      return { ...contextOfStatements(answer), question: question.text, paged: question.text };
    case "source":
      return { article: answer.article.slug };
    case "not-covered":
    case "no-articles":
      return context;
  }
}

/** Several passages may be the one that answers. */
function isUndecided(answer: PassageAnswer): boolean {
  return "others" in answer && answer.others.length > 0;
}

/** The list is still about whomever it was about. */
function speakersContext({ article }: SpeakersAnswer, { person, question }: Context): Context {
  return {
    article: article.slug,
    ...(person !== undefined && { person }),
    ...(question !== undefined && { question }),
  };
}

function contextOfPeople({ people }: WhichPerson): Context {
  const [slug, ...others] = new Set(people.map(({ article }) => article.slug));
  return slug !== undefined && others.length === 0 ? { article: slug } : {};
}

function contextOfStatements({ statements }: StatementsAnswer): Context {
  const [slug, ...others] = new Set(statements.map(({ article }) => article.slug));
  return slug !== undefined && others.length === 0 ? { article: slug } : {};
}

/** A list from several articles names the article of each passage. */
function idOf({ article, passage }: Citation, { kind }: Answer): string {
  return kind === "statements" ? `${article.slug}/${passage.id}` : passage.id;
}

/** A list stays open while the reader looks at its passages. */
function listAfter(
  answer: Answer,
  { context: { listed } }: SearchedQuestion,
  shown: readonly string[],
): readonly string[] {
  if (answer.kind === "source") return [];
  const ids = listed.map(({ passage }) => passage.id);
  if (!("passage" in answer)) return answer.kind === "not-covered" ? ids : shown;
  if (isUndecided(answer)) return shown;
  return ids.includes(answer.passage.id) ? ids : [];
}

/** Whom "he" or "she" will mean: the speaker asked for, the person named, or the one the passage is about. */
function personAfter(
  answer: PassageAnswer,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Person | undefined {
  const { asksFor, article, passage } = answer;
  const { speaker } = snippetVoice(answer);
  if (asksFor === "speaker") return speaker;

  const named = personNamedIn(question);
  if (named) return named;
  if (speaker && speaker === question.context.person) return speaker;
  const isOther = (person: Person) => person !== speaker;
  return library.peopleNamedIn(passage.text, article).find(isOther) ?? speaker;
}

/** "When?" names nobody, although the search included the previous question. */
function personNamedIn({ text, intent, findings, pack }: SearchedQuestion): Person | undefined {
  if (intent.kind === "bare") return undefined;
  const { mentions, people } = findings.query;
  return speakerAskedAbout(text, mentions, pack.speech) ?? people[0];
}
