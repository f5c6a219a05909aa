import { expect, test } from "vitest";
import { smallTalkIn, withoutCourtesies } from "../../src/answer/intent/small-talk.ts";
import {
  speakerAskedAbout,
  statementAskedAbout,
} from "../../src/answer/intent/speaker-asked-about.ts";
import { createLanguagePack } from "../../src/languages/create-language-pack.ts";
import { identifyLanguage } from "../../src/languages/identify-language.ts";
import type { LanguageData } from "../../src/languages/language-pack.ts";
import { ordinalReader } from "../../src/languages/ordinals.ts";
import { LANGUAGE_PACKS, packFor } from "../../src/languages/packs.ts";
import { anyOf, asWords, pattern } from "../../src/languages/pattern.ts";
import { snowballStemmer } from "../../src/languages/snowball-stemmer.ts";
import { createIsSpeaker } from "../../src/languages/speaker-forms.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { parseQuestion, mainQuery } from "../../src/search/query/parse-question.ts";
import { searchText } from "../support/search-text.ts";
import { wordsIn } from "../../src/text/words.ts";
import { bridgeArticle, marlow, samplePassage } from "../search/sample.ts";

const NEVER = /(?!)/u;
const REPORTING_VERBS = anyOf("sag* mein* erklär* behaupte*");

/** The minimum that compiles as a new language, with a few words of each kind. Words of lists are folded. */
const GERMAN: LanguageData<"de"> = {
  code: "de",
  name: "German",
  script: "Latin",
  ownLetters: /[äöüß]/iu,
  stopWords:
    "der die das den dem ein eine und ist sind wird werden nicht wann wer was wie viele von bis fur",
  createStemmer: () => snowballStemmer("de"),
  isInflected: true,
  synonyms: ["brucke ubergang"],
  tokenClasses: {
    number: "zwei drei vier million*",
    time: "januar februar marz april mai juni juli august montag* dienstag* jahr*2",
    preposition: "in an bei nach aus von",
    reason: "weil denn deshalb",
    moment: "vor wahrend seit",
    negation: "nicht kein* nie",
  },
  dateWords: {
    months:
      "januar februar märz april mai juni juli august september oktober november dezember".split(
        " ",
      ),
  },
  answerFrames: [
    [asWords("wann"), "time"],
    [asWords("wie viele?"), "number"],
    [asWords("wer|wen|wem"), "person"],
    [asWords("warum|wieso"), "reason"],
  ],
  beforeCounted: /\bwie viele? /iu,
  attribution: {
    titles: "herr frau dr",
    femaleTitles: "frau",
    maleTitles: "herr",
    roles: "sprecher* minister*",
    offices: "minister*",
    writings: "erklarung",
    bodies: "ministerium*",
    pronouns: { he: "er", she: "sie", they: "wir", who: "der die", own: "ich wir" },
    notNames: "montag",
    particles: "von",
    ofBody: "fur",
    known: "der die das",
    unknown: "ein eine",
    places: "in an auf",
    joining: "und oder",
    told: "",
    asSays: "wie",
    prepositions: "in an bei von",
    femaleNames: "anna",
    maleNames: "hans",
  },
  requestWords: {
    overview: "zusammenfassung uberblick",
    mainPoint: "punkt these",
    fact: "fakt",
    date: "datum termin",
    people: "person",
    source: "quelle autor",
    linking: "und von",
    text: "artikel text",
    filler: "bitte",
    speech: "sagen meinen meinung",
    reportingVerb: "sagen meinen erklären behaupten",
    speechAct: "versprechen",
    point: "sagen meinen meinung",
    identity: "name beruf",
    judgement: "gut beste",
  },
  requests: {
    aboutNothingElse: /^worum geht es\W*$/iu,
    otherArticles: NEVER,
    whereFrom: NEVER,
    byWhom: NEVER,
    whatWhen: NEVER,
    asksForMore: /^(?:mehr|weiter)\W*$/iu,
    asksWho: /^wer ist $/iu,
    asksWhoAfter: NEVER,
    asksWhat: /\bwas\b/iu,
    nothingAfter: /^\W*$/u,
    between: /^ und $/u,
    onlyNames: /^(?:und )?$/iu,
    whatAbout: NEVER,
    beforeDoer: /\b(?:warum|wann) (?:hat|wird) $/iu,
    beforeTopic: /\bzu(?:m|r)? /iu,
    direct: (question) => question,
    leadIn: /^und\b/iu,
  },
  followUps: {
    personalPronoun: /\b(?:er|sie|ihn|ihm)\b/giu,
    whoIsIt: NEVER,
    otherPronoun: /\b(?:es|das|dies)\b/iu,
    continues: /^und\b/iu,
    bareQuestion: /^(?:und )?(?:wann|wer|warum)\W*$/iu,
    nameFor: (_pronoun, name) => name,
  },
  turns: {
    yes: /^(?:ja|gern)(?: bitte)?$/u,
    correction: /^nein, ich meine\b\s*/iu,
    and: /^und\b\s*/iu,
    whatAbout: NEVER,
    ordinal: ordinalReader({ counted: [/^das erste$/u, /^das zweite$/u], last: /^das letzte$/u }),
    previous: /^zuruck$/u,
    inPlaceOf: (_other, name) => name,
    saysAbout: (name, topic) => `Was sagt ${name} über ${topic}`,
  },
  speech: {
    asksWhatIsSaid: /^was sagt? \w+ sagt?\b/iu,
    speakerPronoun: /^(?:er|sie|wir|ich)$/iu,
    asksForSpeaker: pattern(`^wer (?:${REPORTING_VERBS})(?: das)?\\b,?(?: dass\\b)?`),
    asksForAll: NEVER,
    isSpeaker: createIsSpeaker({
      reportingVerbs: REPORTING_VERBS,
      opinion: anyOf("meinung* aussage*"),
      adverbs: "(?: auch)?",
      qualities: "",
      accordingTo: "laut",
    }),
    claim: /\bdass\b.*\w/iu,
  },
  hangingStart: /^(?:er|sie|es|das|aber)\b/iu,
  facts: {
    decision: /\bbeschlossen\b/iu,
    hedge: /\bvielleicht\b/iu,
    aside: /^(?:nach|als)(?!\p{L})/iu,
    keyHeading: /^das wichtigste$/iu,
  },
  smallTalk: [[/^(?:hallo|guten (?:tag|morgen|abend))$/u, "greeting"]],
  courtesy: /^(?:hallo|guten tag|danke)[,.! ]+/iu,
  messages: {
    opens: /^(?:und )?(?:wann|wer|was|wie|warum|ist|wird)\b/iu,
    asks: /^(?:wann|wer|was|wie|warum)\b/iu,
    joined: { first: NEVER, and: NEVER, questionWord: /\b(?:wann|wer|was)\b/giu },
    aside: /^(?:wirklich|eine frage)$/u,
    closing: /^(?:mit freundlichen grüßen|danke)(?!\p{L})/iu,
    device: NEVER,
    postscript: /^ps\b/iu,
  },
};

const german = createLanguagePack(GERMAN);

const article = bridgeArticle({
  title: "Die alte Brücke wird geschlossen",
  language: "de",
  sections: [
    {
      id: "closure",
      heading: "Die Schließung",
      passages: [
        samplePassage("dates", "Die Brücke wird für Autos vom 3. bis 9. Mai geschlossen."),
        samplePassage("rust", "Rost hat die Seile geschwächt.", {
          speaker: marlow,
          kind: "opinion",
        }),
        samplePassage("ferry", "Eine Fähre bringt die Leute über den Fluss."),
      ],
    },
  ],
});

const index = indexPassages([article], (code) => (code === "de" ? german : packFor(code)));

test("a German article is indexed without the stop words of its pack", () => {
  const [inGerman] = index.languageIndexesFor(undefined);
  const { words } = mainQuery(parseQuestion(index, { text: "Wird die Brücke geschlossen?" }));

  expect(inGerman?.pack.code).toBe("de");
  expect(words.map(({ word }) => word)).toEqual(["Brücke", "geschlossen"]);
});

test.each([
  ["Wann wird die Brücke geschlossen?", "time", "dates"],
  ["Wer hat über Rost gesprochen?", "person", "rust"],
  ["When is the Brücke geschlossen?", "time", "dates"],
])("%j asks for a %s and finds the passage", (question, answerType, passage) => {
  const { query, hits } = searchText(index, question);
  expect([query.answerType, hits[0]?.passage.id]).toEqual([answerType, passage]);
});

test("German synonyms are found by their stems", () => {
  expect(german.terms.near(german.terms.of("Brücken"))).toContain(german.terms.of("Übergang"));
});

test.each([
  ["Wer sagte, dass die Brücke rostet?", "die Brücke rostet"],
  ["Wer behauptet das?", ""],
  ["Wer schließt die Brücke?", undefined],
])("%j asks who says %j", (question, statement) => {
  expect(statementAskedAbout(question, german.speech)).toBe(statement);
});

test.each([
  ["Was sagt Ines Marlow über die Seile?", "marlow"],
  ["Was ist laut Ines Marlow mit den Seilen?", "marlow"],
  ["Wann trifft Ines Marlow den Rat?", undefined],
])("in %j the speaker is %s", (question, speaker) => {
  const { mentions } = mainQuery(parseQuestion(index, { text: question }));
  expect(speakerAskedAbout(question, mentions, german.speech)?.id).toBe(speaker);
});

test("German small talk and courtesies are recognised", () => {
  expect(smallTalkIn("Guten Tag!", german)).toBe("greeting");
  expect(withoutCourtesies("Hallo, wann öffnet sie?", german)).toBe("wann öffnet sie?");
});

test.each([
  ["Wann ist die Brücke für Autos gesperrt?", "de"],
  ["When is the bridge closed to cars?", "en"],
  ["Коли закриють міст?", "uk"],
])("%j is identified as %s", (question, code) => {
  const words = wordsIn(question).map(({ text }) => text);
  expect(identifyLanguage(words, [...LANGUAGE_PACKS, german])?.code).toBe(code);
});
