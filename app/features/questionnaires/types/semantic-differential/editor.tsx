import { Plus, Trash2 } from "lucide-react";
import { useT } from "~/i18n/language";
import { TextPair, Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { CodeBox, freeCode, iconButton } from "../items-editor";
import { OrderPick } from "../order-pick";
import type { OppositePair, SemanticDifferentialConfig } from "./semantic-differential";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<SemanticDifferentialConfig>) => {
  const t = useT();
  const { pairs } = config;
  const change = (part: Partial<SemanticDifferentialConfig>) => onChange({ ...config, ...part });
  const replace = (index: number, part: Partial<OppositePair>) => change({ pairs: pairs.map((pair, each) => (each === index ? { ...pair, ...part } : pair)) });
  return (
    <div className="grid gap-5">
      <fieldset className="grid gap-2">
        <legend className="pb-2 text-label font-semibold">{t("builder.pairs")}</legend>
        <ol className="grid gap-2">
          {pairs.map((pair, index) => (
            <li key={index} className="grid gap-2 rounded-control border border-line bg-surface p-3">
              <TextPair label={t("builder.pair_low")} value={pair.low} onChange={(low) => replace(index, { low })} isReadOnly={isReadOnly} maxLength={120} />
              <TextPair
                label={t("builder.pair_high")}
                value={pair.high}
                onChange={(high) => replace(index, { high })}
                isReadOnly={isReadOnly}
                maxLength={120}
              />
              <div className="flex items-center gap-4">
                <CodeBox value={pair.value} onChange={(value) => replace(index, { value })} isReadOnly={isReadOnly} />
                {!isReadOnly && (
                  <button
                    type="button"
                    className={`${iconButton} ms-auto`}
                    onClick={() => change({ pairs: pairs.toSpliced(index, 1) })}
                    aria-label={t("builder.option_remove", { number: index + 1 })}
                  >
                    <Trash2 className="size-4" aria-hidden="true" />
                  </button>
                )}
              </div>
            </li>
          ))}
        </ol>
        {!isReadOnly && (
          <button
            type="button"
            className="button quiet small justify-self-start"
            onClick={() => change({ pairs: [...pairs, { value: freeCode(pairs, "pair"), low: { en: "", id: "" }, high: { en: "", id: "" } }] })}
          >
            <Plus className="size-4" aria-hidden="true" />
            {t("builder.add_pair")}
          </button>
        )}
      </fieldset>
      <Tick
        label={t("builder.mixes_sides")}
        help={t("builder.mixes_sides_help")}
        isOn={config.mixesSides}
        onChange={(mixesSides) => change({ mixesSides })}
        isReadOnly={isReadOnly}
      />
      <OrderPick order={config.order} onChange={(order) => change({ order })} isReadOnly={isReadOnly} />
    </div>
  );
};
