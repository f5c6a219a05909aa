import type { Language } from "../languages/language.ts";
import { packFor } from "../languages/packs.ts";
import type { Steps } from "../languages/steps.ts";
import type { Context, SeveralAnswers } from "./answer.ts";
import type { Outcome, SingleOutcome } from "./answer-question.ts";
import type { MessageQuestion } from "./message/questions-among.ts";
import { shownPassages } from "./shown-passages.ts";

type Questions = readonly [MessageQuestion, ...MessageQuestion[]];
type Ask = (question: MessageQuestion, before: Context) => Steps<SingleOutcome>;

/** Answers the questions of a message, each as a follow-up of those before it. */
export function* answerInTurn(
  [first, ...others]: Questions,
  context: Context,
  ask: Ask,
): Steps<Outcome> {
  let last = yield* ask(first, context);
  const parts = [last];
  for (const question of others) {
    last = yield* ask(question, last.context);
    const same = parts.findIndex((part) => isSame(part, last));
    const answered = parts[same];
    if (answered) parts[same] = answeredTogether(answered, last);
    else parts.push(last);
  }
  if (parts.length === 1) return parts[0] ?? last;
  return {
    ...last,
    answer: severalAnswers(parts),
    context: contextAfter(parts, last),
    corrections: parts.flatMap(({ corrections }) => corrections),
  };
}

/** "When? Where?" asks nothing in turn as long as there is nothing that it could be about. */
export function joinBare(questions: Questions, language: Language): Questions {
  const { bareQuestion } = packFor(language).followUps;
  const isBare = questions.every(({ text }) => bareQuestion.test(text));
  return isBare ? [{ text: questions.map(({ text }) => text).join(" ") }] : questions;
}

export function withUnread(outcome: Outcome, unread: number): Outcome {
  const { answer } = outcome;
  return answer.kind === "several" ? { ...outcome, answer: { ...answer, unread } } : outcome;
}

/** "When is it? On what date?" asks once. */
function isSame({ answer }: SingleOutcome, other: SingleOutcome): boolean {
  const [shown, ofOther] = [answer, other.answer].map((one) =>
    shownPassages(one)
      .map(({ article, passage }) => `${article.slug}/${passage.id}`)
      .join(" "),
  );
  return answer.kind === other.answer.kind && shown !== "" && shown === ofOther;
}

/** Readers see that no question is left out. */
function answeredTogether(first: SingleOutcome, second: SingleOutcome): SingleOutcome {
  const asksWho = "asksFor" in second.answer && second.answer.asksFor === "speaker";
  return { ...(asksWho ? second : first), question: `${first.question} ${second.question}` };
}

function severalAnswers(parts: readonly SingleOutcome[]): SeveralAnswers {
  const answers = parts.map(({ answer }) => answer);
  const last = answers.at(-1);
  return {
    kind: "several",
    parts,
    unread: 0,
    confidence: Math.min(...answers.flatMap((one) => ("confidence" in one ? one.confidence : []))),
    nextQuestions: last && "nextQuestions" in last ? last.nextQuestions : [],
  };
}

/** "The second one" is the answer to the second question. */
function contextAfter(parts: readonly SingleOutcome[], last: SingleOutcome): Context {
  const shown = parts.map(({ answer }) => shownPassages(answer)[0]);
  const ids = shown.flatMap((citation) =>
    citation && citation.article.slug === last.context.article ? citation.passage.id : [],
  );
  return { ...last.context, ...(ids.length === parts.length && { listed: ids }) };
}
