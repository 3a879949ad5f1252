/** Abbreviations: a point after them belongs to the word and ends no sentence. */
const ABBREVIATIONS =
  'gg ggi agg sem trim trimes quadr quadrim quad bim bimes gen genn feb febb febbr mar apr mag magg giu giug lug lugl ' +
  'ago set sett ott nov dic art artt n nn nr num prot pag tel lav c lett max min es scad cap cod fg mapp part sub det ' +
  'circ reg dir sent rep conv ord rel vers v a b h d l p q s m i pross corr resp uff serv dott sig ing geom arch avv ' +
  'rag ca pv us lgs ss mm ii smi pec amm com deliberaz all ecc tab sez cat tav eur dlgs dl dpr dpcm dm lr no ' +
  'indic prov sp str loc fraz mq ml kg km eu ce ue co cm ac as';

const KNOWN: ReadonlySet<string> = new Set(ABBREVIATIONS.split(' '));
export const isAbbreviation = (folded: string): boolean => KNOWN.has(folded);
