// Everything that a version can be taken along as, in the language of the page or the other one.
import { Download } from "lucide-react";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { ExportFormat } from "./formats";

const documents = ["pdf", "pptx", "xlsx"] as const satisfies readonly ExportFormat[];
const data = [
  { format: "csv", key: "numbers" },
  { format: "wide.csv", key: "wide" },
  { format: "long.csv", key: "long" },
  { format: "json", key: "json" },
  { format: "R", key: "r" },
] as const satisfies readonly { format: ExportFormat; key: string }[];

/** The rows of a segment beside those of everybody would say who belongs to it. */
const answerFormats: ReadonlySet<ExportFormat> = new Set(["wide.csv", "long.csv", "R"]);

export const ExportMenu = ({ trialId, number, isSegment }: { trialId: number; number: number; isSegment: boolean }) => {
  const t = useT();
  const locale = useLocale();
  const languages = locale === "en" ? (["en", "id"] as const) : (["id", "en"] as const);
  return (
    <details className="no-print card mb-6 py-3">
      <summary className="flex min-h-11 items-center gap-2 text-label font-semibold text-leaf">
        <Download className="size-4" aria-hidden="true" />
        {t("reports.export_heading")}
      </summary>
      <div className="grid gap-6 pt-3 pb-2 min-[860px]:grid-cols-2">
        <div className="grid content-start gap-3">
          <h2 className="text-[17px]">{t("reports.export_documents")}</h2>
          <ul className="grid gap-3">
            {documents.map((format) => (
              <li key={format} className="grid gap-1">
                <span className="font-semibold">{t(`reports.export_${format}`)}</span>
                <span className="text-note text-ink-3">{t(`reports.export_${format}_help`)}</span>
                <span className="flex flex-wrap gap-2">
                  {languages.map((language) => (
                    <a key={language} href={paths.reportExport(trialId, number, format, language)} className="button quiet small">
                      {t(`reports.export_in_${language}`)}
                    </a>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <div className="grid content-start gap-3">
          <h2 className="text-[17px]">{t("reports.export_data")}</h2>
          <ul className="grid gap-3">
            {data
              .filter(({ format }) => !isSegment || !answerFormats.has(format))
              .map(({ format, key }) => (
                <li key={format} className="grid gap-0.5">
                  <a href={paths.reportExport(trialId, number, format)} className="link min-h-9 justify-self-start py-1.5 font-semibold" download>
                    {t(`reports.export_${key}`)}
                  </a>
                  <span className="text-note text-ink-3">{t(`reports.export_${key}_help`)}</span>
                </li>
              ))}
          </ul>
        </div>
      </div>
    </details>
  );
};
