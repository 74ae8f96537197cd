// Publishes the carrots study and makes its files a few times: the PDF with its parts doubled until it has 25 pages.
import { createReadStream, readFileSync } from "node:fs";
import { system, type Context } from "~/core/context";
import { describeReport } from "~/features/reports/exports/describe/describe-report.server";
import { speechOf } from "~/features/reports/exports/describe/speech.server";
import { makeDocument } from "~/features/reports/exports/make-document.server";
import { makePdf } from "~/features/reports/exports/pdf/make-pdf.server";
import { publishReport } from "~/features/reports/publish-report.server";
import { getVersion } from "~/features/reports/queries.server";
import { importTrial } from "~/features/trials/import/import-trial.server";
import { openPool } from "~db/client.server";

const [times = "3"] = process.argv.slice(2);
const study = "db/seed/studies/carrots";
const pool = openPool(process.env.DATABASE_URL ?? "", { max: 2, statementTimeoutMs: 240_000, name: "bench" });
const ctx: Context = { db: pool.db, actor: system("bench"), now: new Date(), locale: "id" };

const { trialId } = await importTrial(ctx, { map: readFileSync(`${study}/map.json`, "utf8"), csv: createReadStream(`${study}/data.csv`), dryRun: false });
if (trialId === null) throw new Error("The carrots were not imported");
const number = await publishReport(ctx, { trialId });
const version = await getVersion(ctx, trialId, number);

const timesOf = async (make: () => Promise<Uint8Array>): Promise<{ firstMs: number; medianMs: number; bytes: Uint8Array }> => {
  const taken: number[] = [];
  let bytes = new Uint8Array();
  for (let i = 0; i < Number(times); i++) {
    const begun = performance.now();
    bytes = new Uint8Array(await make());
    taken.push(Math.round(performance.now() - begun));
  }
  return { firstMs: taken[0]!, medianMs: taken.toSorted((a, b) => a - b)[taken.length >> 1]!, bytes };
};

const pagesIn = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString("latin1")
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
const { content } = version;
const longer = { ...content, blocks: [...content.blocks, ...content.blocks.filter(({ block }) => block === "attributes")] };
const pdf = await timesOf(() =>
  makePdf(speechOf("id", content.prototypes), describeReport(longer, version.version, "id"), { locale: "id", publishedAt: version.version.publishedAt }),
);
const slides = await timesOf(() => makeDocument(ctx, version, "pptx", "id"));
const workbook = await timesOf(() => makeDocument(ctx, version, "xlsx", "id"));
await pool.close();
const shown = ({ firstMs, medianMs }: { firstMs: number; medianMs: number }) => ({ firstMs, medianMs });
console.log(JSON.stringify({ pages: pagesIn(pdf.bytes), pdf: shown(pdf), slides: shown(slides), workbook: shown(workbook) }));
