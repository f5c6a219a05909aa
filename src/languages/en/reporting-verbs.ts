/** Base forms of regular verbs of saying that something is so; no form is a noun as well. */
const CLAIMS = `
  acknowledge affirm allege announce argue assert assure believe caution clarify conclude confide
  confirm contend declare disagree disclose elaborate emphasise emphasize envisage exclaim expect
  explain imply insist mention opine posit predict presume proclaim reaffirm reckon reiterate restate
  retort reveal specify speculate suggest summarise summarize suppose testify underline underscore warn`;
/** The base form and the one in -s are nouns as well: "her claim", "the reports". */
const CLAIMS_OR_NOUNS = `
  boast claim comment estimate forecast hint joke note remark report state stress`;
/** What somebody does by saying it: a passage that lacks the word may be about something else. */
const ACTS = `
  accuse advise agree apologise apologize ask complain concede condemn confess criticise criticize
  denounce deny deplore plead propose recommend refute reject threaten urge`;
const ACTS_OR_NOUNS = `
  appeal blame demand dispute guarantee object pledge praise promise protest request vow`;
/** They also introduce something other than a claim: "Who wrote this?", "Who answered the phone?" */
const OTHERS = "remind respond";
const OTHERS_OR_NOUNS = "answer guess quote reply suspect tweet";

/** The base, the form in -s, the past forms and the one in -ing. */
type Forms = readonly [base: string, s: string, past: string, ing: string];

const IRREGULAR_CLAIMS: readonly Forms[] = [
  ["say", "says", "said", "saying"],
  ["tell", "tells", "told", "telling"],
  ["think", "thinks", "thought", "thinking"],
  ["foresee", "foresees", "foresaw foreseen", "foreseeing"],
  ["foretell", "foretells", "foretold", "foretelling"],
];
const IRREGULAR_ACTS: readonly Forms[] = [
  ["admit", "admits", "admitted", "admitting"],
  ["beg", "begs", "begged", "begging"],
  ["swear", "swears", "swore sworn", "swearing"],
];
const IRREGULAR_OTHERS: readonly Forms[] = [["write", "writes", "wrote written", "writing"]];

const ENDS_IN_Y = /(?<![aeiou])y$/u;
const HISSES = /(?:s|sh|ch|x|z)$/u;

function formsOf(verb: string): Forms {
  if (ENDS_IN_Y.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`];
  }
  const stem = verb.endsWith("e") ? verb.slice(0, -1) : verb;
  const ing = verb.endsWith("ee") ? `${verb}ing` : `${stem}ing`;
  return [verb, HISSES.test(verb) ? `${verb}es` : `${verb}s`, `${stem}ed`, ing];
}

function regular(list: string): Forms[] {
  return list.trim().split(/\s+/u).map(formsOf);
}

const CLAIM_FORMS = [...regular(CLAIMS), ...IRREGULAR_CLAIMS];
const CLAIM_OR_NOUN_FORMS = regular(CLAIMS_OR_NOUNS);
const ACT_FORMS = [...regular(ACTS), ...IRREGULAR_ACTS];
const ACT_OR_NOUN_FORMS = regular(ACTS_OR_NOUNS);
const SAID = [...CLAIM_FORMS, ...regular("agree deny"), ...regular(OTHERS), ...IRREGULAR_OTHERS];
const SAID_OR_NOUNS = [...CLAIM_OR_NOUN_FORMS, ...regular("promise"), ...regular(OTHERS_OR_NOUNS)];

function joined(forms: readonly (readonly string[])[]): string {
  return forms.flat().join(" ");
}

/** English verbs of saying and thinking; each is a list of forms. */
export const ENGLISH_REPORTING_VERBS = {
  all: joined([...SAID, ...SAID_OR_NOUNS, ...ACT_FORMS, ...ACT_OR_NOUN_FORMS]),
  /** Without the forms that are nouns as well: "claims", "state". */
  verbs: joined([
    ...SAID,
    ...ACT_FORMS,
    ...[...SAID_OR_NOUNS, ...ACT_OR_NOUN_FORMS].map(([, , past, ing]) => [past, ing]),
  ]),
  /** "Demands" and its kind are left out: they are nouns more often. */
  acts: joined([
    ...ACT_FORMS,
    ...ACT_OR_NOUN_FORMS.map(([base, , past, ing]) => [base, past, ing]),
  ]),
  /** After "who": what follows is a claim. */
  claims: joined([...CLAIM_FORMS, ...CLAIM_OR_NOUN_FORMS]),
  /** After a name without an auxiliary: the name is the speaker's. */
  finite: joined([
    ...SAID.map(([base, s, past]) => [base, s, past]),
    ...SAID_OR_NOUNS.map(([, , past]) => [past]),
  ]),
  /** After "does", "will". */
  base: joined([...SAID, ...SAID_OR_NOUNS].map(([base]) => [base])),
  /** After "is". */
  ing: joined([...SAID, ...SAID_OR_NOUNS].map(([, , , ing]) => [ing])),
} as const;
