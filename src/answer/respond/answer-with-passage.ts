import type { Steps } from "../../languages/steps.ts";
import { hasAnswerType } from "../../search/confidence/has-answer-type.ts";
import { mainQuery } from "../../search/query/parse-question.ts";
import type { Answer, Citation } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { Intent } from "../intent/intent.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { answerAboutRole } from "./answer-about-role.ts";
import { answerFromSpeaker } from "./answer-from-speaker.ts";
import { answerWithSpeaker, asListed } from "./answer-with-speaker.ts";
import { citationsOf } from "../citations.ts";
import { hasFalsePremise } from "./false-premise.ts";
import { answerAboutName } from "./answer-about-name.ts";
import { menuFor } from "./menu.ts";
import { answerWithCitation, asNear, passageAnswer } from "./passage-answer.ts";

type PassageIntent = Extract<Intent, { kind: "bare" | "passage" | "speaker" | "more" | "listed" }>;

/** Answers with a passage, or says that none answers. */
export function* answerWithPassage(
  intent: PassageIntent,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Steps<Answer> {
  switch (intent.kind) {
    case "listed": {
      const citation = asListed(intent.citation, question, library);
      return { ...answerWithCitation(citation, question, library), asksFor: intent.asksFor };
    }
    case "bare":
      return answerBareQuestion(question, library);
    case "more":
      return continueReading(question, library) ?? passageAnswer(question, library);
    case "speaker":
      return answerWithSpeaker(intent.statement, question, library);
    case "passage":
      if (intent.speakers) return answerFromSpeaker(intent.speakers, question, library);
      return (
        repeatPassage(question, library) ??
        (yield* answerAboutName(question, library)) ??
        answerAboutRole(question) ??
        menuFor(question, library) ??
        answerWithBest(question, library)
      );
  }
}

/** The best passage found; only near if the question presumes something that it does not confirm. */
function answerWithBest(question: SearchedQuestion, library: ArticleLibrary): Answer {
  const best = passageAnswer(question, library);
  const isDoubtful = best.kind === "answered" && hasFalsePremise(question, best, library);
  return isDoubtful ? asNear(best, question, library) : best;
}

/** "When?": the last passage shown if it has a time, otherwise another one that does and answers. */
function answerBareQuestion(question: SearchedQuestion, library: ArticleLibrary): Answer {
  const { passage: last } = question.context;
  if (!last) return passageAnswer(question, library);

  // The search included the previous question, which may ask for something else.
  const bare = mainQuery(library.parse({ text: question.text }, question.article));
  const fits = ({ passage }: Citation) => hasAnswerType(passage, bare.answerType, bare.pack);
  const lastPassage = answerWithCitation(last, question, library, bare);
  if (fits(last)) return lastPassage;
  const found = passageAnswer(question, library);
  return found.kind === "answered" && fits(found) ? found : asNear(lastPassage, question, library);
}

/** "What was it about?": a follow-up without content words is about the last passage shown. */
function repeatPassage(question: SearchedQuestion, library: ArticleLibrary): Answer | undefined {
  const { words, answerType } = question.findings.query;
  const isEmpty =
    question.background !== undefined && words.length === 0 && answerType === "anything";
  const { passage } = question.context;
  return isEmpty && passage ? answerWithCitation(passage, question, library) : undefined;
}

/** The passage after the last one shown; for quoted words, the passages around them. */
function continueReading(question: SearchedQuestion, library: ArticleLibrary): Answer | undefined {
  const { passage: last, isQuoted, listed } = question.context;
  const sequence = last && listed.length === 0 ? citationsOf(last.article) : listed;
  const current = sequence.findIndex(({ passage }) => passage === last?.passage);
  const next = sequence[current + 1];
  if (!last || !isQuoted) return next && answerWithCitation(next, question, library);
  const neighbours = [sequence[current - 1], next].flatMap((one) => one ?? []);
  return { ...answerWithCitation(last, question, library), neighbours };
}
