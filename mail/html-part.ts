/**
 * The HTML part: one column of at most 600 px, tables for layout only, headings in order, no images,
 * buttons that are links with words. What comes from outside is escaped by hono/jsx.
 */
import type { FC } from 'hono/jsx';
import { STYLE_SHEET, STYLES } from './html-style.js';
import type { MailDocument, MailFact, MailGroup, MailItem, MailSection } from './mail-document.js';
import { linkPlaceholder } from './placeholders.js';
import { unglued } from './wrap-text.js';

/** A whole document, with placeholders for its links. */
export const renderHtml = (document: MailDocument): string =>
  `<!DOCTYPE html>\n${unglued(String(<Page {...document} />))}\n`;

const Page: FC<MailDocument> = ({ town, title, sections, footer }) => (
  <html lang="it">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>{`${title} – ${town}`}</title>
      <style>{STYLE_SHEET}</style>
    </head>
    <body class="page" style={STYLES.page}>
      <main>
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border={0}
          class="page"
          style={STYLES.ground}
        >
          <tr>
            <td align="center" style="padding:16px 8px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border={0}
                class="card"
                style={STYLES.card}
              >
                <tr>
                  <td class="pad text" style={STYLES.cell}>
                    <p class="muted" style={`${STYLES.fact};${STYLES.muted}`}>
                      {town}
                    </p>
                    <h1 style={STYLES.title}>{title}</h1>
                    {sections.map((section) => (
                      <Section {...section} />
                    ))}
                    <div class="rule muted" style={STYLES.footer}>
                      {footer.map((line) => (
                        <p style={STYLES.footerLine}>{line}</p>
                      ))}
                    </div>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </main>
    </body>
  </html>
);

const Section: FC<MailSection> = ({ heading, paragraphs, groups }) => (
  <div>
    {heading === null ? null : (
      <h2 class="rule" style={STYLES.section}>
        {heading}
      </h2>
    )}
    {paragraphs.map((paragraph) => (
      <p style={STYLES.paragraph}>{paragraph}</p>
    ))}
    {groups.map((group) => (
      <Group {...group} level={heading === null ? 2 : 3} />
    ))}
  </div>
);

const Group: FC<MailGroup & { readonly level: 2 | 3 }> = ({ heading, tone, items, rows, level }) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div>
      <Heading class={`tone-${tone}`} style={STYLES.group(tone)}>
        {heading}
      </Heading>
      {rows.length === 0 ? null : (
        <ul style={STYLES.list}>
          {rows.map((row) => (
            <li style={STYLES.fact}>{row}</li>
          ))}
        </ul>
      )}
      {items.map((item, index) => (
        <Item {...item} level={level} first={index === 0} />
      ))}
    </div>
  );
};

const Item: FC<MailItem & { readonly level: 2 | 3; readonly first: boolean }> = (item) => {
  const { title, facts, action, level, first } = item;
  const Heading = level === 2 ? 'h3' : 'h4';
  return (
    <div class="rule" style={first ? STYLES.item : STYLES.nextItem}>
      <Heading style={STYLES.itemTitle}>{title}</Heading>
      {facts.map((fact) => (
        <Fact {...fact} />
      ))}
      {action === null ? null : (
        <p style={STYLES.action}>
          <a
            href={linkPlaceholder(action.link)}
            class={action.quiet ? 'quiet' : 'button'}
            aria-label={`${action.label} – ${title}`}
            style={action.quiet ? STYLES.quiet : STYLES.button}
          >
            {action.label}
          </a>
        </p>
      )}
    </div>
  );
};

const Fact: FC<MailFact> = ({ label, value, strong }) => (
  <p style={STYLES.fact}>
    <span class="muted" style={STYLES.muted}>{`${label}:`}</span> {strong === true ? <b>{value}</b> : value}
  </p>
);
