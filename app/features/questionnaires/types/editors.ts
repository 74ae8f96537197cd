// The editor of every question type, found by the name of its folder. Staff pages only.
import type { ComponentType } from "react";
import type { EditorProps } from "./editor-props";

const modules = import.meta.glob<ComponentType<EditorProps<never>>>("./*/editor.tsx", { eager: true, import: "Editor" });

/** The configuration was checked by the schema of the same type when it was saved. */
export const editorOf = (type: string): ComponentType<EditorProps<unknown>> =>
  modules[`./${type.replaceAll("_", "-")}/editor.tsx`] as unknown as ComponentType<EditorProps<unknown>>;
