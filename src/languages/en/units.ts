import type { UnitGroups } from "../units.ts";

export const ENGLISH_UNITS: UnitGroups = [
  "percent % pct per_cent",
  "dollar $ usd",
  "euro € eur",
  "pound £ gbp",
  "hryvnia ₴ hryvnya uah",
  "rouble ₽ ruble rub",
  "yuan ¥ cny rmb",
  "kilometre km kms kilometer",
  "kilogram kg kgs kilogramme",
  "centimetre cm centimeter",
  "kilowatt kw",
  "megawatt mw",
  "gigawatt gw",
  "penny p pence",
  "decibel db",
  "tonne t ton",
];
