import { forwardRef } from "react";
import { useT } from "~/i18n/language";
import { useSingleKeys } from "~/ui/single-keys";
import { shortcuts } from "../shortcuts";

/** The keys of the queue, and the switch that turns them off. */
export const KeySheet = forwardRef<HTMLDialogElement>(function KeySheet(_props, ref) {
  const t = useT();
  const [isOn, setOn] = useSingleKeys();
  return (
    <dialog
      ref={ref}
      aria-labelledby="keys-title"
      className="m-auto max-w-md rounded-card border border-line bg-surface p-6 text-ink shadow-float backdrop:bg-ink/40"
    >
      <h2 id="keys-title" className="mb-3">
        {t("moderation.keys")}
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-label">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.key} className="contents">
            <dt>
              <kbd className="rounded-[5px] border border-line bg-sunken px-2 py-1 font-semibold">{shortcut.key}</kbd>
            </dt>
            <dd>{t(shortcut.label)}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex min-h-11 items-center gap-3 text-label">
        <input type="checkbox" className="size-5 accent-leaf" checked={isOn} onChange={(event) => setOn(event.target.checked)} />
        {t("moderation.keys_on")}
      </label>
      <form method="dialog" className="mt-3">
        <button className="button quiet small">{t("moderation.close")}</button>
      </form>
    </dialog>
  );
});
