import type {
  Answer,
  Citation,
  MenuAnswer,
  MessageAnswer,
  SeveralAnswers,
} from "../answer/answer.ts";
import { shownPassages } from "../answer/shown-passages.ts";
import type { Article } from "../article/article.ts";
import { articleIn } from "../article/translation.ts";
import { voicesIn } from "../article/voices.ts";
import { snippetVoice } from "../search/snippet-voice.ts";
import type { GoldenTurn } from "./golden-chat.ts";

/** What is wrong with an answer, one line each; empty if it is right. */
export type Judgement = {
  /** Differences from what the golden question expects. */
  readonly faults: readonly string[];
  /** Passages shown with a speaker other than the article's. */
  readonly misattributions: readonly string[];
};

/** `article`: as its editors wrote it, translations included. */
export function judge(turn: GoldenTurn, answer: MessageAnswer, article: Article): Judgement {
  return {
    faults: faultsIn(answer, turn),
    misattributions: misattributionsIn(answer, article),
  };
}

function faultsIn(
  answer: MessageAnswer,
  { expect, passages, speaker, person }: GoldenTurn,
): string[] {
  if (!meets(answer, expect)) {
    const wanted = passages.length > 0 ? ` (${passages.join(" or ")})` : "";
    return [`got ${describe(answer)}, wanted ${expect.join(" or ")}${wanted}`];
  }

  const faults: string[] = [];
  if ("passage" in answer) {
    const { id } = answer.passage;
    const said = snippetVoice(answer).speaker?.id ?? "nobody";
    if (passages.length > 0 && !passages.includes(id)) {
      faults.push(`got ${describe(answer)}, wanted ${passages.join(" or ")}`);
    }
    if (speaker !== undefined && said !== speaker) {
      faults.push(`${id} is said by ${said}, wanted ${speaker}`);
    }
  }
  if ("choices" in answer) faults.push(...faultsInMenu(answer, passages));
  if ("parts" in answer) faults.push(...faultsInParts(answer, passages));
  if ("points" in answer && person !== undefined && answer.person.id !== person) {
    faults.push(`got ${describe(answer)}, wanted ${person}`);
  }
  return faults;
}

/** "The article does not seem to say that", with the nearest passage, passes nothing off as the answer. */
function meets(answer: MessageAnswer, expect: GoldenTurn["expect"]): boolean {
  const isDenial = answer.kind === "unsure" && answer.verdict === "near";
  return expect.includes(answer.kind) || (isDenial && expect.includes("not-covered"));
}

/** A menu must offer every right passage. */
function faultsInMenu({ choices }: MenuAnswer, passages: readonly string[]): string[] {
  const ids = choices.map(({ passage }) => passage.id);
  const missing = passages.filter((id) => !ids.includes(id));
  return missing.map((id) => `${id} is not among ${ids.join(", ")}`);
}

/** Each right passage has to answer one of the questions. */
function faultsInParts(answer: SeveralAnswers, passages: readonly string[]): string[] {
  const ids = shownPassages(answer).map(({ passage }) => passage.id);
  const missing = passages.filter((id) => !ids.includes(id));
  return missing.map((id) => `${id} is not among ${ids.join(", ")}`);
}

function describe(answer: MessageAnswer): string {
  if ("passage" in answer) return `${answer.kind} (${answer.passage.id})`;
  if ("choices" in answer) {
    return `menu (${answer.choices.map(({ passage }) => passage.id).join(", ")})`;
  }
  if ("points" in answer) return `${answer.kind} (${answer.person.id})`;
  return answer.kind;
}

function misattributionsIn(answer: MessageAnswer, article: Article): string[] {
  const shown = shownPassages(answer);
  const misattributed = shown.filter(
    (citation) => !isAsWritten(citation, articleIn(article, citation.article.language)),
  );
  const borrowed =
    "points" in answer
      ? ownWordsIn(answer).filter(
          (citation) => snippetVoice(citation).speaker?.id !== answer.person.id,
        )
      : [];
  return [
    ...misattributed.map(({ passage }) => `${passage.id} differs from ${article.slug}`),
    ...borrowed.map(({ passage }) => `${passage.id} is shown as another person's point`),
  ];
}

/** What is shown as said by the person, not of them. */
function ownWordsIn(answer: Extract<Answer, { points: unknown }>): readonly Citation[] {
  return answer.kind === "person" ? answer.best.points : answer.points;
}

/** Whether section, words, speaker, capacity and kind are the article's. */
function isAsWritten({ article: { slug }, section, passage }: Citation, article: Article): boolean {
  const written = article.sections
    .find(({ id }) => id === section.id)
    ?.passages.find(({ id }) => id === passage.id);
  if (slug !== article.slug || !written) return false;

  const [said, shown] = [written, passage].map((one) => JSON.stringify(voicesIn(one)));
  return written.text === passage.text && said === shown;
}
