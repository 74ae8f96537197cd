// A visitor's front page: what this is, the two doors, what is open, one thing that changed, and the way in.
import { Link } from "@remix-run/react";
import type { ComponentProps, ReactNode } from "react";
import { TrialCard } from "~/features/trials/components/trial-card";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { BecauseCard } from "./because-card";

type Props = {
  trials: ComponentProps<typeof TrialCard>["trial"][];
  change: ComponentProps<typeof BecauseCard>["change"] | null;
};

const Door = ({ to, title, text, picture, tint }: { to: string; title: string; text: string; picture: ReactNode; tint: string }) => (
  <article className="card relative grid content-start gap-2 overflow-hidden hover:border-line-2">
    <div aria-hidden="true" className={`-mx-5 -mt-5 mb-3 grid h-40 place-items-center overflow-hidden ${tint}`}>
      {picture}
    </div>
    <h2>
      <Link to={to} className="after:absolute after:inset-0 after:rounded-card">
        {title}
      </Link>
    </h2>
    <p className="text-ink-2">{text}</p>
  </article>
);

/** A parcel with two prototypes, each known by its code only. */
const TryPicture = () => (
  <svg viewBox="0 0 320 160" className="h-full" fill="none">
    <ellipse cx="160" cy="138" rx="104" ry="8" fill="var(--ink)" opacity=".07" />
    <rect x="104" y="34" width="42" height="76" rx="10" fill="var(--surface)" stroke="var(--turmeric-ink)" strokeWidth="2.5" />
    <rect x="114" y="20" width="22" height="16" rx="4" fill="var(--turmeric)" stroke="var(--turmeric-ink)" strokeWidth="2.5" />
    <rect x="174" y="34" width="42" height="76" rx="10" fill="var(--surface)" stroke="var(--turmeric-ink)" strokeWidth="2.5" />
    <rect x="184" y="20" width="22" height="16" rx="4" fill="var(--leaf)" stroke="var(--turmeric-ink)" strokeWidth="2.5" />
    <g fontFamily="inherit" fontWeight="800" fontSize="15" textAnchor="middle" fill="var(--turmeric-ink)">
      <text x="125" y="66">
        482
      </text>
      <text x="195" y="66">
        317
      </text>
    </g>
    <path d="M76 84h168l-10 52a4 4 0 0 1-4 3H90a4 4 0 0 1-4-3z" fill="var(--surface)" stroke="var(--turmeric-ink)" strokeWidth="2.5" strokeLinejoin="round" />
    <path d="M76 84 58 66M244 84l18-18" stroke="var(--turmeric-ink)" strokeWidth="2.5" strokeLinecap="round" />
    <path d="M150 108h20M160 98v20" stroke="var(--turmeric)" strokeWidth="4" strokeLinecap="round" />
  </svg>
);

/** Two remarks that grow into a vote. */
const SharePicture = () => (
  <svg viewBox="0 0 320 160" className="h-full" fill="none">
    <path
      d="M58 34h118a12 12 0 0 1 12 12v34a12 12 0 0 1-12 12h-82l-20 16V92H58a12 12 0 0 1-12-12V46a12 12 0 0 1 12-12z"
      fill="var(--surface)"
      stroke="var(--leaf-strong)"
      strokeWidth="2.5"
      strokeLinejoin="round"
    />
    <path d="M66 54h96M66 72h62" stroke="var(--leaf)" strokeWidth="5" strokeLinecap="round" opacity=".45" />
    <path
      d="M152 102h72a12 12 0 0 1 12 12v16a12 12 0 0 1-12 12h-72a12 12 0 0 1-12-12v-16a12 12 0 0 1 12-12z"
      fill="var(--surface)"
      stroke="var(--leaf-strong)"
      strokeWidth="2.5"
    />
    <path d="M160 122h52" stroke="var(--turmeric)" strokeWidth="5" strokeLinecap="round" />
    <rect x="216" y="30" width="58" height="66" rx="10" fill="var(--leaf)" />
    <path d="m236 54 9-9 9 9" stroke="var(--on-leaf)" strokeWidth="3.4" strokeLinecap="round" strokeLinejoin="round" />
    <text x="245" y="80" fontFamily="inherit" fontWeight="700" fontSize="17" textAnchor="middle" fill="var(--on-leaf)">
      214
    </text>
  </svg>
);

export const FrontPage = ({ trials, change }: Props) => {
  const t = useT();
  return (
    <div className="grid gap-12">
      <section className="hello min-[860px]:after:start-[64%]!">
        <h1 className="text-[clamp(28px,5vw,44px)] whitespace-pre-line">{t("home.front_title")}</h1>
        <p className="mt-2 max-w-[52ch]">{t("home.front_lead")}</p>
        <p className="mt-4 flex flex-wrap items-center gap-3">
          <Link to={paths.join()} className="button">
            {t("home.front_join")}
          </Link>
          <Link to={paths.login()} className="button quiet">
            {t("common.sign_in")}
          </Link>
        </p>
      </section>
      <section className="grid gap-5" aria-labelledby="doors">
        <h2 id="doors" className="text-[24px]">
          {t("home.doors")}
        </h2>
        <div className="grid gap-[18px] min-[700px]:grid-cols-2">
          <Door to={paths.trials()} title={t("home.door_try")} text={t("home.door_try_text")} picture={<TryPicture />} tint="bg-turmeric-tint" />
          <Door to={paths.ideas()} title={t("home.door_share")} text={t("home.door_share_text")} picture={<SharePicture />} tint="bg-leaf-tint" />
        </div>
      </section>
      {(trials.length > 0 || change) && (
        <div className={`grid items-start gap-x-[18px] gap-y-12 ${trials.length > 0 && change ? "min-[860px]:grid-cols-2" : ""}`}>
          {trials.length > 0 && (
            <section className="grid gap-4" aria-labelledby="open-trials">
              <h2 id="open-trials" className="text-[24px]">
                {t("home.open_now")}
              </h2>
              {trials.map((trial) => (
                <TrialCard key={trial.id} trial={trial} />
              ))}
            </section>
          )}
          {change && (
            <section className="grid gap-4" aria-labelledby="changed">
              <h2 id="changed" className="text-[24px]">
                {t("common.nav_changes")}
              </h2>
              <BecauseCard change={change} title={t("home.changed_because")} />
            </section>
          )}
        </div>
      )}
      <section className="grid justify-items-start gap-3 border-t border-line pt-8" aria-labelledby="promise">
        <h2 id="promise" className="text-[24px]">
          {t("home.promise")}
        </h2>
        <p className="max-w-[62ch] text-ink-2">{t("home.promise_text")}</p>
        <Link to={paths.privacy()} className="link text-label">
          {t("home.promise_more")}
        </Link>
      </section>
    </div>
  );
};
