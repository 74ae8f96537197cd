import { dunnettUpperTail } from "~/statistics/dunnett";
import { solveUpperTail } from "~/statistics/studentised-range";
import { ITERATIVE, type Study } from "../comparison";

type Case = { loadings: number[]; df: number | null; q: number; p: number; drawn: number; critical: number };

export const dunnett: Study = {
  name: "dunnett",
  compare: (files, { close }) => {
    const { cases, printed } = files.json<{ cases: Case[]; printed: [number, number, number][] }>();
    for (const [index, { loadings, df, q, p, drawn, critical }] of cases.entries()) {
      const tail = (at: number) => dunnettUpperTail(at, loadings, df ?? Infinity);
      close("Dunnett", `case ${String(index + 1)} tail`, tail(q), p, ITERATIVE);
      // Two million draws: four standard errors.
      close("Dunnett", `case ${String(index + 1)} tail, drawn (Monte-Carlo)`, tail(q), drawn, 0, 4 * Math.sqrt((p * (1 - p)) / 2e6));
      close("Dunnett", `case ${String(index + 1)} critical value`, solveUpperTail(0.05, tail), critical, ITERATIVE);
    }
    for (const [df, comparisons, value] of printed) {
      const loadings = new Array<number>(comparisons).fill(Math.SQRT1_2);
      // Printed with two decimals.
      close("Dunnett", `printed, ${String(comparisons)} comparisons, ${String(df)} degrees of freedom`, solveUpperTail(0.05, (q) => dunnettUpperTail(q, loadings, df)), value, 0, 0.0051);
    }
  },
};
