// The field of every question type, found by the name of its folder.
import type { ComponentType } from "react";
import type { FieldProps } from "./field-props";

const modules = import.meta.glob<ComponentType<FieldProps<never>>>("./*/field.tsx", { eager: true, import: "Field" });

/** The configuration was checked by the schema of the same type when it was saved. */
export const fieldOf = (type: string): ComponentType<FieldProps<unknown>> =>
  modules[`./${type.replaceAll("_", "-")}/field.tsx`] as unknown as ComponentType<FieldProps<unknown>>;
