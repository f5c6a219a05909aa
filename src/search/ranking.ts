import type { Query } from "./question.ts";
import type { Hit, SearchScope } from "./search-passages.ts";
import type { Shelf } from "./shelf.ts";

/** What was said before weighs this much of what is asked now. */
const BACKGROUND_WEIGHT = 0.3;
/** A passage of somebody whom the question names is this much likelier. */
const NAMED_SPEAKER_LIFT = 1.5;

export function rank(shelf: Shelf, query: Query, scope: SearchScope): Hit[] {
  const asked = new Set(query.words.map((word) => word.term));
  const before = scope.background === undefined ? [] : scope.background.split(/\s+/u);
  const remembered = before.map(shelf.terms.of).filter((term) => !asked.has(term));
  const speakers = new Set(query.people.map((person) => person.id));

  return shelf.engine
    .search([...asked, ...remembered].join(" "), {
      boostTerm: (term) => (asked.has(term) ? 1 : BACKGROUND_WEIGHT),
      boostDocument: (id) =>
        speakers.has(shelf.passages[Number(id)]?.passage.speaker.id ?? "") ? NAMED_SPEAKER_LIFT : 1,
      filter: ({ id }) => isInScope(shelf, Number(id), scope),
    })
    .flatMap(({ id, score, queryTerms }) => {
      const shelved = shelf.passages[Number(id)];
      const matchedTerms = queryTerms.filter((term) => asked.has(term));
      const coverage = coverageOf(matchedTerms, asked, shelf);
      return shelved
        ? [{ ...shelved, score, matchedTerms, coverage, features: { bm25: score } }]
        : [];
    });
}

function isInScope(shelf: Shelf, id: number, { speakers }: SearchScope): boolean {
  return !speakers || speakers.includes(shelf.passages[id]?.passage.speaker.id ?? "");
}

function coverageOf(matched: readonly string[], asked: ReadonlySet<string>, shelf: Shelf): number {
  return totalRarity(matched, shelf) / Math.max(totalRarity([...asked], shelf), Number.EPSILON);
}

function totalRarity(terms: readonly string[], { passages, passagesWith }: Shelf): number {
  let total = 0;
  for (const term of terms)
    total += Math.log(1 + passages.length / (passagesWith.get(term) ?? 0.5));
  return total;
}
