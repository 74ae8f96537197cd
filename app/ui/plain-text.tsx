import { Fragment } from "react";
import { partsWithLinks } from "./links-in-text";

const Line = ({ text }: { text: string }) => (
  <>
    {partsWithLinks(text).map((part, index) =>
      part.href ? (
        <a key={index} href={part.href} rel="noopener nofollow ugc" className="link">
          {part.text}
        </a>
      ) : (
        <Fragment key={index}>{part.text}</Fragment>
      ),
    )}
  </>
);

/** What somebody typed: paragraphs at empty lines, line breaks kept, addresses linked, nothing else understood. */
export const PlainText = ({ text, className = "" }: { text: string; className?: string }) => (
  <div className={`grid max-w-[68ch] gap-3 ${className}`}>
    {text.split(/\n{2,}/).map((paragraph, index) => (
      <p key={index} className="whitespace-pre-line">
        <Line text={paragraph} />
      </p>
    ))}
  </div>
);
