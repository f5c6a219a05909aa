import type { UnitGroups } from "../units.ts";

export const RUSSIAN_UNITS: UnitGroups = [
  "процент %",
  "доллар $ долл usd",
  "евро € eur",
  "фунт £ gbp",
  "гривна ₴ гривен грн uah",
  "рубль ₽ рублей руб rub",
  "юань ¥ юаней cny",
  "километр км",
  "килограмм кг",
  "сантиметр см",
  "киловатт квт",
  "мегаватт мвт",
  "гигаватт гвт",
];
