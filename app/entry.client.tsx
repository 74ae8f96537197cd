import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { StringsContext } from "./i18n/language";
import type { Strings } from "./i18n/translate";

type Module = { strings: Strings };
const load: Record<string, () => Promise<Module>> = {
  "community.en": () => import("./i18n/catalogues/community.en"),
  "community.id": () => import("./i18n/catalogues/community.id"),
  "staff.en": () => import("./i18n/catalogues/staff.en"),
  "staff.id": () => import("./i18n/catalogues/staff.id"),
};

// The document says which language it is in and whether it is a staff page; their strings come before hydration.
const { lang, dataset } = document.documentElement;
const wanted = [`community.${lang}`, ...(dataset.audience === "staff" ? [`staff.${lang}`] : [])];
const loaded = await Promise.all(wanted.map((name) => load[name]?.()));
const strings = { [lang]: Object.assign({}, ...loaded.map((module) => module?.strings)) as Strings };

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <StringsContext.Provider value={strings}>
        <RemixBrowser />
      </StringsContext.Provider>
    </StrictMode>,
  );
});
