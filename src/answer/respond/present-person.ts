import type { Article, Person } from "../../article/article.ts";
import type { Citation, PersonAnswer } from "../answer.ts";
import { pointsOf } from "../citations.ts";
import { mentionsOf, mostTelling } from "../mentions.ts";

/** Together they fill a phone's screen. */
const MAX_POINTS = 3;
const MAX_MENTIONS = 3;
const MAX_MENTIONS_BESIDE_POINTS = 2;

/** Who somebody is, the best of what they say, and what others say of them. */
export function presentPerson(person: Person, article: Article): PersonAnswer {
  const points = pointsOf(article, person.id);
  const mentions = mentionsOf(article, person);
  const maxMentions = points.length > 0 ? MAX_MENTIONS_BESIDE_POINTS : MAX_MENTIONS;
  return {
    kind: "person",
    person,
    article,
    points,
    mentions,
    best: { points: bestPoints(points), mentions: mostTelling(mentions, maxMentions) },
  };
}

/** Those that an editor marked come first, then the article's order. */
function bestPoints(points: readonly Citation[]): Citation[] {
  const marked = points.filter(({ passage }) => passage.isKeyFact);
  const others = points.filter(({ passage }) => !passage.isKeyFact);
  return [...marked, ...others].slice(0, MAX_POINTS);
}
