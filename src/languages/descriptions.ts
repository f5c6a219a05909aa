/** How texts speak of somebody without a name. Lists of words in small letters; `*` is any ending. */
export type DescriptionWords = {
  /** A woman, or a man, besides those in the lists of titles. */
  readonly women: string;
  readonly men: string;
  /** People of any gender, besides those with a role: "pensioner". */
  readonly people: string;
  /** Bodies, by what they may be called later, which comes first: "company carmaker airline". */
  readonly bodies: readonly string[];
  /** Part of a place's name: "Park". */
  readonly places?: string;
  /** Tells one from another: "the former president" is not "the president". */
  readonly limiting: string;
  /** Behind what somebody is, if more of it follows: "the singer | known for". */
  readonly goesOn?: string;
  /** Behind the age, before the noun: "year-old". */
  readonly yearsOld: string;
  /** "Is", "was": says what somebody is. */
  readonly be: string;
  /** For a language in which "she" may be a thing: what only people do. */
  readonly personal?: string;
  /** Then: behind a number, if it is somebody's age. */
  readonly years?: string;
};
