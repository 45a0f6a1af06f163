/** What a person typed, as a number, or what to ask back. Never guesses between two readings. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'not-a-number' };

const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 };

/**
 * Reads "12", "1,000", "1 000", "13.5", "13,5", "1.5k" and "2e3". A single group of exactly three digits behind
 * a dot ("1.000") is a thousand to half of the readers and one to the other half, so it is asked back; the comma
 * as thousands mark ("1,000") and the minus sign ("−5") are what this page itself shows. No group of thousands
 * begins with a nought, so "0,125" is an eighth.
 */
export function readNumber(typed: string): NumberReading {
  const text = typed
    .trim()
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replace(/^\u2212/, '-');
  if (text === '') return { kind: 'empty' };
  const match = /^([+-]?)([\d., ]*\d)(?:e([+-]?\d{1,3}))?\s*([km])?$/i.exec(text);
  if (!match) return { kind: 'not-a-number' };
  const [, sign = '', digits = '', exponent, scale] = match;
  if (/^\d{1,3}\.\d{3}$/.test(digits) && !digits.startsWith('0') && exponent === undefined && !scale) {
    const readings = [digits.replace('.', ','), asDecimal(digits)] as const;
    return { kind: 'ambiguous', readings: sign === '-' ? [`−${readings[0]}`, `−${readings[1]}`] : readings };
  }
  const factor = (scale ? (scales[scale.toLowerCase()] ?? 1) : 1) * 10 ** Number(exponent ?? 0);
  const value = Number(`${sign}${plainDigits(digits)}`) * factor;
  if (!Number.isFinite(value)) return { kind: 'not-a-number' };
  // "0.1k" is 100, not 100.00000000000001.
  return { kind: 'number', value: Number(value.toPrecision(15)) };
}

/** "1.500" read with a decimal point, written so that it is not asked back again: "1.5", and "1.2340" for "1.234". */
function asDecimal(digits: string): string {
  const short = digits.replace(/\.?0+$/, '');
  return /\.\d{3}$/.test(short) ? `${short}0` : short;
}

/** Removes thousands marks and turns a decimal comma into a point; where the marks make no sense it is no number. */
function plainDigits(digits: string): string {
  if (/^\d*\.?\d+$/.test(digits)) return digits;
  if (/^[1-9]\d{0,2}(?:[, ]\d{3})+(?:\.\d+)?$/.test(digits)) return digits.replaceAll(/[, ]/g, '');
  if (/^[1-9]\d{0,2}(?:[. ]\d{3})+,\d+$/.test(digits))
    return digits.replaceAll(/[. ]/g, '').replace(',', '.');
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(digits)) return digits.replaceAll('.', '');
  return digits.replace(',', '.');
}
