import { useT } from "~/i18n/language";
import type { LocalizedText } from "~/core/locale";
import type { Reply } from "~/ui/field";
import { TextField } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";

export const useProductLabels = (): Record<string, string> => {
  const t = useT();
  return {
    "name.en": `${t("products.name")} (EN)`,
    "name.id": `${t("products.name")} (ID)`,
    "description.en": `${t("products.description")} (EN)`,
    "description.id": `${t("products.description")} (ID)`,
    category: t("products.category"),
  };
};

export const ProductFields = ({ product, reply }: { product?: { name: LocalizedText; description: LocalizedText; category: string }; reply: Reply }) => {
  const t = useT();
  return (
    <>
      <LocalizedField name="name" label={t("products.name")} value={product?.name} reply={reply} required maxLength={80} />
      <LocalizedField name="description" label={t("products.description")} value={product?.description} reply={reply} rows={3} maxLength={2000} optional />
      <TextField
        name="category"
        label={t("products.category")}
        help={t("products.category_help")}
        defaultValue={product?.category}
        reply={reply}
        maxLength={60}
        optional
      />
    </>
  );
};
