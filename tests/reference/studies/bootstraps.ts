import { driverIntervals } from "~/statistics/drivers";
import { liftIntervals, liftSums, penaltyLift } from "~/statistics/penalty-lift";
import type { Interval } from "~/statistics/result";
import { present, type Study } from "../comparison";

type Reference = { point: number[]; lower: number[]; upper: number[]; sd: number[] };
type Oracle = { drivers: Reference; lifts: Reference };

/** Of the statistic's own standard error: what two bootstraps of this size may differ by. */
const MONTE_CARLO = 0.5;

export const bootstraps: Study = {
  name: "bootstraps",
  needs: ["oracle.json", "lifts.csv", "../customer_sat/data.csv"],
  compare: (files, { close }) => {
    const { drivers, lifts } = files.json<Oracle>();
    const compareBounds = (method: string, names: readonly string[], intervals: readonly (Interval | null)[], expected: Reference) => {
      for (const [index, name] of names.entries()) {
        const allowed = MONTE_CARLO * (expected.sd[index] ?? 0);
        close(method, `${name} lower (Monte-Carlo)`, intervals[index]?.lower ?? null, expected.lower[index] ?? NaN, 0, allowed);
        close(method, `${name} upper (Monte-Carlo)`, intervals[index]?.upper ?? null, expected.upper[index] ?? NaN, 0, allowed);
      }
    };
    const rows = files.table("../customer_sat/data.csv").filter((row) => Object.values(row).every((value) => value !== "" && value !== "NA"));
    const keys = Array.from({ length: 9 }, (_, index) => `q${String(index + 2)}`);
    const found = driverIntervals(
      rows.map((row) => Number(row.q1)),
      rows.map((row) => keys.map((key) => Number(row[key]))),
      rows.map((_, index) => String(index)),
      { seed: "customers" },
    );
    const parts = (["shapley", "relativeWeight", "share"] as const).flatMap((part) => keys.map((key) => `${key} ${part}`));
    const intervals = (["shapley", "relativeWeight", "share"] as const).flatMap((part) => found.drivers.map((own) => own[part]));
    compareBounds("drivers, bootstrap", ["R squared", ...parts], [found.rSquared, ...intervals], drivers);

    const words = ["a", "b", "c"];
    const answers = files.table("lifts.csv");
    const evaluationsOf = (word: string) => answers.map((row) => ({ personId: row.person ?? "", isChecked: row[word] === "1", liking: Number(row.liking) }));
    for (const [index, word] of words.entries()) {
      close("penalty-lift", `${word} lift`, present(penaltyLift(evaluationsOf(word))).lift, lifts.point[index] ?? NaN);
    }
    compareBounds("penalty-lift, bootstrap", words, liftIntervals(words.map((word) => liftSums(evaluationsOf(word))), { seed: "lifts" }), lifts);
  },
};
