/** Prints our values beside the references, per data set and method, and says whether all lie within tolerance. */
import { allStudies } from "./all-studies";
import { compareStudy, findStudy, studyFolders, type Comparison } from "./comparison";

const shown = (value: number | string | null): string => (typeof value === "number" ? String(Number(value.toPrecision(11))) : String(value).slice(0, 24));
const exponent = (value: number): string => (value === 0 ? "0" : value.toExponential(1));

function print(row: Comparison, count: number): void {
  const cells = [row.method.padEnd(30), `${row.what}${count > 1 ? ` (worst of ${String(count)})` : ""}`.padEnd(58), shown(row.ours).padEnd(20), shown(row.reference).padEnd(20)];
  console.log(`  ${cells.join(" ")} ${exponent(row.difference).padEnd(9)} ${row.isWithin ? "ok" : `TOO FAR (tolerance ${exponent(row.tolerance)})`}`);
}

/** `--data <folder>` names more folders with studies, `--all` prints every value instead of the worst per method, `--only <study>` runs one. */
export function verify(args: readonly string[]): boolean {
  const valuesOf = (name: string) => args.flatMap((arg, index) => (arg === name ? [args[index + 1] ?? ""] : []));
  const places = studyFolders(valuesOf("--data"));
  const only = valuesOf("--only");
  let [compared, failed] = [0, 0];
  const missing: string[] = [];
  for (const study of allStudies) {
    if (only.length > 0 && !only.includes(study.name)) continue;
    const folder = findStudy(study, places);
    if (folder === null) {
      missing.push(study.name);
      continue;
    }
    console.log(`\n${study.name}  (ours, reference, relative difference)`);
    let rows: Comparison[] = [];
    try {
      rows = compareStudy(study, folder);
    } catch (error) {
      failed += 1;
      console.log(`  BROKEN: ${error instanceof Error ? error.message : String(error)}`);
    }
    compared += rows.length;
    failed += rows.filter(({ isWithin }) => !isWithin).length;
    const methods = groupByMethod(rows);
    for (const own of methods.values()) {
      if (args.includes("--all")) for (const row of own) print(row, 1);
      else {
        const worst = own.reduce((one, other) => (Number(one.isWithin) - Number(other.isWithin) || other.difference - one.difference) > 0 ? other : one);
        print(worst, own.length);
        for (const row of own.filter((other) => !other.isWithin && other !== worst).slice(0, 5)) print(row, 1);
      }
    }
  }
  if (missing.length > 0) console.log(`\nNot compared, because their data are not here: ${missing.join(", ")}.`);
  console.log(`\n${String(compared)} values compared, ${String(failed)} outside tolerance.`);
  return failed === 0 && compared > 0;
}

function groupByMethod(rows: readonly Comparison[]): Map<string, Comparison[]> {
  const groups = new Map<string, Comparison[]>();
  for (const row of rows) groups.set(row.method, [...(groups.get(row.method) ?? []), row]);
  return groups;
}
