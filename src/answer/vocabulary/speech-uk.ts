import { pattern } from "./cyrillic.ts";
import type { SpeechForms } from "./vocabulary.ts";

/** Beginnings of verbs of saying and thinking, which differ in their endings alone. */
const SAYS =
  "(?:каж|каза|сказа|скаж|говор|розпові|розказа|дума|гада|стверджу|тверд|заявля|заяви[влт]|зазнача|зазначи|наголошу|наголоси|підкресл|комент|прокомент|повідом|оголо[сш]|анонс|прогноз|передбача|попереджа|попереди|поясн|обіця|оціню|оціни|очіку|погоджу|заперечу)\\w*";
/** Who "вважає" something speaks; who "вважає" somebody something does not. */
const CONSIDERS = "вважа\\w*";
const OF_WHAT = "(?:\\W*$|,? що\\b| так\\b| про\\b| щодо\\b)";
const OPINION =
  "(?:думк|погляд|слов|слів|заяв|тез|цитат|оцін|коментар|прогноз|твердженн|висновк)\\w*";
const ADVERBS = "(?: (?:ще|також|теж|насправді|справді|сам|сама|зараз|тепер|вже|про це|це))*";

const ASKS_FOR_SPEAKER = pattern(
  `^(?:а |і |та |але |ну |ок |добре )?(?:хто(?: це| так| таке| саме| ще)* (?:${SAYS}|${CONSIDERS})(?: (?:це|так|таке|про це)\\b)?|чи[йяєї]\\w*(?: (?:це|саме|були|була))* ${OPINION}(?: (?:це|такі|така|були|була)\\b)?|за чиїми (?:словами|даними)|на чию думку|(?:це )?(?:факт|думка) чи (?:факт|(?:чиясь )?думка)(?: це)?|хто автор (?:цих слів|цитати|цієї думки|цієї тези))[ ,:]*(?:що\\b)?`,
);

const VERB_BEHIND = pattern(`^${ADVERBS} ${SAYS}`);
const VERB_BEFORE = pattern(`\\b${SAYS}${ADVERBS} $`);
const CONSIDERS_BEHIND = pattern(`^${ADVERBS} ${CONSIDERS}${OF_WHAT}`);
const CONSIDERS_BEFORE = pattern(`\\b${CONSIDERS}${ADVERBS} $`);
const BEFORE_WHAT = pattern(`^${OF_WHAT}`);
const NOUN_BEHIND = pattern(`^(?: (?:головна|основна|власна))* ${OPINION}`);
const OWNER_BEFORE = pattern(
  `\\b(?:на думку|за словами|за версією|на погляд|за оцінкою|зі слів|згідно з|з точки зору|${OPINION}) $`,
);

export const SPEECH: SpeechForms = {
  asksForSpeaker: ASKS_FOR_SPEAKER,
  isSpeaker: (before, _name, behind) =>
    VERB_BEHIND.test(behind) ||
    VERB_BEFORE.test(before) ||
    CONSIDERS_BEHIND.test(behind) ||
    (CONSIDERS_BEFORE.test(before) && BEFORE_WHAT.test(behind)) ||
    NOUN_BEHIND.test(behind) ||
    OWNER_BEFORE.test(before),
  claim: pattern("\\w,? (?:що|ніби|нібито|начебто|буцімто)\\b.*\\w"),
};
