// The first page: a front door for visitors, "what can I do today?" for members.
import { useRoot } from "~/http/root-data";
import { useT } from "~/i18n/language";

export default function Home() {
  const t = useT();
  const { person } = useRoot();
  return <h1>{person ? person.displayName : t("common.app_name")}</h1>;
}
