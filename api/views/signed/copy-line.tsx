/** What came back signed, in one line of the page on which its paper stands. */
import type { FC } from 'hono/jsx';
import type { CopyShown } from '../../queries/signed-copies.js';
import { paperHref, protocolInWords } from './signed-words.js';

interface CopyLineProps {
  /** `null`: not the viewer's to read. */
  readonly shown: CopyShown | null;
  /** The paper's name, for who hears the page; shown before the line where `isNamed`. */
  readonly named: string;
  readonly isNamed?: boolean;
}

/** Nothing where nothing is kept and the viewer can add nothing. */
export const CopyLine: FC<CopyLineProps> = ({ shown, named, isNamed = false }) => {
  if (shown === null || (shown.versions === 0 && !shown.mayAdd)) return null;
  const { paper, file, protocol, versions, mayAdd } = shown;
  const what = isNamed ? `${named}: ` : '';
  return (
    <p class="tr-due-note">
      {file === null ? (
        `${what}${versions === 0 ? 'copia firmata non ancora allegata' : 'senza file firmato'}`
      ) : (
        <>
          {`${what}copia firmata `}
          <a href={`/copia-firmata/${file.id}`} download={file.name}>
            {file.name}
          </a>
        </>
      )}
      {protocol === null ? '' : `, ${protocolInWords(protocol)}`}
      {'. '}
      <a href={paperHref(paper)}>
        {versions === 0 ? 'Allega' : mayAdd ? 'Versioni e protocollo' : 'Versioni e impronte'}
        <span class="visually-hidden">{`: ${named}`}</span>
      </a>
    </p>
  );
};
