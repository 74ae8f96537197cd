import { useT } from "~/i18n/language";
import type { LocalizedText } from "~/core/locale";
import { Checkbox, TextArea, TextField, type Reply } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";

type Prototype = { name: string; description: LocalizedText; ingredients: string; allergens: string; usage: LocalizedText; isBenchmark: boolean };

export const usePrototypeLabels = (): Record<string, string> => {
  const t = useT();
  return {
    name: t("products.prototype_name"),
    "description.en": `${t("products.description")} (EN)`,
    "description.id": `${t("products.description")} (ID)`,
    ingredients: t("products.ingredients"),
    allergens: t("products.allergens"),
    "usage.en": `${t("products.usage")} (EN)`,
    "usage.id": `${t("products.usage")} (ID)`,
  };
};

export const PrototypeFields = ({ prototype, reply }: { prototype?: Prototype; reply: Reply }) => {
  const t = useT();
  // A box that is not ticked is not sent, so after a refused form its state follows from what was sent and not from what stands.
  const isBenchmark = reply?.values ? reply.values.isBenchmark === "on" : prototype?.isBenchmark;
  return (
    <>
      <TextField
        name="name"
        label={t("products.prototype_name")}
        help={t("products.prototype_name_help")}
        defaultValue={prototype?.name}
        reply={reply}
        required
        maxLength={80}
      />
      <LocalizedField name="description" label={t("products.description")} value={prototype?.description} reply={reply} rows={2} maxLength={2000} optional />
      <LocalizedField
        name="usage"
        label={t("products.usage")}
        help={t("products.usage_help")}
        value={prototype?.usage}
        reply={reply}
        rows={4}
        maxLength={4000}
        optional
      />
      <TextArea name="ingredients" label={t("products.ingredients")} defaultValue={prototype?.ingredients} reply={reply} rows={3} maxLength={4000} optional />
      <TextField
        name="allergens"
        label={t("products.allergens")}
        help={t("products.allergens_help")}
        defaultValue={prototype?.allergens}
        reply={reply}
        maxLength={1000}
        optional
      />
      <Checkbox name="isBenchmark" label={t("products.is_benchmark")} help={t("products.is_benchmark_help")} defaultChecked={isBenchmark} reply={reply} />
    </>
  );
};
