import type { Person } from "../../article/article.ts";
import { foldName } from "../../article/fold-name.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { isCapitalised, wordsIn } from "../../text/words.ts";

/**
 * Whether two articles speak of one person: under one name, and in capacities that share a word, as "the harbour
 * master" and "harbour master of Skerra" do. An article that gives no capacity speaks of whoever has the name.
 */
export function isSamePerson(one: Person, other: Person, pack: LanguagePack): boolean {
  if (one === other) return true;
  if (foldName(one.name) !== foldName(other.name)) return false;
  const [capacity, others] = [one, other].map((person) => capacityTerms(person, pack));
  if (!capacity || !others || capacity.size === 0 || others.size === 0) return true;
  return [...capacity].some((term) => others.has(term));
}

/** Of what they are, not where: half a town is "of Skerra". */
function capacityTerms({ capacity = "" }: Person, { terms }: LanguagePack): ReadonlySet<string> {
  const content = wordsIn(capacity).filter(({ text }) => !terms.isStopWord(text));
  const common = content.filter((word) => !isCapitalised(word.text));
  return new Set((common.length > 0 ? common : content).map(({ text }) => terms.of(text)));
}
