import type { Person } from "../../article/article.ts";
import { peopleNamedIn } from "../../search/query/people-named-in.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import type { Answer, Context, PassageAnswer, SmallTalk } from "../answer.ts";
import type { ResolvedQuestion } from "./resolve-question.ts";
import { shownPassages } from "../respond/shown-passages.ts";
import { speakerAskedAbout } from "../intent/speaker-asked-about.ts";

/** More would be kept for nothing: nobody counts further down, or remembers so much. */
const MOST_LISTED = 20;
const MOST_SEEN = 20;

/** What the conversation is about after an answer; one that tells nothing leaves it as it was. */
export function nextContext(answer: Answer, asked: ResolvedQuestion, context: Context): Context {
  if (answer.kind === "small-talk") return context;

  const offered = "nextQuestions" in answer ? answer.nextQuestions : [];
  const shown = shownPassages(answer).map(({ passage }) => passage.id);
  const isSame = "article" in answer && answer.article?.slug === context.article;
  const seen = [...new Set([...shown, ...(isSame ? (context.seen ?? []) : [])])];
  return {
    ...spokenOf(answer, asked, context),
    asked: asked.text,
    listed: listedBehind(answer, asked, shown).slice(0, MOST_LISTED),
    offered,
    seen: seen.slice(0, MOST_SEEN),
  };
}

function spokenOf(
  answer: Exclude<Answer, SmallTalk>,
  asked: ResolvedQuestion,
  context: Context,
): Context {
  switch (answer.kind) {
    case "answered":
    case "unsure":
      return {
        article: answer.article.slug,
        question: asked.text,
        passage: answer.passage.id,
        ...personIn(personSpokenOf(answer, asked)),
      };
    case "menu":
      return { article: answer.article.slug, question: asked.text };
    case "points":
    case "person":
      return { article: answer.article.slug, question: asked.text, person: answer.person.id };
    case "overview":
      return answer.of === "library" ? context : { article: answer.articles[0].slug };
    case "source":
      return { article: answer.article.slug };
    case "not-covered":
      return context;
  }
}

function personIn(person: Person | undefined): Pick<Context, "person"> {
  return person ? { person: person.id } : {};
}

/** A list stays open while passages of it are looked at. */
function listedBehind(
  answer: Answer,
  { before: { listed } }: ResolvedQuestion,
  shown: readonly string[],
): readonly string[] {
  if (answer.kind === "person" || answer.kind === "source") return [];
  const ids = listed.map(({ passage }) => passage.id);
  if (!("passage" in answer)) return answer.kind === "not-covered" ? ids : shown;
  return ids.includes(answer.passage.id) ? ids : [];
}

/** Whom "he" means next: whose words were asked for, who was named, whom the passage is about. */
function personSpokenOf(answer: PassageAnswer, asked: ResolvedQuestion): Person | undefined {
  const { asksFor, article, passage } = answer;
  const { speaker } = snippetVoice(answer);
  if (asksFor === "speaker") return speaker;

  const { mentions, people } = asked.findings.query;
  const named = speakerAskedAbout(asked.text, mentions, asked.pack.speech) ?? people[0];
  if (named) return named;
  if (speaker && speaker === asked.before.person) return speaker;
  const isOther = (person: Person) => person !== speaker;
  return peopleNamedIn(passage.text, article).find(isOther) ?? speaker;
}
