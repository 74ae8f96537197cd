// Studies that others published, stored as trials of ours, where their data are at hand: real answers for reports and files.
import { parse } from "csv-parse/sync";
import { existsSync, readFileSync } from "node:fs";
import type { StoredStudy } from "./stored-study";

const folder = process.env.KAWAN_SHARED_DATA ?? "../shared/data";

type Row = Record<string, string>;
const read = (file: string) => parse<Row>(readFileSync(`${folder}/${file}`), { columns: true, bom: true });
const both = (text: string) => ({ en: text, id: text });
const items = (values: readonly string[], label = (value: string) => value) => values.map((value) => ({ value, label: both(label(value)) }));

type Study = Omit<StoredStudy, "teamId">;
const liking = {
  key: "liking",
  type: "rating",
  text: "Overall liking",
  config: { preset: "hedonic9", min: 1, max: 9, topBoxes: [8, 9], bottomBoxes: [1, 2], highIsGood: true, measures: "overall_liking" },
};

/** Every comparison counts as if a person of its own had made it: a report asks each person once. */
const mascaras = (): Study => {
  const rows = read("mascaras_paired/data.csv");
  const names = [...new Set(rows.flatMap(({ Preferred, Other }) => [Preferred!, Other!]))].sort();
  const code = (name: string) => String(101 * (names.indexOf(name) + 1));
  return {
    prototypes: names,
    people: rows.length,
    tried: (person) => [names.indexOf(rows[person]!.Other!), names.indexOf(rows[person]!.Preferred!)],
    questions: [
      {
        key: "pair",
        type: "paired_preference",
        text: "Which mascara do you prefer?",
        config: { between: "samples", sides: [], allowsNone: true, asksStrength: false },
      },
    ],
    answer: (person, prototype) => {
      const { Preferred, Other } = rows[person]!;
      if (prototype !== names.indexOf(Preferred!)) return undefined;
      const [left, right] = person % 2 ? [Preferred!, Other!] : [Other!, Preferred!];
      return { choice: code(Preferred!), left: code(left), right: code(right) };
    },
  };
};

const rice = (): Study => {
  const rows = read("rice_bws/responses.csv");
  const design = read("rice_bws/design.csv").map(({ row1, row2, row3, row4 }) => [row1!, row2!, row3!, row4!]);
  const labels = read("rice_bws/items.csv");
  const wordsOf = new Map(labels.map(({ item, label }) => [item!, label!.replaceAll("_", " ")]));
  return {
    prototypes: ["Rice"],
    people: rows.length,
    questions: [
      {
        key: "matters",
        type: "maxdiff",
        text: "What matters most when you buy rice?",
        config: {
          items: items([...wordsOf.keys()], (item) => wordsOf.get(item)!),
          perTask: 4,
          tasks: 7,
          versions: 1,
          seed: 1,
          most: both("most"),
          least: both("least"),
        },
      },
    ],
    answer: (person) =>
      design.map((shown, task) => ({ shown, best: shown[Number(rows[person]![`b${task + 1}`]) - 1], worst: shown[Number(rows[person]![`w${task + 1}`]) - 1] })),
  };
};

const bread = (): Study => {
  const rows = read("bread_cata/data.csv");
  const terms = Object.keys(rows[0]!).filter((name) => !["consumer", "product", "liking"].includes(name));
  const people = [...new Set(rows.map(({ consumer }) => consumer!))];
  const products = [...new Set(rows.map(({ product }) => product!))].sort();
  const rowOf = new Map(rows.map((row) => [`${row.consumer} ${row.product}`, row]));
  return {
    prototypes: products.map((product) => `Bread ${product}`),
    people: people.length,
    questions: [liking, { key: "words", type: "cata", text: "Which words describe this bread?", config: { terms: items(terms), allowsNone: true } }],
    answer: (person, prototype, key) => {
      const row = rowOf.get(`${people[person]} ${products[prototype]}`);
      if (!row) return undefined;
      return key === "liking" ? Number(row.liking) : terms.filter((term) => row[term] === "1");
    },
  };
};

const kano = (): Study => {
  const rows = read("kano_ewallet/storage_cohort1_clean.csv");
  const codes = ["I like it that way", "I must be that way", "I am neutral", "I can live with it that way", "I dislike it that way"];
  const features = read("kano_ewallet/features.csv").filter(({ Category }) => Category === "Storage");
  return {
    prototypes: ["E-wallet"],
    people: rows.length,
    questions: features.map(({ ID, Label }) => ({
      key: ID!.replace("_", ""),
      type: "kano",
      text: Label!,
      config: { feature: both(Label!), asksImportance: false },
    })),
    answer: (person, _prototype, key) => {
      const [functional, dysfunctional] = ["functional", "dysfunctional"].map((part) => codes.indexOf(rows[person]![`${key}_${part}`]!) + 1);
      return functional && dysfunctional ? { functional, dysfunctional } : null;
    },
  };
};

const salad = (): Study => {
  const rows = read("salad_ranking/data.csv");
  const dressings = ["A", "B", "C", "D"];
  return {
    prototypes: ["Salad"],
    people: rows.length,
    questions: [
      { key: "order", type: "ranking", text: "Which dressing comes first?", config: { items: items(dressings, (name) => `Dressing ${name}`), top: null } },
    ],
    answer: (person) => dressings.toSorted((one, other) => Number(rows[person]![one]) - Number(rows[person]![other])),
  };
};

const studies = { mascaras_paired: mascaras, rice_bws: rice, bread_cata: bread, kano_ewallet: kano, salad_ranking: salad } as const;
export type PublicStudy = keyof typeof studies;

export const publicStudies = (Object.keys(studies) as PublicStudy[]).filter((name) => existsSync(`${folder}/${name}`));
export const publicStudy = (name: PublicStudy): Study => studies[name]();
