import { pattern } from "./cyrillic.ts";
import type { SpeechForms } from "./vocabulary.ts";

/** Beginnings of verbs of saying and thinking, which differ in their endings alone. */
const SAYS =
  "(?:говор|сказа|скаж|расска|дума|полага|утвержда|заявля|заяви[лт]|отмеча|отмети|подч[её]рк|коммент|прокоммент|сообща|сообщи|объяв|анонс|прогноз|предсказ|предупрежда|предупреди|объясн|обеща|оценива|оцени|ожида|соглаша|отрица)\\w*";
/** Who "считает" something speaks; who "считает" somebody something does not. */
const CONSIDERS = "счита\\w*";
const OF_WHAT = "(?:\\W*$|,? что\\b| так\\b| об?\\b| про\\b)";
const OPINION =
  "(?:мнени|взгляд|слова|слов|заявлени|тезис|цитат|оценк|комментари|прогноз|утверждени|вывод)\\w*";
const ADVERBS =
  "(?: (?:ещ[её]|также|тоже|на самом деле|действительно|сам|сама|сейчас|теперь|уже|об этом|это))*";

const ASKS_FOR_SPEAKER = pattern(
  `^(?:а |и |но |ну |ок |хорошо )?(?:кто(?: это| так| такое| именно| ещ[её])* (?:${SAYS}|${CONSIDERS})(?: (?:это|так|такое|об этом)\\b)?|чь?[ийяеё]\\w*(?: (?:это|именно|были|было|была))* ${OPINION}(?: (?:это|такие|такое|были|было)\\b)?|по чьим (?:словам|данным)|по чьему мнению|(?:это )?(?:факт|мнение) или (?:факт|(?:чь[её]-то )?мнение)(?: это)?|кто автор (?:этих слов|цитаты|этого мнения|этого тезиса))[ ,:]*(?:что\\b)?`,
);

const VERB_BEHIND = pattern(`^${ADVERBS} ${SAYS}`);
const VERB_BEFORE = pattern(`\\b${SAYS}${ADVERBS} $`);
const CONSIDERS_BEHIND = pattern(`^${ADVERBS} ${CONSIDERS}${OF_WHAT}`);
const CONSIDERS_BEFORE = pattern(`\\b${CONSIDERS}${ADVERBS} $`);
const BEFORE_WHAT = pattern(`^${OF_WHAT}`);
const NOUN_BEHIND = pattern(`^(?: (?:главное|основное|личное))* ${OPINION}`);
const OWNER_BEFORE = pattern(
  `\\b(?:по мнению|по словам|по версии|на взгляд|по оценке|со слов|согласно|с точки зрения|${OPINION}) $`,
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
  claim: pattern("\\w,? (?:что|будто|якобы)\\b.*\\w"),
};
