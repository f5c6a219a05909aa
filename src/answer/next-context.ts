import type { Person } from "../article/article.ts";
import { peopleNamedIn } from "../search/people-named-in.ts";
import type { Answer, Context, PassageAnswer } from "./answer.ts";
import type { AskedQuestion } from "./asked-question.ts";
import { speakerAskedAbout } from "./speech.ts";

/** What the conversation is about after an answer; one that tells nothing leaves it as it was. */
export function nextContext(answer: Answer, asked: AskedQuestion, context: Context): Context {
  switch (answer.kind) {
    case "answered":
    case "unsure":
      return {
        article: answer.article.slug,
        question: asked.text,
        passage: answer.passage.id,
        person: personSpokenOf(answer, asked).id,
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
    case "small-talk":
      return context;
  }
}

/** Whom "he" means next: whose words were asked for, who was named, whom the passage is about. */
function personSpokenOf(
  { asksFor, article, passage }: PassageAnswer,
  asked: AskedQuestion,
): Person {
  if (asksFor === "speaker") return passage.speaker;

  const { mentions, people } = asked.findings.query;
  const named = speakerAskedAbout(asked.text, mentions, asked.vocabulary.speech) ?? people[0];
  if (named) return named;
  if (passage.speaker === asked.before.person) return passage.speaker;
  const isOther = (person: Person) => person !== passage.speaker;
  return peopleNamedIn(passage.text, article).find(isOther) ?? passage.speaker;
}
