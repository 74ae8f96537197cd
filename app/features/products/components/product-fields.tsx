import { useT } from "~/i18n/language";
import type { LocalizedText } from "~/core/locale";
import type { Reply } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";

export const useProductLabels = (): Record<string, string> => {
  const t = useT();
  return {
    "name.en": `${t("products.name")} (EN)`,
    "name.id": `${t("products.name")} (ID)`,
    "description.en": `${t("products.description")} (EN)`,
    "description.id": `${t("products.description")} (ID)`,
  };
};

export const ProductFields = ({ product, reply }: { product?: { name: LocalizedText; description: LocalizedText }; reply: Reply }) => {
  const t = useT();
  return (
    <>
      <LocalizedField name="name" label={t("products.name")} value={product?.name} reply={reply} required maxLength={80} />
      <LocalizedField name="description" label={t("products.description")} value={product?.description} reply={reply} rows={3} maxLength={2000} optional />
    </>
  );
};
