// The one dress of all mails: paper, leaf and a single button. Loaded only when a mail is written, because it is large.
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "@react-email/components";
import { render } from "@react-email/render";
import type { Locale } from "~/core/locale";
import { plainText, type MailContent } from "./mail";

const ink = "#1f2b26";
const quiet = "#56625b";
const leaf = "#1c5b45";
const line = "#e5e0d3";
const family = "'Plus Jakarta Sans', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const paragraph = { color: ink, fontSize: "16px", lineHeight: "25px", margin: "0 0 14px" };

const Mail = ({ content, locale, communityName }: { content: MailContent; locale: Locale; communityName: string }) => (
  <Html lang={locale}>
    <Head />
    <Body style={{ backgroundColor: "#faf7ef", fontFamily: family, margin: 0, padding: "24px 12px" }}>
      <Preview>{content.paragraphs[0] ?? content.heading}</Preview>
      <Container style={{ maxWidth: "560px" }}>
        <Text style={{ color: leaf, fontSize: "20px", fontWeight: 800, letterSpacing: "-0.6px", margin: "0 0 12px 4px" }}>
          {communityName}
          <span style={{ color: "#e3ab35" }}>.</span>
        </Text>
        <Section style={{ backgroundColor: "#fffefb", border: `1px solid ${line}`, borderRadius: "14px", padding: "28px 26px 20px" }}>
          <Heading as="h1" style={{ color: ink, fontSize: "23px", lineHeight: "29px", letterSpacing: "-0.5px", margin: "0 0 14px" }}>
            {content.heading}
          </Heading>
          {content.paragraphs.map((text, index) => (
            <Text key={index} style={paragraph}>
              {text}
            </Text>
          ))}
          {content.quote && (
            <Text
              style={{
                ...paragraph,
                borderLeft: "3px solid #e3ab35",
                fontFamily: "Georgia, serif",
                fontStyle: "italic",
                fontSize: "17px",
                paddingLeft: "14px",
                whiteSpace: "pre-line",
              }}
            >
              {content.quote}
            </Text>
          )}
          {content.button && (
            <Section style={{ margin: "8px 0 16px" }}>
              <Button
                href={content.button.href}
                style={{ backgroundColor: leaf, borderRadius: "999px", color: "#fdfcf6", fontSize: "16px", fontWeight: 700, padding: "13px 24px" }}
              >
                {content.button.label}
              </Button>
            </Section>
          )}
          {content.note && <Text style={{ ...paragraph, color: quiet, fontSize: "14px", lineHeight: "21px" }}>{content.note}</Text>}
        </Section>
        <Hr style={{ borderColor: "transparent", margin: "4px 0" }} />
        <Text style={{ color: quiet, fontSize: "13px", lineHeight: "20px", margin: "0 4px" }}>
          {content.footer.text}
          {content.footer.link && (
            <>
              {" "}
              <Link href={content.footer.link.href} style={{ color: leaf, textDecoration: "underline" }}>
                {content.footer.link.label}
              </Link>
            </>
          )}
        </Text>
      </Container>
    </Body>
  </Html>
);

export const renderMail = async (content: MailContent, locale: Locale, communityName: string): Promise<{ html: string; text: string }> => ({
  html: await render(<Mail content={content} locale={locale} communityName={communityName} />),
  text: plainText(content),
});
