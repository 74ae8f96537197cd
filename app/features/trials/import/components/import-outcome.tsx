// What a dry run found: what is in the file, and every problem with its line and reason.
import { useT } from "~/i18n/language";
import { problemSentence, type ImportProblems } from "../problems";

type Outcome = {
  file: string;
  problems: ImportProblems;
  found: { rows: number; respondents: number; prototypes: string[]; blanks: number; questions: { key: string; type: string }[] } | null;
};

export const ImportOutcome = ({ outcome: { file, problems, found } }: { outcome: Outcome }) => {
  const t = useT();
  const isGood = problems.total === 0;
  return (
    <section
      role="status"
      tabIndex={-1}
      ref={(element) => element?.focus()}
      className={`grid gap-3 rounded-card p-5 ${isGood ? "bg-leaf-tint" : "border border-brick bg-brick-tint"}`}
    >
      <h2 className="text-[18px]">{isGood ? t("reports.import_dry_run_good") : t("reports.import_refused", { count: problems.total })}</h2>
      {found && found.rows > 0 && (
        <p className="text-label text-ink-2">
          {file}:{" "}
          {t("reports.import_found", {
            rows: found.rows,
            people: found.respondents,
            prototypes: found.prototypes.length,
            questions: found.questions.length,
            blanks: found.blanks,
          })}
        </p>
      )}
      {!isGood && (
        <ol className="grid max-h-96 gap-1.5 overflow-y-auto text-label" tabIndex={0} aria-label={t("reports.import_problems")}>
          {problems.shown.map((problem, index) => (
            <li key={index} className="grid grid-cols-[76px_1fr] gap-2">
              <span className="num text-ink-3">{problem.line === null ? "" : t("reports.import_line", { line: String(problem.line) })}</span>
              <span>{problemSentence(t, problem)}</span>
            </li>
          ))}
        </ol>
      )}
      {problems.total > problems.shown.length && (
        <p className="text-label">{t("reports.import_more_problems", { count: problems.total - problems.shown.length })}</p>
      )}
    </section>
  );
};
