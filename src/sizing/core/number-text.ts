const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** Groups thousands by commas and keeps at most two decimals: 1,080 and 13.5. For people, not for files. */
export function numberText(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return 'no limit';
  const [whole = '0', fraction] = String(Number(Math.abs(value).toFixed(decimals))).split('.');
  const grouped = whole.includes('e') ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(grouped.replaceAll(',', '') + (fraction ?? '')) !== 0 ? '−' : '';
  return sign + grouped + (fraction ? `.${fraction}` : '');
}

/** A change against a baseline: "+16", "−4", and nothing when there is none. */
export function deltaText(difference: number): string {
  if (difference === 0) return '';
  return difference > 0 ? `+${numberText(difference)}` : numberText(difference);
}

/** Numbers to ten as words, the others in figures, as running text wants them. */
export function numberWord(value: number): string {
  return words[value] ?? numberText(value);
}

export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "1 VM", "2 VMs". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${numberText(value)} ${value === 1 ? one : many}`;
}

/** Seconds as m:ss, or h:mm:ss from an hour on; rounded to the second. */
export function durationText(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'no end';
  const total = Math.round(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
}
