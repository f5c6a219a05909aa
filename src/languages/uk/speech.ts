import { anyOf, pattern } from "../pattern.ts";
import { createIsSpeaker } from "../speaker-forms.ts";
import type { SpeechForms } from "../language-pack.ts";
import { UKRAINIAN_REPORTING_VERBS } from "./reporting-verbs.ts";

const { claims, others } = UKRAINIAN_REPORTING_VERBS;
/** "Говорить з кимось" is a conversation. */
const SPEAKS = "говор(?!\\w* (?:з|із|зі)\\b)\\w*";
const SAYS = `(?:${anyOf(`${claims} ${others}`)}|${SPEAKS})`;
const CLAIMS = `(?:${anyOf(claims)}|${SPEAKS})`;
const CONSIDERS = anyOf("вважа*");
const OPINION = anyOf(
  "думк* погляд* слов* слів* заяв* тез* цитат* оцін* коментар* прогноз* твердженн* висновк* ідеї ідея попередженн* обіцянк* вимог* пропозиц* припущенн* зауваженн* висловлюванн* міркуванн*",
);

/** Asked of the passage just shown; the answer is who says it. */
const DOUBTS =
  "(?:справді|невже|(?:чи )?це (?:справді |точно )?(?:правда|так)|(?:ти|ви) (?:точно |в цьому |справді )?(?:впевнен(?:ий|а|і)|пев(?:ен|на|ні))(?: (?:в|у) цьому)?)(?=\\W*$)";
const ASKS_FOR_SPEAKER = pattern(
  `^(?:а |і |та |але |ну |ок |добре )?(?:хто(?: це| так| таке| саме| ще)* (?:${CLAIMS}|${CONSIDERS})(?: (?:це|так|таке|про це)\\b)?|чи[йяєї]\\w*(?: (?:це|саме|були|була))* ${OPINION}(?: (?:це|такі|така|були|була)\\b)?|за чиїми (?:словами|даними)|на чию думку|(?:це )?(?:факт|думка) чи (?:факт|(?:чиясь )?думка)(?: це)?|хто автор (?:цих слів|цитати|цієї думки|цієї тези)|${DOUBTS})[ ,:]*(?:що\\b)?`,
);

export const UKRAINIAN_SPEECH: SpeechForms = {
  asksWhatIsSaid: pattern(
    "^(?:(?:а|і|та) )?що (?:\\w+ ){0,4}(?:каза\\w+|каже|кажуть|сказа\\w+|говори\\w+|заяви\\w+|заявля\\w+|коменту\\w+|прокоментува\\w+|стверджу\\w+|розпові\\w+)(?: \\w+){0,2}",
  ),
  speakerPronoun: /^(?:він|вона|вони|який|яка|які|я|ми)$/iu,
  asksForSpeaker: ASKS_FOR_SPEAKER,
  asksForAll: pattern(
    "^(?:а |і )?(?:чиї (?:це |тут |ці )*(?:думки|погляди|слова|заяви|тези|цитати|оцінки|коментарі|прогнози)|хто (?:тут )?(?:що )?(?:каже|говорить|сказав|висловлюється|виступає|цитується)|кого (?:тут )?(?:цитують|цитує|процитовано))(?: тут| (?:у|в) (?:ній|цій статті|статті|тексті|матеріалі))?\\W*$",
  ),
  isSpeaker: createIsSpeaker({
    reportingVerbs: SAYS,
    considers: CONSIDERS,
    claimFollows: "(?:\\W*$|,? що\\b| так\\b| про\\b| щодо\\b)",
    opinion: OPINION,
    adverbs: "(?: (?:ще|також|теж|насправді|справді|сам|сама|зараз|тепер|вже|про це|це))*",
    qualities: "(?: (?:головна|основна|власна))*",
    accordingTo:
      "на думку|за словами|за версією|на погляд|за оцінкою|зі слів|згідно з|з точки зору",
  }),
  claim: pattern("\\w,? (?:що|ніби|нібито|начебто|буцімто)\\b.*\\w"),
};
