import { namesOfTimes } from "../dates/date-words.ts";
import type { TokenClassLists } from "../token-classes.ts";
import { RUSSIAN_DATES } from "./dates.ts";

export const RUSSIAN_TOKEN_CLASSES: TokenClassLists = {
  number: `
    десятк*3 сотен* сотн* тысяч* миллион* миллиард* дюжин* половин* процент* большинств* дважды`,
  time: `
    ${namesOfTimes(RUSSIAN_DATES)}
    год*3 лет день дня*2 дне*2 дню*2 недел* месяц* столети* час часа часов часу минут*
    сегодня завтра вчера весн*2 осень*1 осени*1 летом зим*2`,
  preposition: `в у на из до под`,
  reason: `потому поэтому причин* поскольку ведь благодаря вследствие ибо`,
  moment: `
    до после когда во пока перед течение сейчас теперь ныне сначала позже раньше затем`,
  negation: `не нет без никогда никто ничто`,
};
