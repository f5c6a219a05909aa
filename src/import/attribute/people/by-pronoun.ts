import type { Token } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";
import type { Gender } from "../../../languages/gender.ts";
import type { Figure } from "./people-of.ts";
import type { FigureMention, FoundSpeaker, Told } from "./speaker-of.ts";
import type { Span } from "./speaker-span.ts";

export function isPronoun(lower: string, { pronouns }: WordTests): boolean {
  return Object.values(pronouns).some((isOne) => isOne(lower));
}

/** Whom "she" means, or "who". */
export function byPronoun(
  pronoun: Token,
  mentions: readonly FigureMention[],
  span: Span,
  told: Told,
  { pronouns }: WordTests,
): FoundSpeaker | undefined {
  if (pronouns.who(pronoun.lower)) {
    const before = mentions.findLast(({ to }) => to <= span.from);
    return before && { figure: before.figure, way: "pronoun" };
  }
  if (pronouns.own(pronoun.lower)) return undefined;
  const gender = genderOf(pronoun.lower, pronouns);
  const figure = lastFitting(gender, told) ?? told.lastSpeaker;
  if (!figure) return undefined;
  if (gender && !figure.isBody) figure.gender ??= gender;
  return { figure, way: "pronoun" };
}

function genderOf(lower: string, { he, she }: WordTests["pronouns"]): Gender | undefined {
  if (he(lower)) return "he";
  return she(lower) ? "she" : undefined;
}

/** Who spoke last, if the pronoun fits; or else the last one told of whom it fits. */
function lastFitting(
  gender: Gender | undefined,
  { lastSpeaker, recent }: Told,
): Figure | undefined {
  const fits = (figure: Figure) => {
    if (gender === undefined) return figure.isBody;
    const mayBe = figure.gender === undefined && isPerson(figure);
    return !figure.isBody && (figure.gender === gender || mayBe);
  };
  const isPlain =
    lastSpeaker !== undefined &&
    (gender === undefined || lastSpeaker.gender === gender || recent[0] === lastSpeaker);
  return isPlain && fits(lastSpeaker) ? lastSpeaker : recent.find(fits);
}

/** A single word may be a place as well. */
function isPerson({ words, capacity }: Figure): boolean {
  return words.length > 1 || capacity !== undefined;
}
