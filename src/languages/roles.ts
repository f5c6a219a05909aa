/** How a language tells who does something from whom it is done to. Patterns match folded words. */
export type RoleForms = {
  /** For a language in which whoever acts stands before the verb. Otherwise only endings tell. */
  readonly order?: WordOrder;
  /** Between whoever acts and the verb: "did", "will". */
  readonly auxiliary: RegExp;
  /** Also between them: "also", "not". */
  readonly adverb: RegExp;
  /** Before a noun: "the", "his". */
  readonly determiner: RegExp;
  /** Before what is somebody's: "his". */
  readonly possessive: RegExp;
  readonly preposition: RegExp;
  /** Before where something leads: "a visit | to". */
  readonly goal: RegExp;
  /** Between several who act together. */
  readonly and: RegExp;
  /** Asks for whoever acts if a verb follows. */
  readonly who: RegExp;
  /** What people do to one another: whoever meets Ann is met by her. */
  readonly mutual: RegExp;
  /** Whoever is on a journey to one place is not on one to another, whatever it is called. */
  readonly journey: RegExp;
  /** What a word looks like if it may be a verb. */
  readonly verb: RegExp;
  /** Endings of a name: in the nominative, and in the other cases. */
  readonly cases?: readonly (readonly [nominative: RegExp, oblique: RegExp])[];
};

/** Forms of verbs where hardly any ending tells a verb from a noun: what stands before it does. */
export type WordOrder = {
  /** "Did", "to": a verb without an ending follows. */
  readonly beforeBase: RegExp;
  /** Has an ending: "visits", "visited". */
  readonly notBase: RegExp;
  /** "Visited", "sold" */
  readonly past: RegExp;
  /** "Visits", which may be a noun. */
  readonly third: RegExp;
  /** "Visiting" */
  readonly ing: RegExp;
  /** Before a verb in the passive, or one in -ing. */
  readonly be: RegExp;
  /** Before whoever acts in the passive. */
  readonly by: RegExp;
  /** Before a verb: "plans | to | visit". */
  readonly to: RegExp;
};
