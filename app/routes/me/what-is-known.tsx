import type { CountedThing } from "~/features/accounts/my-account.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";

type Account = { email: string; displayName: string; birthYear: number | null; joinedAt: Date | string };

/** What is kept about somebody, in words and numbers, and what came of it. */
export const WhatIsKnown = ({ account, counts }: { account: Account; counts: Record<CountedThing, number> }) => {
  const t = useT();
  const format = useFormat();
  const lines = [
    { key: "email", value: account.email },
    { key: "name", value: account.displayName },
    { key: "birth_year", value: String(account.birthYear ?? "–") },
    { key: "joined", value: format.date(account.joinedAt) },
    ...(["facts", "ideas", "comments", "votes", "applications", "trials", "answers", "addresses"] as const).map((key) => ({
      key,
      value: format.number(counts[key]),
    })),
  ] as const;
  return (
    <section className="card grid gap-3" aria-labelledby="known">
      <h2 id="known">{t("accounts.known_title")}</h2>
      <p className="text-label text-ink-2">{t("accounts.known_lead")}</p>
      <dl className="grid gap-x-6 sm:grid-cols-2">
        {lines.map(({ key, value }) => (
          <div key={key} className="flex justify-between gap-4 border-b border-line py-2 text-label">
            <dt className="text-ink-2">{t(`accounts.known_${key}`)}</dt>
            <dd className="num min-w-0 text-end font-semibold wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="rounded-card bg-turmeric-tint p-4">
        {counts.changes > 0 ? t("accounts.known_changes", { count: counts.changes }) : t("accounts.known_no_changes")}{" "}
        <a className="link" href={paths.changes()}>
          {t("common.nav_changes")}
        </a>
      </p>
    </section>
  );
};
