/** How a browser is told to keep a file, and under which name. */

/** RFC 6266: an ASCII name for old readers, the true one beside it. */
export function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '_');
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain || 'documento'}"; filename*=UTF-8''${coded}`;
}
