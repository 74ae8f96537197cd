import { useFormat, useT } from "~/i18n/language";
import { NumberBox, TextPair } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { ItemsEditor } from "../items-editor";
import { showings, type MaxdiffConfig } from "./maxdiff";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<MaxdiffConfig>) => {
  const t = useT();
  const format = useFormat();
  const change = (part: Partial<MaxdiffConfig>) => onChange({ ...config, ...part });
  const box = (label: string, value: number, least: number, most: number, part: (value: number) => Partial<MaxdiffConfig>) => (
    <NumberBox
      label={label}
      value={value}
      onChange={(typed) => typed !== undefined && Number.isInteger(typed) && typed >= least && typed <= most && change(part(typed))}
      isReadOnly={isReadOnly}
    />
  );
  return (
    <div className="grid gap-5">
      <ItemsEditor legend={t("builder.items")} stem="item" items={config.items} onChange={(items) => change({ items })} isReadOnly={isReadOnly} />
      <div className="flex flex-wrap gap-4">
        {box(t("builder.per_task"), config.perTask, 3, 6, (perTask) => ({ perTask }))}
        {box(t("builder.tasks"), config.tasks, 1, 20, (tasks) => ({ tasks }))}
        {box(t("builder.versions"), config.versions, 1, 20, (versions) => ({ versions }))}
        {box(t("builder.design_seed"), config.seed, 0, 1_000_000, (seed) => ({ seed }))}
      </div>
      <p className="text-note text-ink-2">{t("builder.showings", { times: format.number(showings(config), 1) })}</p>
      <TextPair label={t("builder.words_most")} value={config.most} onChange={(most) => change({ most })} isReadOnly={isReadOnly} maxLength={120} />
      <TextPair label={t("builder.words_least")} value={config.least} onChange={(least) => change({ least })} isReadOnly={isReadOnly} maxLength={120} />
    </div>
  );
};
