// Van Westendorp's four prices: from what price something is too expensive, expensive, cheap, and so cheap that one doubts it.
import { localized, type LocalizedText } from "~/core/locale";
import { both, numberIn, type QuestionType } from "../question-type";
import { entriesOf } from "../ordered";
import { cells, columns } from "./export";

/** Whole units of the currency; `most` keeps typing errors out. */
export type PriceSensitivityConfig = { currency: "IDR" | "USD" | "EUR"; most: number };

/** In the order in which they are asked, which is the same for everybody. */
export const priceParts = ["too_expensive", "expensive", "cheap", "too_cheap"] as const;
export type PricePart = (typeof priceParts)[number];
export type Prices = Record<PricePart, number>;

export const priceLeads: Record<PricePart, LocalizedText> = {
  too_expensive: both(
    "At what price would {p} be so expensive that you would not consider buying it?",
    "Pada harga berapa {p} terlalu mahal sehingga Anda tidak akan mempertimbangkan untuk membelinya?",
  ),
  expensive: both(
    "At what price would {p} be starting to get expensive, but you would still consider it?",
    "Pada harga berapa {p} mulai terasa mahal, tetapi masih Anda pertimbangkan?",
  ),
  cheap: both("At what price would {p} be a bargain, a great buy for the money?", "Pada harga berapa {p} terasa murah, sangat menguntungkan?"),
  too_cheap: both(
    "At what price would {p} be so cheap that you would doubt its quality?",
    "Pada harga berapa {p} terlalu murah sehingga Anda meragukan mutunya?",
  ),
};

export const money = (amount: number, currency: PriceSensitivityConfig["currency"], locale: "en" | "id"): string =>
  new Intl.NumberFormat(locale === "id" ? "id-ID" : "en-GB", { style: "currency", currency, maximumFractionDigits: 0 }).format(amount);

export const priceSensitivity: QuestionType<PriceSensitivityConfig, Prices> = {
  group: "amounts",
  presets: [{ id: "psm", text: both("Four prices for {p}", "Empat harga untuk {p}"), config: { currency: "IDR", most: 1_000_000 } }],
  seconds: 45,
  texts: () => [],
  problems: () => [],
  read: (form, name) => {
    const entries = priceParts.flatMap((part) => {
      const typed = numberIn(form, `${name}.${part}`);
      return typed === undefined ? [] : [[part, typed] as const];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  },
  describe: ({ currency }, value, locale) =>
    priceParts.map((part) => `${localized(partNames[part], locale)}: ${money(value[part], currency, locale)}`).join("\n"),
  columns,
  cells,
  soft: (_config, value) => {
    const { too_cheap, cheap, expensive, too_expensive } = entriesOf(value) as Prices;
    return too_cheap < cheap && cheap < expensive && expensive < too_expensive ? null : "price_order";
  },
};

export const partNames: Record<PricePart, LocalizedText> = {
  too_expensive: both("Too expensive", "Terlalu mahal"),
  expensive: both("Expensive", "Mahal"),
  cheap: both("Cheap", "Murah"),
  too_cheap: both("Too cheap", "Terlalu murah"),
};
