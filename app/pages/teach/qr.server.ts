import { encode } from 'uqr';

/** A picture to scan, as the path of its dark squares on a grid of `size` by `size`, with a quiet edge of four. */
export interface Qr {
  readonly size: number;
  readonly path: string;
}

/** Returns the picture that opens `address`. It can be read with 15% of it hidden (level M of ISO/IEC 18004). */
export function qrPath(address: string): Qr {
  const { size, data } = encode(address, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
