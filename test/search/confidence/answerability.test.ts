import { describe, expect, test } from "vitest";
import type { Answerability } from "../../../src/search/confidence/answerability-check.ts";
import { ANSWERABILITY_CHECKS } from "../../../src/search/confidence/answerability.ts";
import { scoreOf, weightsAt } from "../../../src/search/ranking/score.ts";
import { type Asked, matchQuestion } from "../match-question.ts";
import { marlow } from "../sample.ts";

type Check = keyof typeof ANSWERABILITY_CHECKS;

type Case = readonly [
  question: string,
  passages: Asked["passages"],
  result: Answerability,
  more?: Pick<Asked, "heading" | "background" | "language">,
];

/** A new check does not compile without a table here. */
const TABLES: Readonly<Record<Check, readonly Case[]>> = {
  matchesAnyTerm: [
    ["ferry?", ["A ferry."], "answers"],
    ["ferry?", ["Rust.", "A ferry."], "nothing"],
    ["ferry?", ["Rust."], "answers", { heading: "Ferry" }],
    ["ferry?", ["Rust.", "A ferry."], "nothing", { background: "rust" }],
    ["What?", ["Rust."], "nothing"],
  ],
  matchesMoreThanNames: [
    ["What did Marlow say of rust?", [{ text: "Rust.", speaker: marlow }], "answers"],
    ["What did Marlow say of rust?", [{ text: "Cars.", speaker: marlow }, "Rust."], "near"],
    ["What did Marlow say of bitcoin?", [{ text: "Cars.", speaker: marlow }], "elsewhere"],
    // "Say" is an everyday word, so nothing is missing.
    ["What did Marlow say?", [{ text: "Cars.", speaker: marlow }], "answers"],
    [
      "What did Marlow say of rust and bitcoin?",
      [{ text: "Cars.", speaker: marlow }, "Rust."],
      "near",
    ],
    ["What about rust?", ["Cars.", "Rust."], "near"],
    // A keyword is what an editor thought of; "best" is what nobody says.
    ["Best phone?", [{ text: "A call.", keywords: ["phone"] }], "near"],
    ["Which phone is the cheapest?", [{ text: "A call.", keywords: ["phone"] }], "near"],
    ["Best phone?", [{ text: "A call.", keywords: ["phone"] }, "The best ship."], "answers"],
    ["Best phone?", ["A phone."], "answers"],
    ["What happens to a phone?", [{ text: "A call.", keywords: ["phone"] }], "answers"],
    ["лучший телефон?", [{ text: "Звонок.", keywords: ["телефон"] }], "near", { language: "ru" }],
    [
      "який телефон найкращий?",
      [{ text: "Дзвінок.", keywords: ["телефон"] }],
      "near",
      { language: "uk" },
    ],
    // What is missing weighs little beside the names found.
    [
      "Did Ines Marlow of the City Council cross the bridge?",
      [
        { text: "Ines Marlow of the City Council.", speaker: marlow },
        "A bridge.",
        "A bridge.",
        "A bridge.",
      ],
      "answers",
    ],
  ],
  usesEveryName: [
    ["Does the ferry reach Pelly?", ["The ferry reaches Pelly."], "answers"],
    ["Does the ferry reach Pelly?", ["The ferry."], "near"],
    ["Does the ferry reach Pelly?", ["The ferry.", "Pelly."], "answers"],
    ["Does the ferry reach the USA?", ["The ferry."], "answers"],
    ["Does the ferry reach Palestine?", ["The Palestinian ferry."], "answers"],
    ["Does the ferry reach bitcoin?", ["The ferry."], "answers"],
    ["Does the ferry take 40 cars?", ["The ferry takes 40 cars."], "answers"],
    ["Does the ferry take 40 cars?", ["The ferry takes 30 cars."], "near"],
    ["Does the ferry take 40 cars?", ["The ferry takes cars.", "Rust: 40."], "answers"],
    ["Does the ferry take forty cars?", ["The ferry takes cars."], "answers"],
  ],
  hasTimeOrNumber: [
    ["When does the ferry leave?", ["The ferry leaves in May."], "answers"],
    ["When does the ferry leave?", ["The ferry leaves after rain."], "answers"],
    ["When does the ferry leave?", ["The ferry leaves."], "near"],
    ["When does the ferry leave?", ["The ferry takes forty cars."], "near"],
    ["How many cars?", ["Forty cars."], "answers"],
    ["How many cars?", ["Cars in May."], "near"],
    ["How long does it rust?", ["It rusts for forty months."], "answers"],
    ["How long does it rust?", ["It rusts in May."], "answers"],
    ["How long does it rust?", ["It rusts after rain."], "near"],
    ["Who runs the ferry?", ["Somebody runs the ferry."], "answers"],
  ],
  coversHalf: [
    ["When ferry, rust?", ["Rust in May.", "A ferry."], "answers"],
    ["When ferry, rust, salt?", ["The ferry in May.", "Rust, salt."], "near"],
    ["When does the ferry leave?", ["The ferry leaves in May."], "answers"],
    [
      "When does the ferry pass rust, salt and cables?",
      ["The ferry in May.", "Rust, salt, cables."],
      "near",
    ],
    [
      "Who passes rust, salt and cables on the ferry?",
      ["The ferry.", "Rust, salt, cables."],
      "answers",
    ],
    ["When rust?", ["In May.", "Rust."], "answers", { heading: "Rust" }],
    ["When rust?", ["A ferry in May.", "Rust."], "near", { background: "ferry" }],
  ],
  hasWhatIsListed: [
    ["Name all twelve ferries", ["Twelve ferries sail."], "near"],
    [
      "list the three ferries please",
      ["The Plover, the Tern and the Gull are ferries."],
      "answers",
    ],
    ["Which two ferries rust?", ["The ferries Plover and Tern rust."], "answers"],
    ["Which twelve ferries rust?", ["Twelve ferries rust."], "near"],
    ["Name the ferry", ["The ferry Plover sails."], "answers"],
    ["Which ferries rust?", ["Twelve ferries rust."], "answers"],
  ],
  hasAskedQuantity: [
    ["How old is the ferry?", ["The ferry takes forty cars."], "near"],
    ["How old is the captain?", ["The captain, 52, takes cars."], "answers"],
    ["How old is the captain?", ["The 52-year-old captain takes cars."], "answers"],
    ["How much does the ferry cost?", ["The ferry takes 40 cars."], "near"],
    ["How much does the ferry cost?", ["The ferry is 40 crowns."], "answers"],
    ["What share of cars rust?", ["In May 40 cars rust."], "near"],
    ["What share of cars rust?", ["40 % of cars rust."], "answers"],
    ["What share of cars rust?", ["Half of the cars rust."], "answers"],
    ["How long does the ferry rust?", ["The ferry rusts on 4 May."], "near"],
    ["How long does the ferry rust?", ["The ferry rusts for three months."], "answers"],
    ["How many dollars is the ferry worth?", ["The ferry is worth 40 dollars."], "answers"],
    ["How long does the ferry rust?", ["The ferry rusts on 4–6 May."], "answers"],
    ["Як довго іржавіє пором?", ["Пором іржавіє 4–6 травня."], "answers", { language: "uk" }],
    ["Як довго іржавіє пором?", ["Пором іржавіє 4 травня."], "near", { language: "uk" }],
    ["Как долго ржавеет паром?", ["Паром ржавеет 4–6 мая."], "answers", { language: "ru" }],
    ["Как долго ржавеет паром?", ["Паром ржавеет 4 мая."], "near", { language: "ru" }],
    ["What time does the ferry leave?", ["The ferry leaves on 4 May."], "near"],
    ["What time does the ferry leave?", ["The ferry leaves at 9:30."], "answers"],
    ["What year did the ferry rust?", ["The ferry rusts in May."], "near"],
    ["What year did the ferry rust?", ["The ferry rusted in 1998."], "answers"],
    ["What year after 1998 did it rust?", ["The ferry rusts after 1998."], "near"],
    ["Який вік капітана порома?", ["Капітан порома возить 40 машин."], "near", { language: "uk" }],
    [
      "Який вік капітана порома?",
      ["52-річний капітан порома возить машини."],
      "answers",
      { language: "uk" },
    ],
    ["Скільки коштує пором?", ["Пором возить 40 машин."], "near", { language: "uk" }],
    ["Скільки коштує пором?", ["Пором коштує 40 гривень."], "answers", { language: "uk" }],
    [
      "Какой возраст у капитана парома?",
      ["Капитан парома возит 40 машин."],
      "near",
      { language: "ru" },
    ],
    [
      "Какой возраст у капитана парома?",
      ["52-летний капитан парома возит машины."],
      "answers",
      { language: "ru" },
    ],
    ["Сколько стоит паром?", ["Паром возит 40 машин."], "near", { language: "ru" }],
    ["Сколько стоит паром?", ["Паром стоит 40 рублей."], "answers", { language: "ru" }],
  ],
  numbersWhatIsCounted: [
    ["How many cars take the ferry?", ["The ferry takes forty cars."], "answers"],
    ["How many cars take the ferry?", ["Cars on the ferry: forty."], "answers"],
    [
      "How many cars take the ferry?",
      ["Cars took the ferry whenever the weather and the captain let them, on 40 occasions."],
      "near",
    ],
    ["When do cars take the ferry?", ["Cars take the ferry."], "answers"],
    ["Скільки машин на поромі?", ["На поромі сорок машин."], "answers", { language: "uk" }],
    ["Скільки машин на поромі?", ["Машини на поромі."], "near", { language: "uk" }],
    ["Сколько машин на пароме?", ["На пароме сорок машин."], "answers", { language: "ru" }],
    ["Сколько машин на пароме?", ["Машины на пароме."], "near", { language: "ru" }],
  ],
  hasValueBesideTopic: [
    ["When does the ferry rust?", ["The ferry rusts in May. Cars do not."], "answers"],
    ["When does the ferry rust?", ["The ferry rusts. Cars come in May."], "near"],
    ["Who runs the ferry?", ["The ferry rusts. Cars come in May."], "answers"],
    ["Коли іржавіє пором?", ["Пором іржавіє в травні."], "answers", { language: "uk" }],
    ["Коли іржавіє пором?", ["Пором іржавіє. Машини їдуть у травні."], "near", { language: "uk" }],
    ["Когда ржавеет паром?", ["Паром ржавеет в мае."], "answers", { language: "ru" }],
    ["Когда ржавеет паром?", ["Паром ржавеет. Машины едут в мае."], "near", { language: "ru" }],
  ],
  hasValueOfWhoIsNamed: [
    ["When does Pelly rust?", ["The port of Pelly rusts. It began in May."], "answers"],
    ["When does Pelly rust?", ["The port of Pelly rusts. Cars do. It began in May."], "near"],
    ["When does the port rust?", ["The port rusts. Cars do. It began in May."], "answers"],
    ["Who is in Pelly?", ["The port of Pelly rusts. Cars do. It began in May."], "answers"],
    [
      "Коли іржавіє Пеллі?",
      ["Порт Пеллі іржавіє. Машини теж. Це почалося в травні."],
      "near",
      { language: "uk" },
    ],
    [
      "Когда ржавеет Пелли?",
      ["Порт Пелли ржавеет. Машины тоже. Это началось в мае."],
      "near",
      { language: "ru" },
    ],
  ],
  hasWordsOfWhoIsAsked: [
    ["What did Pelly say about rust?", ["The rust is old, said Ann Pelly."], "answers"],
    [
      "What did Pelly say about rust?",
      ["Pelly, the baker from Marl, said rust is old."],
      "answers",
    ],
    ["What did Pelly say about rust?", ["Pelly saw rust. It is old, he said."], "answers"],
    ["What did Pelly say about rust?", ["Rust is old, Tom Marl said of Pelly."], "near"],
    ["What did Pelly say about rust?", ["Pelly saw the rust."], "near"],
    ["What did Pelly say about rust?", [{ text: "Rust.", speaker: marlow }], "answers"],
    ["What did Pelly do about rust?", ["Pelly saw the rust."], "answers"],
    ["Що Пеллі сказав про іржу?", ["Пеллі сказав, що іржа стара."], "answers", { language: "uk" }],
    ["Що Пеллі сказав про іржу?", ["Пеллі бачив іржу."], "near", { language: "uk" }],
    [
      "Что Пелли сказал о ржавчине?",
      ["Пелли сказал, что ржавчина старая."],
      "answers",
      { language: "ru" },
    ],
    ["Что Пелли сказал о ржавчине?", ["Пелли видел ржавчину."], "near", { language: "ru" }],
  ],
  hasWhatIsCounted: [
    ["How many cars take the ferry?", ["The ferry takes forty cars."], "answers"],
    ["How many cars take the ferry?", ["The ferry takes forty people.", "Cars."], "near"],
    ["How many of the cars take the ferry?", ["The ferry takes forty people.", "Cars."], "near"],
    ["How old is the ferry?", ["The ferry takes forty people."], "near"],
    ["How old is the ferry?", ["The ferry is forty years old."], "answers"],
    ["How much does the ferry cost?", ["The ferry takes forty people."], "answers"],
    ["When do cars take the ferry?", ["The ferry leaves in May."], "answers"],
  ],
};

function firstFor(asked: Asked) {
  const { compiled, first: indexed, matches, features } = matchQuestion(asked);
  return {
    compiled,
    first: {
      indexed,
      matches,
      features,
      score: scoreOf(features, weightsAt(features.questionLength)),
    },
  };
}

describe.each(Object.entries(TABLES))("%s", (name, cases) => {
  const check = new Map(Object.entries(ANSWERABILITY_CHECKS)).get(name);

  test.each(cases.map((one) => ({ one, name: `${one[0]} → ${one[2]}` })))(
    "$name",
    ({ one: [question, passages, result, more = {}] }) => {
      const { compiled, first } = firstFor({ question, passages, ...more });
      expect(check?.(first, compiled)).toBe(result);
    },
  );
});
