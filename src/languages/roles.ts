/** Tells the words that have it: a pattern, or a list. */
export type WordForm = Pick<RegExp, "test">;

/** How a language tells who does something from whom it is done to. Forms are of folded words. */
export type RoleForms = {
  /** For a language in which whoever acts stands before the verb. Otherwise only endings tell. */
  readonly order?: WordOrder;
  /** Between whoever acts and the verb: "did", "will". */
  readonly auxiliary: WordForm;
  /** Also between them: "also", "not". */
  readonly adverb: WordForm;
  /** Before a noun: "the", "his". */
  readonly determiner: WordForm;
  /** Before what is somebody's: "his". */
  readonly possessive: WordForm;
  readonly preposition: WordForm;
  /** Before where something leads: "a visit | to". */
  readonly goal: WordForm;
  /** Between several who act together. */
  readonly and: WordForm;
  /** Asks for whoever acts if a verb follows. */
  readonly who: WordForm;
  /** What people do to one another: whoever meets Ann is met by her. */
  readonly mutual: WordForm;
  /** Whoever is on a journey to one place is not on one to another, whatever it is called. */
  readonly journey: WordForm;
  /** What a word looks like if it may be a verb. */
  readonly verb: WordForm;
  /** Endings of a name: in the nominative, and in the other cases. */
  readonly cases?: readonly (readonly [nominative: RegExp, oblique: RegExp])[];
};

/** Forms of verbs where hardly any ending tells a verb from a noun: what stands before it does. */
export type WordOrder = {
  /** "Did", "to": a verb without an ending follows. */
  readonly beforeBase: WordForm;
  /** Has an ending: "visits", "visited". */
  readonly notBase: WordForm;
  /** "Visited", "sold" */
  readonly past: WordForm;
  /** "Visits", which may be a noun. */
  readonly third: WordForm;
  /** "Visiting" */
  readonly ing: WordForm;
  /** Before a verb in the passive, or one in -ing. */
  readonly be: WordForm;
  /** Before whoever acts in the passive. */
  readonly by: WordForm;
  /** Before a verb: "plans | to | visit". */
  readonly to: WordForm;
};
