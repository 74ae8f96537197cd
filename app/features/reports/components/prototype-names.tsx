// Prototypes by name everywhere in a report; the blind code stands beside the name in tables.
import { createContext, useContext, type ReactNode } from "react";
import { useT } from "~/i18n/language";
import { breaksAnywhere } from "~/ui/unbroken";
import { everybody, type ReportPrototype } from "../report";

const Prototypes = createContext<ReportPrototype[]>([]);

export const PrototypeNames = ({ prototypes, children }: { prototypes: ReportPrototype[]; children: ReactNode }) => (
  <Prototypes.Provider value={prototypes}>{children}</Prototypes.Provider>
);

/** The name of a prototype from its code, or the code itself. */
export const useNameOf = (): ((code: string) => string) => {
  const t = useT();
  const prototypes = useContext(Prototypes);
  return (code) => (code === everybody ? t("reports.everybody") : (prototypes.find((prototype) => prototype.code === code)?.name ?? code));
};

/** "Bolero late 482" for the first column of a table. */
export const PrototypeCell = ({ code, isLow }: { code: string; isLow?: boolean }) => {
  const name = useNameOf()(code);
  return (
    <span className={`block min-w-24 ${breaksAnywhere(name)}`} dir="auto">
      {name}
      {code !== everybody && name !== code && <span className="ms-1.5 font-normal text-ink-3">{code}</span>}
      {isLow && <span aria-hidden="true"> *</span>}
    </span>
  );
};
