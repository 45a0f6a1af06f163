/**
 * Thirty-two well mixed bits from any integer, used only to spread seeds over a generator's state:
 * neighbouring seeds (7, 8, 9) must not give related runs.
 * Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014), 32-bit variant with the
 * finaliser constants 0x21f0aaad and 0x735a2d97.
 */
export function splitmix32(state: number): number {
  let z = (state + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
