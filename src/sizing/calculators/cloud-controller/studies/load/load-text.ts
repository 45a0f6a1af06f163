import { durationText, numberText } from '../../../../core/number-text.ts';

/** "248 ms", "1.8 s", "4:10 min": a response time as people say it. */
export function responseText(seconds: number): string {
  const ms = seconds * 1000;
  if (ms < 10) return `${numberText(ms, 1)} ms`;
  if (ms < 999.5) return `${numberText(ms, 0)} ms`;
  if (seconds < 99.5) return `${numberText(seconds, seconds < 9.95 ? 1 : 0)} s`;
  return `${durationText(seconds)} min`;
}

/** Requests a second, to about three digits: "560", "37.5", "0.42". */
export function rateText(perSecond: number): string {
  return numberText(perSecond, perSecond >= 99.95 ? 0 : perSecond >= 9.995 ? 1 : 2);
}

/** A share as "83 %". */
export function shareText(share: number): string {
  return `${numberText(share * 100, share < 0.0995 ? 1 : 0)} %`;
}

/** "1 request a second", "37.5 requests a second". */
export function requestRateText(perSecond: number): string {
  return `${requestsText(rateText(perSecond))} a second`;
}

/** "1 request", "37.5 requests", of a number as it is written. */
export function requestsText(number: string): string {
  return `${number} ${requestsWord(number)}`;
}

export function requestsWord(number: string): string {
  return number === '1' ? 'request' : 'requests';
}
