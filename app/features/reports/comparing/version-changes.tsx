// The changes between two versions: a sentence, the findings before and after, and the numbers side by side.
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { unbroken } from "~/ui/unbroken";
import { ResultTableView } from "../components/questions-view";
import type { compareVersions } from "./compare-versions.server";

type Chosen = NonNullable<Awaited<ReturnType<typeof compareVersions>>["chosen"]>;

/** Already in the language of the page. */
const plain = (text: string) => ({ en: text, id: text });

const About = ({ version }: { version: Chosen["from"] }) => {
  const t = useT();
  const { number, people, segment, isWeighted } = version;
  const words = [
    people === null ? t("segments.compare_version_empty", { number }) : t("segments.compare_version_about", { number, people }),
    segment === null ? "" : t("segments.report_of", { name: segment }),
    isWeighted ? t("segments.compare_version_weighted") : "",
  ];
  return <li>{words.filter(Boolean).join(" · ")}</li>;
};

export const VersionChanges = ({ chosen: { from, to, changes } }: { chosen: Chosen }) => {
  const t = useT();
  const locale = useLocale();
  const count = changes.changed + changes.unchanged;
  const values = { from: from.number, to: to.number, count, changed: changes.changed };
  return (
    <div className="grid gap-7">
      <div className="grid gap-2">
        <h2>{t(changes.changed + changes.findings.length === 0 ? "segments.compare_summary_same" : "segments.compare_summary", values)}</h2>
        <ul className="text-label text-ink-2">
          <About version={from} />
          <About version={to} />
        </ul>
        {changes.findings.length > 0 && <p className="text-label text-ink-2">{t("segments.compare_findings_count", { count: changes.findings.length })}</p>}
        {changes.belowShown > 0 && <p className="text-label text-ink-2">{t("segments.compare_below_shown", { count: changes.belowShown })}</p>}
      </div>
      {changes.findings.length > 0 && (
        <section className="grid gap-3">
          <h2>{t("segments.compare_findings")}</h2>
          <ul className="grid gap-4">
            {changes.findings.map((finding) => (
              <li key={finding.key} className="card grid gap-3 min-[860px]:grid-cols-2">
                {(["from", "to"] as const).map((side) => (
                  <div key={side} className="grid content-start gap-0.5">
                    <span className="text-note text-ink-3">{t(side === "from" ? "segments.compare_before" : "segments.compare_after")}</span>
                    <span className={finding[side] ? "" : "text-ink-3"}>
                      {finding[side] ? unbroken(localized(finding[side], locale)) : t("segments.compare_absent")}
                    </span>
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes.tables.map(({ key, text, rows }) => (
        <section key={key} className="card grid gap-3">
          <h3>{localized(text, locale)}</h3>
          <ResultTableView
            isCaptionHidden
            isGrid
            table={{
              caption: text,
              head: [
                plain(t("segments.compare_head_what")),
                plain(t("segments.compare_version", { number: from.number })),
                plain(t("segments.compare_version", { number: to.number })),
                plain(t("segments.compare_head_difference")),
              ],
              rows,
            }}
          />
        </section>
      ))}
    </div>
  );
};
