import { anyOf, pattern } from "../pattern.ts";
import { createIsSpeaker } from "../speaker-forms.ts";
import type { SpeechForms } from "../language-pack.ts";
import { RUSSIAN_REPORTING_VERBS } from "./reporting-verbs.ts";

const { claims, others } = RUSSIAN_REPORTING_VERBS;
/** The lists are folded, questions are not. */
const withYo = (source: string) => source.replaceAll("е", "[её]");
/** "Говорит с кем-то" is a conversation. */
const SPEAKS = "говор(?!\\w* со?\\b)\\w*";
const SAYS = `(?:${withYo(anyOf(`${claims} ${others}`))}|${SPEAKS})`;
const CLAIMS = `(?:${withYo(anyOf(claims))}|${SPEAKS})`;
const CONSIDERS = anyOf("счита*");
const OPINION = anyOf(
  "мнени* взгляд* слов* заявлени* тезис* цитат* оценк* комментари* прогноз* утверждени* вывод* мысл* идеи идея предупреждени* обещани* требовани* предложени* предположени* замечани* высказывани* соображени*",
);

/** Asked of the passage just shown; the answer is who says it. */
const DOUBTS =
  "(?:правда|неужели|это (?:действительно |точно |правда )?(?:правда|так)|правда ли это|так ли это|(?:ты|вы) (?:точно |в этом |правда )?уверен(?:а|ы)?(?: в этом)?)(?=\\W*$)";
const ASKS_FOR_SPEAKER = pattern(
  `^(?:а |и |но |ну |ок |хорошо )?(?:кто(?: это| так| такое| именно| ещ[её])* (?:${CLAIMS}|${CONSIDERS})(?: (?:это|так|такое|об этом)\\b)?|чь?[ийяеё]\\w*(?: (?:это|именно|были|было|была))* ${OPINION}(?: (?:это|такие|такое|были|было)\\b)?|по чьим (?:словам|данным)|по чьему мнению|(?:это )?(?:факт|мнение) или (?:факт|(?:чь[её]-то )?мнение)(?: это)?|кто автор (?:этих слов|цитаты|этого мнения|этого тезиса)|${DOUBTS})[ ,:]*(?:что\\b)?`,
);

export const RUSSIAN_SPEECH: SpeechForms = {
  asksWhatIsSaid: pattern(
    "^(?:(?:а|и|но) )?что (?:\\w+ ){0,4}(?:сказа\\w+|говор\\w+|заяви\\w+|заявля\\w+|комментиру\\w+|прокомментирова\\w+|утвержда\\w+|рассказа\\w+)(?: \\w+){0,2}",
  ),
  speakerPronoun: /^(?:он|она|они|который|которая|которые|я|мы)$/iu,
  asksForSpeaker: ASKS_FOR_SPEAKER,
  asksForAll: pattern(
    "^(?:а |и )?(?:чьи (?:это |здесь |тут |эти )*(?:мнения|взгляды|слова|заявления|тезисы|цитаты|оценки|комментарии|прогнозы)|кто (?:здесь |тут )?(?:что )?(?:говорит|сказал|высказывается|выступает|цитируется)|кого (?:здесь |тут )?(?:цитируют|цитирует|процитировали))(?: здесь| тут| в (?:ней|этой статье|статье|тексте|материале))?\\W*$",
  ),
  isSpeaker: createIsSpeaker({
    reportingVerbs: SAYS,
    considers: CONSIDERS,
    claimFollows: "(?:\\W*$|,? что\\b| так\\b| об?\\b| про\\b)",
    opinion: OPINION,
    adverbs:
      "(?: (?:ли|ещ[её]|также|тоже|на самом деле|действительно|сам|сама|сейчас|теперь|уже|об этом|это))*",
    qualities: "(?: (?:главное|основное|личное))*",
    accordingTo:
      "по мнению|по словам|по версии|на взгляд|по оценке|со слов|согласно|с точки зрения",
  }),
  claim: pattern("\\w,? (?:что|будто|якобы)\\b.*\\w"),
};
