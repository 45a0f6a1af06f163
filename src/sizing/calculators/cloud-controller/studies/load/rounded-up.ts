/** The next number with two digits: 588 becomes 590, 0.417 becomes 0.42. For the ends of axes. */
export function roundedUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit) * unit).toPrecision(6));
}
