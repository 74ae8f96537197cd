import { useT } from "~/i18n/language";
import { Pick } from "./editor-controls";
import { orders, type Order } from "./ordered";

/** In which order people see the options. The builder and its preview keep the written one. */
export const OrderPick = ({ order, onChange, isReadOnly }: { order: Order | undefined; onChange: (order: Order) => void; isReadOnly: boolean }) => {
  const t = useT();
  return (
    <div className="max-w-md">
      <Pick
        label={t("builder.order")}
        value={order ?? "as_written"}
        onChange={onChange}
        isReadOnly={isReadOnly}
        options={orders.map((value) => ({ value, label: t(`builder.order_${value}`) }))}
      />
    </div>
  );
};
