import { useT } from "~/i18n/language";
import { useSingleKeys } from "~/ui/single-keys";

const others = [
  ["j", "themes.key_next"],
  ["k", "themes.key_previous"],
  ["Enter", "themes.key_save"],
  ["+ 0 −", "themes.key_tone"],
  ["x", "themes.key_choose"],
  ["z", "themes.key_undo"],
  ["/", "themes.key_search"],
] as const;

const Key = ({ children }: { children: string }) => (
  <kbd className="rounded-[5px] border border-line bg-sunken px-2 py-0.5 font-semibold whitespace-nowrap">{children}</kbd>
);

/** The keys, and the switch that turns them off on this device. */
export const KeysOfCoding = ({ themes }: { themes: readonly string[] }) => {
  const t = useT();
  const [isOn, setOn] = useSingleKeys();
  return (
    <details className="hidden text-label min-[860px]:block">
      <summary className="min-h-9 py-1.5 font-semibold text-leaf">{t("themes.keys")}</summary>
      <dl className="grid max-w-md grid-cols-[auto_1fr] gap-x-4 gap-y-2 pt-2">
        {others.map(([key, label]) => (
          <div key={key} className="contents">
            <dt>
              <Key>{key}</Key>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
        {themes.map((name, index) => (
          <div key={name} className="contents">
            <dt>
              <Key>{String(index + 1)}</Key>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-3 flex min-h-11 items-center gap-3">
        <input type="checkbox" className="size-5 accent-leaf" checked={isOn} onChange={(event) => setOn(event.target.checked)} />
        {t("moderation.keys_on")}
      </label>
    </details>
  );
};
