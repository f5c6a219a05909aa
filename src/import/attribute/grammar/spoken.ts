/** How a sentence says that somebody speaks, and how often one that does is somebody else's words. */
export const SPOKEN = {
  /** "…", says Ann. */
  quoted: 0.95,
  /** In Ann's words, … */
  accordingTo: 0.93,
  /** Ann says that … */
  clause: 0.92,
  /** …, Ann says. */
  behind: 0.91,
  /** Ann explains: … */
  colon: 0.85,
  /** This is what Ann says. */
  aboutThat: 0.85,
  /** Ann calls it "… …". */
  mixed: 0.75,
  /** Ann plans to … */
  infinitive: 0.7,
  /** The sentence before "This is what Ann says." */
  beforeAboutThat: 0.7,
  /** Ann fears a collapse. */
  told: 0.5,
  /** This, Ann does not believe. */
  late: 0.46,
  none: 0.08,
} as const;

/** From this share of its letters on, a sentence is somebody's. */
export const IS_MOSTLY = 0.5;
