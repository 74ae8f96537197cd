import { comparableGroups } from "~/statistics/independent-groups";
import { tukeyKramer } from "~/statistics/multiple-comparisons";
import { analysePenalty } from "~/statistics/penalty";
import { poolPenalties, poolPenaltiesOneByOne, type JarRow } from "~/statistics/penalty-model";
import { studentTest } from "~/statistics/welch";
import { ITERATIVE, present, type Study } from "../comparison";

const ATTRIBUTES = ["Nc", "Io", "Su", "Ac", "Bt", "Pu"];

type Side = { n: number; pct: number; flag_pct20: boolean; mean: number; drop: number; weighted: number; welch_t?: number; welch_df: number; welch_p: number; lo: number; hi: number; student_t: number; student_p: number };
type Attribute = {
  n: number;
  n_jar: number;
  mean_jar: number;
  overall: { penalty: number; welch_t: number; welch_p: number };
  low: Side;
  high: Side;
  tukey_p?: { jar_low?: number; high_jar?: number };
};
type Orange = {
  by_product: { product: string; attrs: Record<string, Attribute> }[];
  pooled: { one_dim: { attr: string; level: "low" | "high"; penalty: number; se: number; p: number }[]; multi_dim: { term: string; penalty: number; se: number; p: number }[] };
};

/** A drop is a difference of two means of ten digits. */
const DIFFERENCE = 2e-9;

export const orange: Study = {
  name: "orange_jar",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Orange>();
    const rows = files.table().map((row): JarRow => ({
      personId: row.Consumer ?? "",
      productId: row.Juice ?? "",
      liking: Number(row.Liking),
      jar: Object.fromEntries(ATTRIBUTES.map((id) => [id, Number(row[id])])),
    }));
    for (const { product, attrs } of expected.by_product) {
      for (const [attribute, reference] of Object.entries(attrs)) {
        const answers = rows.filter(({ productId }) => productId === product).map(({ liking, jar }) => ({ liking, jar: jar[attribute] ?? NaN }));
        const ours = present(analysePenalty(answers));
        const what = `${product} ${attribute}`;
        same("penalties", `${what} n`, ours.n, reference.n);
        same("penalties", `${what} just about right`, ours.justAboutRight.n, reference.n_jar);
        close("penalties", `${what} mean`, ours.justAboutRight.mean, reference.mean_jar);
        close("penalties", `${what} overall`, ours.overall.penalty, reference.overall.penalty, DIFFERENCE);
        const overall = present(ours.overall.rawTest);
        close("penalties", `${what} overall t`, overall.t, reference.overall.welch_t, DIFFERENCE);
        close("penalties", `${what} overall p`, overall.p, reference.overall.welch_p);
        for (const side of ["low", "high"] as const) {
          const [own, theirs] = [ours[side], reference[side]];
          close("penalties", `${what} ${side} share`, own.share, theirs.pct);
          same("penalties", `${what} ${side} n`, own.n, theirs.n);
          if (theirs.n === 0) continue;
          close("penalties", `${what} ${side} mean`, own.mean, theirs.mean);
          same("penalties", `${what} ${side} a fifth`, own.reachesShare, theirs.flag_pct20);
          close("penalties", `${what} ${side} drop`, own.drop, theirs.drop, DIFFERENCE);
          close("penalties", `${what} ${side} weighted`, own.weightedPenalty, theirs.weighted, DIFFERENCE);
          if (theirs.welch_t === undefined) continue;
          const test = present(own.rawTest);
          close("penalties", `${what} ${side} t`, test.t, theirs.welch_t, DIFFERENCE);
          close("penalties", `${what} ${side} degrees`, test.degreesOfFreedom, theirs.welch_df);
          close("penalties", `${what} ${side} p`, test.p, theirs.welch_p);
          close("penalties", `${what} ${side} lower`, test.interval.lower, theirs.lo, DIFFERENCE);
          close("penalties", `${what} ${side} upper`, test.interval.upper, theirs.hi, DIFFERENCE);
        }
        const liking = (isIn: (jar: number) => boolean) => answers.filter(({ jar }) => isIn(jar)).map((answer) => answer.liking);
        const groups = { low: liking((jar) => jar < 3), jar: liking((jar) => jar === 3), high: liking((jar) => jar > 3) };
        if (reference.low.welch_t !== undefined) {
          const student = present(studentTest(groups.jar, groups.low));
          close("Student t", `${what} low t`, student.t, reference.low.student_t, DIFFERENCE);
          close("Student t", `${what} low p`, student.p, reference.low.student_p);
        }
        const { jar_low, high_jar } = reference.tukey_p ?? {};
        const comparable = comparableGroups(Object.entries(groups).map(([id, values]) => ({ id, values })));
        if (jar_low === undefined || high_jar === undefined || "kind" in comparable) continue;
        const { pairs } = present(tukeyKramer(comparable));
        close("penalties, Tukey", `${what} low`, pairs[0]?.p ?? null, jar_low, ITERATIVE);
        close("penalties, Tukey", `${what} high`, pairs[2]?.p ?? null, high_jar, ITERATIVE);
      }
    }
    for (const reference of expected.pooled.one_dim) {
      const found = present(poolPenaltiesOneByOne(rows, reference.attr)).penalties.find(({ side }) => side === reference.level)?.estimate;
      const estimate = found?.kind === "estimate" ? found : null;
      close("pooled penalties, one by one", `${reference.attr} ${reference.level}`, estimate?.penalty ?? null, reference.penalty);
      close("pooled penalties, one by one", `${reference.attr} ${reference.level} error`, estimate?.standardError ?? null, reference.se);
      close("pooled penalties, one by one", `${reference.attr} ${reference.level} p`, estimate?.p ?? null, reference.p);
    }
    const all = present(poolPenalties(rows, ATTRIBUTES));
    for (const reference of expected.pooled.multi_dim) {
      const found = all.penalties.find(({ attributeId, side }) => attributeId + side === reference.term)?.estimate;
      const estimate = found?.kind === "estimate" ? found : null;
      close("pooled penalties, together", reference.term, estimate?.penalty ?? null, reference.penalty);
      close("pooled penalties, together", `${reference.term} error`, estimate?.standardError ?? null, reference.se);
      close("pooled penalties, together", `${reference.term} p`, estimate?.p ?? null, reference.p);
    }
  },
};
