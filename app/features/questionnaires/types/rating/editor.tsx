import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { NumberBox, Pick, TextPair, Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { codesOf, type RatingConfig } from "./rating";

/** The codes that count as top or bottom boxes, to tick. */
const Boxes = ({
  label,
  codes,
  chosen,
  onChange,
  isReadOnly,
}: {
  label: string;
  codes: number[];
  chosen: number[];
  onChange: (codes: number[]) => void;
  isReadOnly: boolean;
}) => (
  <fieldset>
    <legend className="pb-1 text-label font-semibold">{label}</legend>
    <div className="flex flex-wrap gap-x-4">
      {codes.map((code) => (
        <Tick
          key={code}
          label={<span className="num">{code}</span>}
          isOn={chosen.includes(code)}
          onChange={(isOn) => onChange([...chosen.filter((each) => each !== code), ...(isOn ? [code] : [])].sort((a, b) => a - b))}
          isReadOnly={isReadOnly}
        />
      ))}
    </div>
  </fieldset>
);

/** A standard scale is shown as it is: other words would be another scale. */
const Standard = ({ config, onChange, isReadOnly }: EditorProps<RatingConfig>) => {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="grid gap-3">
      <p className="text-label text-ink-2">{t("builder.standard_scale_note")}</p>
      <ol className="grid gap-1 rounded-control border border-line bg-surface p-3 text-label">
        {codesOf(config).map((code) => (
          <li key={code} className="grid grid-cols-[2ch_1fr] gap-3">
            <b className="num font-semibold text-ink-3">{code}</b>
            {localized(config.labels[code], locale)}
          </li>
        ))}
      </ol>
      {!isReadOnly && (
        <button type="button" className="button quiet small justify-self-start" onClick={() => onChange({ ...config, preset: "custom" })}>
          {t("builder.make_own_scale")}
        </button>
      )}
    </div>
  );
};

export const Editor = (props: EditorProps<RatingConfig>) => {
  const t = useT();
  const { config, onChange, isReadOnly } = props;
  if (config.preset !== "custom") return <Standard {...props} />;
  const change = (part: Partial<RatingConfig>) => onChange({ ...config, ...part });
  const codes = config.max - config.min <= 20 ? codesOf({ ...config, highIsGood: false }) : [];
  const labelOf = (code: number) => config.labels[code] ?? { en: "", id: "" };
  const changeEnd = (end: "min" | "max", value: number | undefined) => {
    if (value === undefined || !Number.isInteger(value) || Math.abs(value) > 100) return;
    const next = { ...config, [end]: value };
    if (next.max - next.min > 20) return;
    // The words of an end go with the end.
    const labels: RatingConfig["labels"] = { ...config.labels, [value]: config.labels[value] ?? labelOf(config[end]) };
    if (value !== config[end]) delete labels[config[end]];
    const inside = (code: number) => code >= next.min && code <= next.max;
    change({ [end]: value, labels, topBoxes: config.topBoxes.filter(inside), bottomBoxes: config.bottomBoxes.filter(inside) });
  };
  const between = codes.slice(1, -1);
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap gap-4">
        <NumberBox label={t("builder.from")} value={config.min} onChange={(value) => changeEnd("min", value)} isReadOnly={isReadOnly} />
        <NumberBox label={t("builder.to")} value={config.max} onChange={(value) => changeEnd("max", value)} isReadOnly={isReadOnly} />
        <Pick
          label={t("builder.good_end")}
          value={config.highIsGood ? "high" : "low"}
          onChange={(end) => change({ highIsGood: end === "high" })}
          isReadOnly={isReadOnly}
          options={[
            { value: "high", label: t("builder.good_end_high") },
            { value: "low", label: t("builder.good_end_low") },
          ]}
        />
        <Pick
          label={t("builder.measures")}
          value={config.measures}
          onChange={(measures) => change({ measures })}
          isReadOnly={isReadOnly}
          options={(["attribute", "overall_liking", "purchase_intent"] as const).map((value) => ({ value, label: t(`builder.measures_${value}`) }))}
        />
      </div>
      {[config.min, config.max].map((code) => (
        <TextPair
          key={code === config.min ? "min" : "max"}
          label={t("builder.words_for", { code: String(code) })}
          value={labelOf(code)}
          onChange={(label) => change({ labels: { ...config.labels, [code]: label } })}
          isReadOnly={isReadOnly}
          maxLength={200}
        />
      ))}
      {between.length > 0 && (
        <details>
          <summary className="min-h-10 py-2 text-label font-semibold text-leaf">{t("builder.words_between")}</summary>
          <div className="grid gap-3 pt-2">
            {between.map((code) => (
              <TextPair
                key={code}
                label={t("builder.words_for", { code: String(code) })}
                value={labelOf(code)}
                onChange={(label) => change({ labels: { ...config.labels, [code]: label } })}
                isReadOnly={isReadOnly}
                maxLength={200}
              />
            ))}
          </div>
        </details>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <Boxes label={t("builder.top_boxes")} codes={codes} chosen={config.topBoxes} onChange={(topBoxes) => change({ topBoxes })} isReadOnly={isReadOnly} />
        <Boxes
          label={t("builder.bottom_boxes")}
          codes={codes}
          chosen={config.bottomBoxes}
          onChange={(bottomBoxes) => change({ bottomBoxes })}
          isReadOnly={isReadOnly}
        />
      </div>
    </div>
  );
};
