import { localized } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { NumberTable } from "../../components/figure";
import { PrototypeCell } from "../../components/prototype-names";
import { lowBase, smallestGroup } from "../../report";
import type { BaseBlock } from "./result";

const Line = ({ label, n, most }: { label: string; n: number; most: number }) => {
  const format = useFormat();
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 text-label">
      <span>{label}</span>
      <b className="num font-semibold">{format.number(n)}</b>
      <span aria-hidden="true" className="col-span-2 block h-1.5 overflow-hidden rounded-full bg-sunken">
        <i className="block h-full rounded-full bg-teal-5" style={{ width: `${most > 0 ? ((n / most) * 100).toFixed(1) : 0}%` }} />
      </span>
    </li>
  );
};

const Funnel = ({ block }: { block: BaseBlock }) => {
  const t = useT();
  const most = Math.max(...block.funnel.map(({ n }) => n), 1);
  return (
    <div className="grid content-start gap-3">
      <h3>{t("reports.funnel_heading")}</h3>
      <ol className="grid gap-2.5">
        {block.funnel.map(({ step, n }) => (
          <Line key={step} label={t(`reports.funnel_${step}`)} n={n} most={most} />
        ))}
      </ol>
    </div>
  );
};

const Profile = ({ block }: { block: BaseBlock }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="grid gap-4">
      <h3>{t("reports.profile_heading")}</h3>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 min-[1100px]:grid-cols-4">
        {block.profile.map(({ fact, label, rows }) => (
          <div key={fact} className="grid content-start gap-2">
            <h4 className="text-label font-semibold text-ink-2">{localized(label, locale)}</h4>
            <ul className="grid gap-2">
              {rows.map((row) => (
                <Line
                  key={row.label?.en ?? ""}
                  label={row.label ? localized(row.label, locale) : t("reports.small_groups")}
                  n={row.n}
                  most={rows.reduce((sum, { n }) => sum + n, 0)}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="text-note text-ink-3">{t("reports.profile_note", { group: smallestGroup })}</p>
    </div>
  );
};

const Prototypes = ({ block }: { block: BaseBlock }) => {
  const t = useT();
  const format = useFormat();
  const places = Math.max(0, ...block.prototypes.map(({ positions }) => positions.length));
  const isWeighted = block.effectiveN !== undefined;
  const hasLow = block.prototypes.some(({ isLowBase }) => isLowBase);
  return (
    <div className="grid min-w-0 content-start gap-3">
      <h3>{t("reports.base_prototypes_heading")}</h3>
      <NumberTable
        caption={t("reports.table_base")}
        head={[
          t("reports.prototype"),
          "n",
          ...(isWeighted ? [t("segments.head_effective")] : []),
          ...Array.from({ length: places }, (_, index) => t("reports.place", { place: index + 1 })),
        ]}
        rows={block.prototypes.map(({ code, n, isLowBase, positions, effectiveN }) => ({
          key: code,
          cells: [
            <PrototypeCell key="name" code={code} isLow={isLowBase} />,
            format.number(n),
            ...(isWeighted ? [effectiveN === null || effectiveN === undefined ? "–" : format.number(effectiveN, 1)] : []),
            ...Array.from({ length: places }, (_, index) => format.number(positions[index] ?? 0)),
          ],
        }))}
      />
      {hasLow && <p className="text-note text-ink-3">{t("reports.low_base_note", { low: lowBase })}</p>}
      {places === 0 && block.responses > block.people && <p className="text-note text-ink-3">{t("reports.no_order")}</p>}
      {block.peopleByPrototypes.length > 1 && (
        <ul className="text-label text-ink-2">
          {block.peopleByPrototypes.map(({ prototypes, people }) => (
            <li key={prototypes}>{t("reports.people_by_prototypes", { count: people, prototypes })}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

const LeftOut = ({ block }: { block: BaseBlock }) => {
  const t = useT();
  return (
    <div className="grid content-start gap-2">
      <h3>{t("reports.left_out_heading")}</h3>
      {block.exclusions.length + block.withdrawn === 0 && <p className="text-label text-ink-2">{t("reports.nobody_left_out")}</p>}
      <ul className="grid gap-1.5 text-label text-ink-2">
        {block.exclusions.map(({ person, reason, responses }) => (
          <li key={person}>{t("reports.left_out", { person, reason: reason || t("reports.no_reason"), count: responses })}</li>
        ))}
        {block.withdrawn > 0 && <li>{t("reports.withdrawn", { count: block.withdrawn })}</li>}
      </ul>
    </div>
  );
};

export const BaseView = ({ block }: { block: BaseBlock }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  return (
    <section className="card grid gap-8">
      <div>
        <h2>{t("reports.base_title", { count: block.people, responses: block.responses })}</h2>
        {block.effectiveN !== undefined && (
          <p className="text-label text-ink-2">{t("segments.base_effective", { effective: format.number(block.effectiveN, 1) })}</p>
        )}
        {block.source && <p className="text-label text-ink-2">{t("reports.base_imported")}</p>}
      </div>
      <div className="grid gap-8 min-[860px]:grid-cols-2">
        {block.funnel.length > 0 && <Funnel block={block} />}
        {block.prototypes.length > 0 && <Prototypes block={block} />}
        <LeftOut block={block} />
      </div>
      {block.profile.length > 0 && <Profile block={block} />}
      {block.source && (
        <dl className="grid gap-2 border-t border-line pt-4 text-note text-ink-2">
          {(["title", "attribution", "licence"] as const).map((part) => (
            <div key={part} className="flex flex-wrap gap-x-2">
              <dt className="font-semibold">{t(`reports.source_${part}` as TranslationKey)}</dt>
              <dd>{block.source![part]}</dd>
            </div>
          ))}
        </dl>
      )}
      {block.source?.note && <p className="text-note text-ink-2">{localized(block.source.note, locale)}</p>}
    </section>
  );
};
