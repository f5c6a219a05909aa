import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

/** Words of an article, as readers write them, and words of the passage that has them. */
const ASKED: Readonly<Record<string, readonly (readonly [question: string, shown: string])[]>> = {
  en: [
    ["Who sends captains an email?", "harbour office"],
    ["e mail to captains?", "harbour office"],
    ["What did the F16 break?", "eleven windows"],
    ["what did the f 16 do", "eleven windows"],
    ["What has the US Navy lent?", "forty tonnes"],
    ["what has the u.s navy lent?", "forty tonnes"],
    ["What did Sean OBrien open?", "new lighthouse"],
    ["Who was born in Lodz?", "new lighthouse"],
    ["Where is there wifi?", "café on the pier"],
    ["cafe with wi fi", "café on the pier"],
    ["COVID19 voucher", "café on the pier"],
    ["Who is Ida Mueller?", "runs the museum"],
    ["sledge from Bodo", "runs the museum"],
    ["Who cooperates with divers?", "clear nets"],
    ["fishermen's cooperation with di\u00advers", "clear nets"],
  ],
  uk: [
    ["Що подарував Будмаш?", "сорок тонн"],
    ["Звязок із маяком", "після шторму"],
    ['Коли відновили зв"язок?', "після шторму"],
    ["Куди приїхав віцепремʼєр?", "музею човнів"],
    ["Куди приїхав Гудзь?", "музею човнів"],
    ["Де пролетів ту154?", "над набережною"],
  ],
  zh: [
    ["灯塔什么时候开放？", "五月开放"],
    ["李明", "五月开放"],
    ["渔民把鲜鱼卖给谁？", "市场旁边的餐馆"],
    ["起重机可以吊起多少吨？", "四十吨"],
  ],
};

test.each(Object.entries(ASKED))(
  "an article in %s is found in other spellings",
  async (language, asked) => {
    const chat = await openBotChat(`test/fixtures/written-forms/${language}`);
    for (const [question, passage] of asked) {
      const { shown } = await chat.say(question);
      const plain = shown.replaceAll(/<[^>]+>/gu, "");
      expect.soft(plain, question).toContain(passage);
      expect
        .soft(plain, question)
        .not.toMatch(/never mentions|Reading this as|не згаду|Читаю це як/u);
    }
  },
);
