/** How a browser is told to keep a file, or to show it, and under which name. */

/** RFC 6266: an ASCII name for old readers, the true one beside it. `inline`: shown where it is asked for. */
export function dispositionOf(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '_');
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain || 'documento'}"; filename*=UTF-8''${coded}`;
}
