/** Files as signing programs make them: a PDF with a signature appended (PAdES), an envelope around a file (CAdES). */

/** Bytes of a definite length (X.690, 8.1.3). */
function encoded(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80
      ? Buffer.from([length])
      : Buffer.from([0x84, (length >>> 24) & 255, (length >>> 16) & 255, (length >>> 8) & 255, length & 255]);
  return Buffer.concat([Buffer.from([tag]), size, content]);
}

const oid = (...arc: readonly number[]): Buffer =>
  encoded(0x06, Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, ...arc]));
const [sequence, set, context, octets] = [0x30, 0x31, 0xa0, 0x04];

/** SignedData (RFC 5652, 5.1) around the content, without a signer: who checks the form alone sees a P7M. */
export const asP7m = (content: Uint8Array): Buffer =>
  encoded(
    sequence,
    oid(1, 7, 2),
    encoded(
      context,
      encoded(
        sequence,
        encoded(0x02, Buffer.from([1])),
        encoded(set),
        encoded(sequence, oid(1, 7, 1), encoded(context, encoded(octets, content))),
        encoded(set),
      ),
    ),
  );

/** The same as some programs send it: base64 in a frame. */
export const asFramedP7m = (content: Uint8Array): Buffer =>
  Buffer.from(
    `-----BEGIN PKCS7-----\r\n${asP7m(content)
      .toString('base64')
      .replace(/(.{64})/g, '$1\r\n')}\r\n-----END PKCS7-----\r\n`,
  );

/** The PDF as it was, and after it what a signature appends (ISO 32000-1, 7.5.6 and 12.8). */
export const asPades = (pdf: Uint8Array): Buffer =>
  Buffer.concat([
    pdf,
    Buffer.from(
      `\n9999 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 10 20 ${pdf.length}]/Contents<00>>>\nendobj\n%%EOF\n`,
    ),
  ]);
