/** What an indicator reached as the sectors that answer for its objective declared it. */

const NONE = 'nessuno';

/** `value` empty: that sector declared none. One value where all say the same, else each sector with its own. */
export function declaredValue(said: readonly { readonly sector: string; readonly value: string }[]): string {
  const values = said.map(({ sector, value }) => ({ sector, value: value || NONE }));
  const first = values[0]?.value ?? NONE;
  return values.every(({ value }) => value === first)
    ? first
    : values.map(({ sector, value }) => `${sector}: ${value}`).join('\n');
}
