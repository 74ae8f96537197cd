// Files are read back by other readers than the ones that wrote them.
import { strFromU8, unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";

const unescaped = (xml: string) =>
  xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
const wordsIn = (markup: string) => unescaped(markup.replace(/<[^>]*>/g, "")).trim();

/** Without white space, which every file breaks elsewhere. */
export const closed = (text: string) => text.replace(/\s+/g, "");

/** Numbers as they are shown, with sign and percent. */
export const numbersIn = (text: string): string[] => text.match(/[+−<]?\s?\d[\d.,]*(\s?%)?/g)?.map(closed) ?? [];

/** The tables of a page: for each row the numbers in its cells, in order. */
export const tablesOfPage = (html: string): string[][][] =>
  [...html.matchAll(/<tbody>(.*?)<\/tbody>/gs)].map(([, body]) =>
    [...body!.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].flatMap(([, cell]) => numbersIn(wordsIn(cell!)))),
  );

/** What is written in the charts of a page. */
export const chartTextsOfPage = (html: string): string[] =>
  [...html.matchAll(/<text[^>]*font-semibold[^>]*>(.*?)<\/text>/gs)].map(([, text]) => wordsIn(text!));

type Sheet = { name: string; cells: { type: string; text: string }[]; hasFormula: boolean };

/** The sheets of a workbook, read from its XML. */
export const sheetsOf = (bytes: Uint8Array): Sheet[] => {
  const files = unzipSync(bytes);
  const text = (path: string) => strFromU8(files[path]!);
  const strings = files["xl/sharedStrings.xml"]
    ? [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => unescaped(item!.replace(/<[^>]*>/g, "")))
    : [];
  const names = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => unescaped(name!));
  return names.map((name, index) => {
    const xml = text(`xl/worksheets/sheet${index + 1}.xml`);
    const cells = [...xml.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)].map(([, attributes, inner]) => {
      const type = /t="(\w+)"/.exec(attributes!)?.[1] ?? "n";
      const value = unescaped(inner!.replace(/<[^>]*>/g, ""));
      return { type, text: type === "s" ? strings[Number(value)]! : value };
    });
    return { name, cells, hasFormula: /<f[ >]/.test(xml) };
  });
};

export const pagesOfPdf = async (bytes: Uint8Array): Promise<string[]> => (await extractText(await getDocumentProxy(bytes), { mergePages: false })).text;

export const textOfPdf = async (bytes: Uint8Array) => {
  const { totalPages, text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return { totalPages, text };
};

/** What stands between the name and the names of the bars of a series: how far error bars reach to both sides. */
const errorBarsIn = (chart: string): { plus: number[]; minus: number[] } | null => {
  const bars = /<c:ser>(?:(?!<c:cat>).)*<c:errBars>(.*?)<\/c:errBars><c:cat>/s.exec(chart)?.[1];
  const values = (side: string) =>
    [...new RegExp(`<c:${side}><c:numLit>(.*?)</c:numLit></c:${side}>`).exec(bars!)![1]!.matchAll(/<c:v>([^<]+)<\/c:v>/g)].map(([, value]) => Number(value));
  return bars === undefined ? null : { plus: values("plus"), minus: values("minus") };
};

type Slides = {
  numbers: number[][];
  /** Null for a chart without. */
  errorBars: ReturnType<typeof errorBarsIn>[];
  tableTexts: string[];
  workbooks: Uint8Array[];
  slides: string[];
};

/** The charts of a presentation with their numbers, and the texts in its tables. */
export const slidesOf = (bytes: Uint8Array): Slides => {
  const files = unzipSync(bytes);
  const inOrder = (pattern: RegExp) =>
    Object.keys(files)
      .filter((path) => pattern.test(path))
      .sort((a, b) => Number(/(\d+)\.\w+$/.exec(a)?.[1]) - Number(/(\d+)\.\w+$/.exec(b)?.[1]));
  const slides = inOrder(/^ppt\/slides\/slide\d+\.xml$/).map((path) => strFromU8(files[path]!));
  const charts = inOrder(/^ppt\/charts\/chart\d+\.xml$/).map((path) => strFromU8(files[path]!));
  return {
    errorBars: charts.map(errorBarsIn),
    numbers: charts.map((chart) => [...chart.matchAll(/<c:v>([^<]+)<\/c:v>/g)].map(([, value]) => Number(value)).filter((value) => !Number.isNaN(value))),
    tableTexts: slides.flatMap((slide) => [...slide.matchAll(/<a:tc>(.*?)<\/a:tc>/gs)].map(([, cell]) => wordsIn(cell!))),
    workbooks: inOrder(/embeddings\/.*\.xlsx$/).map((path) => files[path]!),
    slides,
  };
};
