// What a mail says, before it is dressed: the same for the pretty and the plain version.

export type MailContent = {
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  /** A member's or moderator's own words. */
  quote?: string;
  button?: { label: string; href: string };
  /** What to do when the mail is a surprise, how long a link works. */
  note?: string;
  /** Why the person gets this, and where to change that. */
  footer: { text: string; link?: { label: string; href: string } };
};

/** The version without any markup. */
export const plainText = ({ heading, paragraphs, quote, button, note, footer }: MailContent): string =>
  [
    heading,
    ...paragraphs,
    quote && quote.replace(/^/gm, "> "),
    button && `${button.label}:\n${button.href}`,
    note,
    "--",
    footer.link ? `${footer.text}\n${footer.link.label}: ${footer.link.href}` : footer.text,
  ]
    .filter(Boolean)
    .join("\n\n");
