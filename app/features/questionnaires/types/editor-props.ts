/** What the editor of every question type is given. It shows the configuration and says what it becomes; saving is the builder's. */
export type EditorProps<Config> = {
  config: Config;
  onChange: (config: Config) => void;
  /** Screeners decide who may take part, so their options carry what they mean for that. */
  screens: boolean;
  isReadOnly: boolean;
};
