import { describe, expect, test } from "vitest";
import { ANSWERABILITY_CHECKS } from "../../../src/search/confidence/answerability.ts";
import { scoreOf, weightsAt } from "../../../src/search/ranking/score.ts";
import { type Asked, matchQuestion } from "../match-question.ts";
import { marlow } from "../sample.ts";

type Check = keyof typeof ANSWERABILITY_CHECKS;

type Case = readonly [
  question: string,
  passages: Asked["passages"],
  answers: boolean,
  more?: Pick<Asked, "heading" | "background" | "language">,
];

/** A new check does not compile without a table here. */
const TABLES: Readonly<Record<Check, readonly Case[]>> = {
  matchesAnyTerm: [
    ["ferry?", ["A ferry."], true],
    ["ferry?", ["Rust.", "A ferry."], false],
    ["ferry?", ["Rust."], true, { heading: "Ferry" }],
    ["ferry?", ["Rust.", "A ferry."], false, { background: "rust" }],
    ["What?", ["Rust."], false],
  ],
  matchesMoreThanNames: [
    ["What did Marlow say of rust?", [{ text: "Rust.", speaker: marlow }], true],
    ["What did Marlow say of rust?", [{ text: "Cars.", speaker: marlow }, "Rust."], false],
    ["What did Marlow say of bitcoin?", [{ text: "Cars.", speaker: marlow }], false],
    // "Say" is an everyday word, so nothing is missing.
    ["What did Marlow say?", [{ text: "Cars.", speaker: marlow }], true],
    [
      "What did Marlow say of rust and bitcoin?",
      [{ text: "Cars.", speaker: marlow }, "Rust."],
      false,
    ],
    ["What about rust?", ["Cars.", "Rust."], false],
    // A keyword is what an editor thought of; "best" is what nobody says.
    ["Best phone?", [{ text: "A call.", keywords: ["phone"] }], false],
    ["Which phone is the cheapest?", [{ text: "A call.", keywords: ["phone"] }], false],
    ["Best phone?", [{ text: "A call.", keywords: ["phone"] }, "The best ship."], true],
    ["Best phone?", ["A phone."], true],
    ["What happens to a phone?", [{ text: "A call.", keywords: ["phone"] }], true],
    ["лучший телефон?", [{ text: "Звонок.", keywords: ["телефон"] }], false, { language: "ru" }],
    [
      "який телефон найкращий?",
      [{ text: "Дзвінок.", keywords: ["телефон"] }],
      false,
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
      true,
    ],
  ],
  usesEveryName: [
    ["Does the ferry reach Pelly?", ["The ferry reaches Pelly."], true],
    ["Does the ferry reach Pelly?", ["The ferry."], false],
    ["Does the ferry reach Pelly?", ["The ferry.", "Pelly."], true],
    ["Does the ferry reach the USA?", ["The ferry."], true],
    ["Does the ferry reach Palestine?", ["The Palestinian ferry."], true],
    ["Does the ferry reach bitcoin?", ["The ferry."], true],
    ["Does the ferry take 40 cars?", ["The ferry takes 40 cars."], true],
    ["Does the ferry take 40 cars?", ["The ferry takes 30 cars."], false],
    ["Does the ferry take 40 cars?", ["The ferry takes cars.", "Rust: 40."], true],
    ["Does the ferry take forty cars?", ["The ferry takes cars."], true],
  ],
  hasTimeOrNumber: [
    ["When does the ferry leave?", ["The ferry leaves in May."], true],
    ["When does the ferry leave?", ["The ferry leaves after rain."], true],
    ["When does the ferry leave?", ["The ferry leaves."], false],
    ["When does the ferry leave?", ["The ferry takes forty cars."], false],
    ["How many cars?", ["Forty cars."], true],
    ["How many cars?", ["Cars in May."], false],
    ["How long does it rust?", ["It rusts for forty months."], true],
    ["How long does it rust?", ["It rusts in May."], true],
    ["How long does it rust?", ["It rusts after rain."], false],
    ["Who runs the ferry?", ["Somebody runs the ferry."], true],
  ],
  coversHalf: [
    ["When ferry, rust?", ["Rust in May.", "A ferry."], true],
    ["When ferry, rust, salt?", ["The ferry in May.", "Rust, salt."], false],
    ["When does the ferry leave?", ["The ferry leaves in May."], true],
    [
      "When does the ferry pass rust, salt and cables?",
      ["The ferry in May.", "Rust, salt, cables."],
      false,
    ],
    ["Who passes rust, salt and cables on the ferry?", ["The ferry.", "Rust, salt, cables."], true],
    ["When rust?", ["In May.", "Rust."], true, { heading: "Rust" }],
    ["When rust?", ["A ferry in May.", "Rust."], false, { background: "ferry" }],
  ],
  hasWhatIsListed: [
    ["Name all twelve ferries", ["Twelve ferries sail."], false],
    ["list the three ferries please", ["The Plover, the Tern and the Gull are ferries."], true],
    ["Which two ferries rust?", ["The ferries Plover and Tern rust."], true],
    ["Which twelve ferries rust?", ["Twelve ferries rust."], false],
    ["Name the ferry", ["The ferry Plover sails."], true],
    ["Which ferries rust?", ["Twelve ferries rust."], true],
  ],
  hasAskedQuantity: [
    ["How old is the ferry?", ["The ferry takes forty cars."], false],
    ["How old is the captain?", ["The captain, 52, takes cars."], true],
    ["How old is the captain?", ["The 52-year-old captain takes cars."], true],
    ["How much does the ferry cost?", ["The ferry takes 40 cars."], false],
    ["How much does the ferry cost?", ["The ferry is 40 crowns."], true],
    ["What share of cars rust?", ["In May 40 cars rust."], false],
    ["What share of cars rust?", ["40 % of cars rust."], true],
    ["What share of cars rust?", ["Half of the cars rust."], true],
    ["How long does the ferry rust?", ["The ferry rusts on 4 May."], false],
    ["How long does the ferry rust?", ["The ferry rusts for three months."], true],
    ["How many dollars is the ferry worth?", ["The ferry is worth 40 dollars."], true],
    ["How long does the ferry rust?", ["The ferry rusts on 4–6 May."], true],
    ["Як довго іржавіє пором?", ["Пором іржавіє 4–6 травня."], true, { language: "uk" }],
    ["Як довго іржавіє пором?", ["Пором іржавіє 4 травня."], false, { language: "uk" }],
    ["Как долго ржавеет паром?", ["Паром ржавеет 4–6 мая."], true, { language: "ru" }],
    ["Как долго ржавеет паром?", ["Паром ржавеет 4 мая."], false, { language: "ru" }],
    ["What time does the ferry leave?", ["The ferry leaves on 4 May."], false],
    ["What time does the ferry leave?", ["The ferry leaves at 9:30."], true],
    ["What year did the ferry rust?", ["The ferry rusts in May."], false],
    ["What year did the ferry rust?", ["The ferry rusted in 1998."], true],
    ["What year after 1998 did it rust?", ["The ferry rusts after 1998."], false],
    ["Який вік капітана порома?", ["Капітан порома возить 40 машин."], false, { language: "uk" }],
    [
      "Який вік капітана порома?",
      ["52-річний капітан порома возить машини."],
      true,
      { language: "uk" },
    ],
    ["Скільки коштує пором?", ["Пором возить 40 машин."], false, { language: "uk" }],
    ["Скільки коштує пором?", ["Пором коштує 40 гривень."], true, { language: "uk" }],
    [
      "Какой возраст у капитана парома?",
      ["Капитан парома возит 40 машин."],
      false,
      { language: "ru" },
    ],
    [
      "Какой возраст у капитана парома?",
      ["52-летний капитан парома возит машины."],
      true,
      { language: "ru" },
    ],
    ["Сколько стоит паром?", ["Паром возит 40 машин."], false, { language: "ru" }],
    ["Сколько стоит паром?", ["Паром стоит 40 рублей."], true, { language: "ru" }],
  ],
  numbersWhatIsCounted: [
    ["How many cars take the ferry?", ["The ferry takes forty cars."], true],
    ["How many cars take the ferry?", ["Cars on the ferry: forty."], true],
    [
      "How many cars take the ferry?",
      ["Cars took the ferry whenever the weather and the captain let them, on 40 occasions."],
      false,
    ],
    ["When do cars take the ferry?", ["Cars take the ferry."], true],
    ["Скільки машин на поромі?", ["На поромі сорок машин."], true, { language: "uk" }],
    ["Скільки машин на поромі?", ["Машини на поромі."], false, { language: "uk" }],
    ["Сколько машин на пароме?", ["На пароме сорок машин."], true, { language: "ru" }],
    ["Сколько машин на пароме?", ["Машины на пароме."], false, { language: "ru" }],
  ],
  hasValueBesideTopic: [
    ["When does the ferry rust?", ["The ferry rusts in May. Cars do not."], true],
    ["When does the ferry rust?", ["The ferry rusts. Cars come in May."], false],
    ["Who runs the ferry?", ["The ferry rusts. Cars come in May."], true],
    ["Коли іржавіє пором?", ["Пором іржавіє в травні."], true, { language: "uk" }],
    ["Коли іржавіє пором?", ["Пором іржавіє. Машини їдуть у травні."], false, { language: "uk" }],
    ["Когда ржавеет паром?", ["Паром ржавеет в мае."], true, { language: "ru" }],
    ["Когда ржавеет паром?", ["Паром ржавеет. Машины едут в мае."], false, { language: "ru" }],
  ],
  hasValueOfWhoIsNamed: [
    ["When does Pelly rust?", ["The port of Pelly rusts. It began in May."], true],
    ["When does Pelly rust?", ["The port of Pelly rusts. Cars do. It began in May."], false],
    ["When does the port rust?", ["The port rusts. Cars do. It began in May."], true],
    ["Who is in Pelly?", ["The port of Pelly rusts. Cars do. It began in May."], true],
    [
      "Коли іржавіє Пеллі?",
      ["Порт Пеллі іржавіє. Машини теж. Це почалося в травні."],
      false,
      { language: "uk" },
    ],
    [
      "Когда ржавеет Пелли?",
      ["Порт Пелли ржавеет. Машины тоже. Это началось в мае."],
      false,
      { language: "ru" },
    ],
  ],
  hasNegationAsAsked: [
    ["Who did not cross the bridge?", ["Marlow crossed the bridge."], false],
    ["Who did not cross the bridge?", ["Marlow never crossed the bridge."], true],
    ["Who crossed the bridge?", ["Marlow crossed the bridge."], true],
    ["Хто не переходив міст?", ["Марлоу перейшов міст."], false, { language: "uk" }],
    ["Кто не переходил мост?", ["Марлоу не переходил мост."], true, { language: "ru" }],
  ],
  hasWordsOfWhoIsAsked: [
    ["What did Pelly say about rust?", ["The rust is old, said Ann Pelly."], true],
    ["What did Pelly say about rust?", ["Pelly, the baker from Marl, said rust is old."], true],
    ["What did Pelly say about rust?", ["Pelly saw rust. It is old, he said."], true],
    ["What did Pelly say about rust?", ["Rust is old, Tom Marl said of Pelly."], false],
    ["What did Pelly say about rust?", ["Pelly saw the rust."], false],
    ["What did Pelly say about rust?", [{ text: "Rust.", speaker: marlow }], true],
    ["What did Pelly do about rust?", ["Pelly saw the rust."], true],
    ["Що Пеллі сказав про іржу?", ["Пеллі сказав, що іржа стара."], true, { language: "uk" }],
    ["Що Пеллі сказав про іржу?", ["Пеллі бачив іржу."], false, { language: "uk" }],
    [
      "Что Пелли сказал о ржавчине?",
      ["Пелли сказал, что ржавчина старая."],
      true,
      { language: "ru" },
    ],
    ["Что Пелли сказал о ржавчине?", ["Пелли видел ржавчину."], false, { language: "ru" }],
  ],
  hasWhatIsCounted: [
    ["How many cars take the ferry?", ["The ferry takes forty cars."], true],
    ["How many cars take the ferry?", ["The ferry takes forty people.", "Cars."], false],
    ["How many of the cars take the ferry?", ["The ferry takes forty people.", "Cars."], false],
    ["How old is the ferry?", ["The ferry takes forty people."], false],
    ["How old is the ferry?", ["The ferry is forty years old."], true],
    ["How much does the ferry cost?", ["The ferry takes forty people."], true],
    ["When do cars take the ferry?", ["The ferry leaves in May."], true],
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
